import { describe, expect, it } from 'vitest';
import * as registry from '../../src/verdicts/all.js';
import type { Judged } from '../../src/model/judged.js';
import { judgeFirst } from '../support/answers.js';
import { tables } from './tables/all.js';
import type { Row } from './tables/row.js';

// What a failing rule leaves behind is not served by anybody: see judge.test.ts.
const rules = Object.values(registry).filter(({ id }) => id !== 'rule-failed');

describe.each([...new Map(Object.entries(tables).map(([rule, rows]) => [rows, rule]))])(
  'the table',
  (rows, rule) => {
    describe(rule, () => {
      it.each(rows.map((row): [string, Row] => [row.when, row]))('%s', (_, { serve, says, options }) => {
        const { verdicts } = judgeFirst(serve, options);
        expect(verdicts.map((verdict) => verdict.rule)).toEqual(says);
      });
    });
  },
);

it('every answer in the tables is healthy, redirected, broken or not checked as it always was, and as grave', async () => {
  const lines = Object.entries(tables).flatMap(([rule, rows]) => [
    `# ${rule}`,
    ...rows.map(({ when, serve, options }) => `${when}: ${judgementOf(judgeFirst(serve, options))}`),
    '',
  ]);
  await expect(lines.join('\n')).toMatchFileSnapshot('../golden/judgements.txt');
});

function judgementOf({ verdicts }: Pick<Judged, 'verdicts'>): string {
  const said = verdicts.map(({ state, level, rule }) => `${state} ${level} by ${rule}`);
  return said.length === 0 ? 'healthy' : said.join(', ');
}

describe('the tables', () => {
  it.each(rules.map(({ id }) => id))('%s: ten answers at least, of them five traps', (id) => {
    const rows = tables[id] ?? [];
    const spoken = rows.filter(({ says }) => says.includes(id));
    expect(spoken.length).toBeGreaterThan(0);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(rows.length - spoken.length).toBeGreaterThanOrEqual(5);
  });

  it('are about rules that exist', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(Object.keys(tables).filter((id) => !ids.has(id))).toEqual([]);
  });
});

it('every rule that calls something broken or not checked has a short word for it, or a status says it', () => {
  for (const { serve, options } of Object.values(tables).flat()) {
    const { verdicts, end } = judgeFirst(serve, options);
    const [gravest] = verdicts;
    if (gravest === undefined || gravest.state === 'healthy' || gravest.state === 'redirected') continue;
    const isTold = end?.outcome.kind === 'fetched' && end.outcome.status >= 400;
    expect(isTold || gravest.label !== undefined, gravest.rule).toBe(true);
    expect(gravest.label?.en.length ?? 0).toBeLessThanOrEqual(12);
  }
});

describe('every verdict in the tables', () => {
  const verdicts = Object.values(tables)
    .flat()
    .flatMap(({ serve, options }) => judgeFirst(serve, options).verdicts);

  it('says so in whole sentences, in English and Japanese', () => {
    for (const { reason, rule } of verdicts) {
      expect(reason.en, rule).toMatch(/^[A-Z].*[.]$/);
      expect(reason.ja, rule).toMatch(/[ぁ-んァ-ヶ一-龠].*。$/);
      expect(reason.ja, rule).toMatch(
        /(です|ます|ません|ました|でした|ください|います|あります|なります|思われます)(（[^）]*）)?。$/,
      );
    }
  });
});
