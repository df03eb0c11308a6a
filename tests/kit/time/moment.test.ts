import { expect, test } from 'vitest';
import { momentOf } from '../../../src/kit/time/moment.js';

test.each([
  ['2026-11-22', 'Z', '2026-11-22T00:00:00.000Z'],
  ['2026-11-22', '+09:00', '2026-11-21T15:00:00.000Z'],
  ['2026-11-22T08:15', '+09:00', '2026-11-21T23:15:00.000Z'],
  ['2026-11-22T08:15:30Z', '+09:00', '2026-11-22T08:15:30.000Z'],
  ['2026-11-22T08:15:30.5+01:00', 'Z', '2026-11-22T07:15:30.500Z'],
  ['2024-02-29', 'Z', '2024-02-29T00:00:00.000Z'],
])('%s in %s is %s', (text, zone, expected) => {
  expect(new Date(momentOf(text, zone) ?? 0).toISOString()).toBe(expected);
});

test.each([
  '',
  '5',
  'foo-1',
  '2026',
  '2026-11',
  '2026-02-29',
  '2026-11-31',
  '2026-11-22T24:01',
  '2026-11-22 x',
  '2026-11-22T08:15+99:00',
])('%j is no time', (text) => expect(momentOf(text, 'Z')).toBeNull());
