import { expect, test } from 'vitest';
import { exitCode } from '../../src/findings/exit-code.js';
import type { Finding, Report } from '../../src/model/report.js';

const broken = finding('https://a/x', 'broken', 'error');
const seed = finding('https://a/', 'broken', 'error');
const wall = finding('https://a/y', 'not-checked', 'warning');
const wish = finding('https://a/z', 'not-checked', 'info');
const blemish = finding('https://a/w', 'healthy', 'warning');
const mild = finding('https://a/v', 'broken', 'warning');
const grave = finding('https://a/u', 'not-checked', 'error');

test.each([
  ['nothing found', [], {}, { broken: 0, 'not-checked': 0, warning: 0, never: 0 }],
  ['something broken', [broken], {}, { broken: 1, 'not-checked': 1, warning: 1, never: 0 }],
  ['something not checked', [wall], {}, { broken: 0, 'not-checked': 1, warning: 1, never: 0 }],
  ['something not checked on purpose', [wish], {}, { broken: 0, 'not-checked': 0, warning: 0, never: 0 }],
  ['a blemish', [blemish], {}, { broken: 0, 'not-checked': 0, warning: 1, never: 0 }],
  ['something broken that matters less', [mild], {}, { broken: 0, 'not-checked': 0, warning: 1, never: 0 }],
  ['something not checked that matters', [grave], {}, { broken: 0, 'not-checked': 1, warning: 1, never: 0 }],
  ['ended early', [], { complete: false }, { broken: 4, 'not-checked': 4, warning: 4, never: 4 }],
  [
    'ended early, something broken',
    [broken],
    { complete: false },
    { broken: 1, 'not-checked': 1, warning: 1, never: 4 },
  ],
  [
    'no seed opens',
    [seed],
    { unreachable: ['https://a/'] },
    { broken: 3, 'not-checked': 3, warning: 3, never: 3 },
  ],
  [
    "no seed's host lives",
    [{ ...seed, url: 'https://a' }],
    { unreachable: ['https://a/'], complete: false },
    { broken: 3, 'not-checked': 3, warning: 3, never: 3 },
  ],
  [
    'one seed does not open, something else is broken',
    [seed, broken],
    { unreachable: ['https://a/'] },
    { broken: 1, 'not-checked': 1, warning: 1, never: 3 },
  ],
] as const)('%s', (_, findings, run, codes) => {
  const report = reportWith(findings, run);
  const given = Object.fromEntries(
    (['broken', 'not-checked', 'warning', 'never'] as const).map((failOn) => [
      failOn,
      exitCode(report, failOn),
    ]),
  );
  expect(given).toEqual(codes);
});

function finding(url: string, verdict: Finding['verdict'], level: Finding['level']): Finding {
  return {
    id: url,
    url,
    title: url,
    verdict,
    level,
    rule: 'rule',
    status: null,
    reason: '',
    evidence: {
      attempts: [],
      hops: [],
      finalUrl: null,
      contentType: null,
      bytes: null,
      correlation: {},
      detail: null,
      facts: {},
    },
    trail: [],
    referrers: [],
    also: [],
    affected: 1,
    tasks: [],
  };
}

interface RunSketch {
  readonly complete?: boolean;
  readonly unreachable?: readonly string[];
}

function reportWith(findings: readonly Finding[], { complete = true, unreachable = [] }: RunSketch): Report {
  return {
    version: 1,
    tool: { name: 'x', version: '0' },
    language: 'en',
    run: {
      id: 'r',
      start: '2026-11-22T08:15:00Z',
      end: null,
      complete,
      limitsReached: [],
      unreachable: [...unreachable],
      sources: [],
    },
    totals: {
      resources: 0,
      pages: 0,
      links: 0,
      byVerdict: { healthy: 0, redirected: 0, 'not-checked': 0, broken: 0 },
      byRule: {},
      byLevel: { info: 0, warning: 0, error: 0 },
      hiddenBySignIn: 0,
    },
    findings: [...findings],
    tasks: [],
    taskLists: [],
    listFindings: [],
    resources: null,
  };
}

test('counts neither what is accepted nor what is not yet confirmed', () => {
  const accepted = { ...broken, accepted: { reason: 'retired', owner: null, until: null } };
  const young = {
    ...broken,
    past: { course: 'persisting', firstSeen: '', lastHealthy: null, nights: 2 },
  } as const;
  expect(exitCode(reportWith([accepted], {}), 'broken')).toBe(0);
  expect(exitCode(reportWith([young], {}), 'broken', 3)).toBe(0);
  expect(exitCode(reportWith([young], {}), 'broken', 2)).toBe(1);
});

test('counts as new what no baseline knows', () => {
  const codes = [undefined, true, false].map((isNew) =>
    exitCode(reportWith([isNew === undefined ? broken : { ...broken, isNew }], {}), 'new-broken'),
  );
  expect(codes).toEqual([1, 1, 0]);
});
