import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/model/report.js';
import { languages } from '../../../src/model/text.js';
import { github } from '../../../src/reports/github.js';
import { html } from '../../../src/reports/html/html.js';
import { markdown } from '../../../src/reports/markdown/markdown.js';
import { text } from '../../../src/reports/text/text.js';
import { buildFinding, buildReport } from '../../support/reports.js';

const style = { colour: false, width: null };
const seed = 'https://community.example/';
const refused = 'The server community.example refuses connections.';
const all = ['https://hub.example/ja-jp/playbook/index.html', seed];

/** A run whose seed is on a host that is down, together with other addresses there. */
function impossible(unreachable: readonly string[] = all, language: 'en' | 'ja' = 'en') {
  const report = buildReport(
    [buildFinding({ url: 'https://community.example', reason: refused, rule: 'connection', affected: 3 })],
    { language },
  );
  return { ...report, run: { ...report.run, unreachable: [...unreachable] } };
}

describe.each([text, markdown, github])('$id', ({ render }) => {
  test('says that the check was not possible, and why', () => {
    const shown = render(impossible(), style);
    expect(shown).toContain('The check was not possible: no starting page could be read');
    expect(shown.indexOf(seed)).toBeLessThan(shown.indexOf(refused));
    expect(shown.indexOf('The check was not possible')).toBeLessThan(shown.indexOf(refused));
  });

  test('says so in Japanese', () => {
    expect(render(impossible(all, 'ja'), style)).toContain('チェックできませんでした');
  });

  test('says that a part was possible where another starting page opened', () => {
    expect(render(impossible([seed]), style)).toContain('The check was not possible in full');
  });

  test.each([
    ['max-pages', '--max-pages'],
    ['max-time', '--max-time'],
    ['interrupted', 'Ctrl-C or another signal'],
    ['something of a later version', 'something of a later version'],
    ['toString', 'toString'],
  ])('says what stopped a walk: %s', (name, told) => {
    const report = buildReport([]);
    const run = { ...report.run, complete: false, limitsReached: [name] };
    expect(render({ ...report, run }, style)).toContain(told);
  });
});

describe.each([text, markdown, html])('$id, where findings have to be confirmed', ({ render }) => {
  const seenFor = (nights: number, different: Partial<Finding> = {}): Finding =>
    buildFinding({
      past: { course: 'new', firstSeen: '2026-11-22T08:15:00.000Z', nights, lastHealthy: null },
      ...different,
    });
  const waiting = 'Nothing fails yet for 1 finding: only what 2 runs in a row found counts.';
  const settings = { failOn: 'broken', confirm: 2 } as const;

  test('says how many a run does not fail for yet', () => {
    const findings = [seenFor(1), seenFor(2, { id: 'b2' })];
    expect(render(buildReport(findings, settings), style)).toContain(waiting);
  });

  test.each<[string, Finding]>([
    ['was found often enough', seenFor(2)],
    ['is accepted', seenFor(1, { accepted: { reason: 'known', owner: null, until: null } })],
    ['no run fails for anyway', seenFor(1, { verdict: 'not-checked' })],
    ['counts at once, since nothing is remembered', buildFinding()],
  ])('says nothing of what %s', (_, finding) => {
    expect(render(buildReport([finding], settings), style)).not.toContain('Nothing fails yet');
  });
});

test.each([text, markdown])(
  '$id never says that there is nothing to report where not all was seen',
  ({ render }) => {
    const report = buildReport([]);
    const stopped = { ...report, run: { ...report.run, complete: false } };
    const shut = { ...report, run: { ...report.run, unreachable: [seed] } };
    for (const one of [stopped, shut])
      expect(render(one, style)).toContain('Nothing to report of what was seen.');
    expect(render(report, style)).toContain('Nothing to report.');
  },
);

describe.each(languages)('what is counted, in %s', (language) => {
  test('uses the singular for one', () => {
    const report = buildReport([buildFinding()], { language });
    const one = { ...report, totals: { ...report.totals, resources: 1, pages: 1, links: 1 } };
    const shown = text.render(one, style);
    expect(shown).not.toMatch(/\b1 (?:resources|pages|links|findings)/);
    if (language === 'en') expect(shown).toContain('1 page read, 1 link followed, 1 resource seen');
  });

  test('findings and resources are told apart where their numbers differ', () => {
    const report = buildReport([buildFinding(), buildFinding({ id: 'b2' })], { language });
    const many = {
      ...report,
      totals: { ...report.totals, byVerdict: { ...report.totals.byVerdict, broken: 47 } },
    };
    for (const { render } of [text, markdown]) {
      expect(render(many, style)).toContain(
        language === 'en' ? 'Broken (2 findings, 47 resources)' : 'リンク切れ (検出 2 件、リソース 47 件)',
      );
      expect(render(report, style)).toContain(
        language === 'en' ? 'Broken (2 findings)' : 'リンク切れ (検出 2 件)',
      );
    }
  });
});

test.each<[string, Partial<Finding>, string]>([
  ['a status that says it', { status: 404, label: 'typo' }, '✖ 404  Compliance'],
  ['a status that does not', { status: 200, label: 'no #id' }, '✖ no #id  Compliance'],
  ['no status', { status: null, label: 'no host' }, '✖ no host  Compliance'],
  ['neither', { status: null, evidence: { ...buildFinding().evidence, attempts: [] } }, '✖ Compliance'],
  [
    'a redirect, whose own status matters',
    {
      verdict: 'redirected',
      status: 200,
      evidence: { ...buildFinding().evidence, hops: [{ url: seed, status: 301 }] },
    },
    '➜ 301  Compliance',
  ],
])('the word before a title: %s', (_, different, shown) => {
  expect(text.render(buildReport([buildFinding(different)]), style)).toContain(shown);
});
