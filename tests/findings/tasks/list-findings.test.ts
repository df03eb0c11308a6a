import { expect, test } from 'vitest';
import { findUnreadLists } from '../../../src/findings/tasks/list-findings.js';
import type { Problem } from '../../../src/model/problem.js';

const problem = { message: 'there is no table in it' } as Problem;

test.each([
  ['read whole', { rows: [{}], problems: [] }, []],
  ['read but for some rows', { rows: [{}], problems: [problem] }, []],
  ['empty', { rows: [], problems: [] }, []],
  ['not read at all', { rows: [], problems: [problem] }, [/its tasks were not looked at: there is no table/]],
  [
    'not read, but known from an earlier night',
    { rows: [{}], problems: [problem], recalledFrom: Date.UTC(2026, 10, 22) },
    [/its tasks are those of 2026-11-22: there is no table/],
  ],
])('a list that was %s', (_, list, reasons) => {
  const findings = findUnreadLists([{ name: 'list.csv', ...list }], 'en');
  expect(findings).toMatchObject(
    reasons.map((reason) => ({ reason: expect.stringMatching(reason) as string })),
  );
});
