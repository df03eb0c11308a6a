import { expect, test } from 'vitest';
import { assemble } from '../../src/findings/assemble.js';
import type { Judged, JudgedFragment } from '../../src/model/judged.js';
import { reportSchema, type Report } from '../../src/model/report.js';
import type { Cause, Resource } from '../../src/model/resource.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import type { Verdict } from '../../src/model/verdict.js';
import { resourceOf, snapshotOf, type ResourceSketch } from '../support/snapshots.js';

const tool = { name: 'playbook-health', version: '0.0.0' };

test('there is one finding for each resource, with all its links, the worst first and then by URL', () => {
  const report = reportOn([
    {
      url: 'https://a/',
      role: 'seed',
      title: 'A',
      links: [
        { url: 'https://a/z', text: 'Deck', headings: ['Top'] },
        { url: 'https://a/moved', text: 'old' },
        { url: 'https://a/b', text: 'B' },
        { url: 'https://a/z', text: 'Deck' },
      ],
    },
    { url: 'https://a/z', status: 404, title: 'Page not found' },
    { url: 'https://a/moved', location: 'https://a/b' },
    {
      url: 'https://a/b',
      title: 'B',
      links: [{ url: 'https://a/c' }, { url: 'https://a/z', text: 'the deck' }],
    },
    { url: 'https://a/c', status: 404 },
  ]);
  expect(report.findings.map(({ url, level, title }) => [level, url, title])).toEqual([
    ['error', 'https://a/c', 'c'],
    ['error', 'https://a/z', 'Deck'],
    ['info', 'https://a/moved', 'B'],
  ]);
  expect(report.findings[1]?.referrers).toEqual([
    { url: 'https://a/', text: 'Deck', headings: ['Top'] },
    { url: 'https://a/', text: 'Deck', headings: [] },
    { url: 'https://a/b', text: 'the deck', headings: [] },
  ]);
  expect(report.findings[1]?.trail).toEqual([
    { url: 'https://a/', place: ['A'], headings: ['Top'], text: 'Deck' },
  ]);
  expect(report.findings[2]?.evidence).toMatchObject({
    hops: [{ url: 'https://a/moved', status: 301 }],
    finalUrl: 'https://a/b',
  });
  expect(report.totals).toEqual({
    resources: 5,
    pages: 2,
    links: 6,
    byVerdict: { healthy: 2, redirected: 1, 'not-checked': 0, broken: 2 },
    byRule: { 'not-found': 2, redirected: 1 },
    byLevel: { error: 2, warning: 0, info: 1 },
    hiddenBySignIn: 0,
  });
  expect(new Set(report.findings.map(({ id }) => id)).size).toBe(3);
});

test('what is only known as the target of a redirect is the finding of the address that is linked', () => {
  const report = reportOn([
    { url: 'https://a/', role: 'seed', links: ['https://aka/x'] },
    { url: 'https://aka/x', location: 'https://docs/gone' },
    { url: 'https://docs/gone', status: 404 },
    { url: 'https://docs/', status: 200 },
  ]);
  expect(report.findings.map(({ url, status }) => [url, status])).toEqual([['https://aka/x', 404]]);
  expect(report.totals.byVerdict.broken).toBe(2);
});

test('a dead host is one finding, with the links of all that lies there', () => {
  const report = reportOn([
    {
      url: 'https://a/',
      role: 'seed',
      title: 'A',
      links: ['https://cdn/1', 'https://cdn/2', 'https://aka/3', 'https://cdn/unasked'],
    },
    { url: 'https://cdn/1', outcome: failed('dns') },
    { url: 'https://cdn/2', outcome: failed('dns') },
    { url: 'https://aka/3', location: 'https://cdn/3' },
    { url: 'https://cdn/3', outcome: failed('dns') },
    { url: 'https://cdn/unasked', outcome: { kind: 'withheld', by: 'limit', detail: '' } },
  ]);
  expect(report.findings.map(({ url }) => url)).toEqual(['https://cdn', 'https://cdn/unasked']);
  expect(report.findings[0]).toMatchObject({
    url: 'https://cdn',
    title: 'cdn',
    rule: 'dns',
    affected: 3,
    reason: 'dns. The same holds for 3 addresses there that links lead to.',
    referrers: [{ url: 'https://a/' }, { url: 'https://a/' }, { url: 'https://a/' }],
    trail: [{ url: 'https://a/' }],
  });
  expect(report.findings[0]?.evidence.facts).toEqual({
    total: 3,
    urls: ['https://aka/3', 'https://cdn/1', 'https://cdn/2'],
  });
});

test('one address on a dead host is named itself, and so is a failure on a host that lives', () => {
  const report = reportOn([
    {
      url: 'https://a/',
      role: 'seed',
      links: ['https://cdn/1', 'https://b/ill', 'https://b/sick', 'https://b/well'],
    },
    { url: 'https://cdn/1', outcome: failed('dns') },
    { url: 'https://b/ill', outcome: failed('timeout') },
    { url: 'https://b/well' },
    { url: 'https://b/sick', outcome: failed('timeout') },
  ]);
  expect(report.findings.map(({ url }) => url)).toEqual(['https://b/ill', 'https://b/sick', 'https://cdn/1']);
});

test('a dead host has the same id however many links lead there, and by whatever short links', () => {
  const idOf = (...links: readonly string[]): string | undefined =>
    reportOn([
      { url: 'https://a/', role: 'seed', links },
      { url: 'https://aka/3', location: 'https://cdn/3' },
      ...links.filter((url) => !url.includes('aka')).map((url) => ({ url, outcome: failed('dns') })),
      ...(links.includes('https://aka/3') ? [{ url: 'https://cdn/3', outcome: failed('dns') }] : []),
    ]).findings[0]?.id;
  const whole = idOf('https://cdn/1', 'https://cdn/2', 'https://aka/3');
  expect([idOf('https://cdn/1'), idOf('https://cdn/2'), idOf('https://aka/3')]).toEqual([
    whole,
    whole,
    whole,
  ]);
  expect(idOf('https://other/1')).not.toBe(whole);
});

test('mistyped links with blanks in them are known each by itself', () => {
  const mistyped = ['hhttps://my host/a b', 'hhttps://my host/a c'];
  const { findings } = reportOn(
    [{ url: 'https://a/', role: 'seed', links: mistyped }, ...mistyped.map((url) => ({ url }))],
    { verdictsOf: ({ url }) => (url.startsWith('hh') ? [verdict('malformed-link', 'broken', 'error')] : []) },
  );
  expect(findings.map(({ url }) => url)).toEqual(mistyped);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
});

test('what a host holds back, or we, is one finding a host and reason; what a sign-in hides is named one by one', () => {
  const report = reportOn([
    {
      url: 'https://a/',
      role: 'seed',
      links: [
        'https://a/1',
        'https://a/2',
        'https://b/1',
        'https://waf/1',
        'https://waf/2',
        'https://sp/1',
        'https://sp/2',
      ],
    },
    { url: 'https://a/1', outcome: { kind: 'withheld', by: 'robots', detail: '' } },
    { url: 'https://a/2', outcome: { kind: 'withheld', by: 'robots', detail: '' } },
    { url: 'https://b/1', outcome: { kind: 'withheld', by: 'robots', detail: '' } },
    { url: 'https://waf/1', status: 429 },
    { url: 'https://waf/2', outcome: { kind: 'withheld', by: 'throttled', detail: '' } },
    { url: 'https://sp/1', status: 401 },
    { url: 'https://sp/2', status: 401 },
  ]);
  expect(report.findings.map(({ url, affected }) => [url, affected])).toEqual([
    ['https://sp/1', 1],
    ['https://sp/2', 1],
    ['https://waf', 2],
    ['https://a', 2],
    ['https://b/1', 1],
  ]);
  expect(report.totals.hiddenBySignIn).toBeCloseTo(2 / 8);
});

test('a judgement on a host is one finding, though the host opens other addresses', () => {
  const word = { ...verdict('blocked', 'not-checked', 'warning'), ofHost: true };
  const report = reportOn(
    [
      {
        url: 'https://a/',
        role: 'seed',
        links: ['https://b/1', 'https://b/2', 'https://b/3', 'https://c/1'],
      },
      { url: 'https://b/1' },
      { url: 'https://b/2', status: 403 },
      { url: 'https://b/3', status: 403 },
      { url: 'https://c/1', status: 403 },
    ],
    { verdictsOf: ({ outcome }) => (outcome.kind === 'fetched' && outcome.status === 403 ? [word] : []) },
  );
  expect(report.findings.map(({ url, affected }) => [url, affected])).toEqual([
    ['https://b', 2],
    ['https://c/1', 1],
  ]);
  expect(report.findings[0]?.reason).toBe(
    'blocked. The same holds for 2 addresses there that links lead to.',
  );
});

test('what the run leaves alone is one finding a reason, on however many hosts it lies', () => {
  const external = { kind: 'withheld', by: 'external', detail: '' } as const;
  const report = reportOn([
    { url: 'https://a/', role: 'seed', links: ['https://b/1', 'https://b/2', 'https://c/1'] },
    { url: 'https://b/1', outcome: external },
    { url: 'https://b/2', outcome: external },
    { url: 'https://c/1', outcome: external },
  ]);
  expect(
    report.findings.map(({ url, title, rule, label, affected }) => [url, title, rule, label, affected]),
  ).toEqual([['https://a', '3 addresses on 2 hosts', 'external', 'external', 3]]);
  expect(report.findings[0]?.reason).toMatch(/The same holds for all 3 such addresses/);
  expect(report.findings[0]?.referrers).toHaveLength(3);
});

test('files that the run leaves alone are one finding, at the folder that has them all', () => {
  const outside = { kind: 'withheld', by: 'outside', detail: '' } as const;
  const report = reportOn([
    { url: 'file:///home/a/deck.html', role: 'seed', links: ['file:///home/b/1/x', 'file:///home/b/2/y'] },
    { url: 'file:///home/b/1/x', outcome: outside },
    { url: 'file:///home/b/2/y', outcome: outside },
  ]);
  expect(report.findings).toMatchObject([{ url: 'file:///home/b/', title: '2 files', affected: 2 }]);
  expect(report.findings[0]?.reason).toMatch(/The same holds for all 2 such addresses/);
});

test('addresses that the run leaves alone are no files, though a file leads there', () => {
  const external = { kind: 'withheld', by: 'external', detail: '' } as const;
  const report = reportOn([
    { url: 'file:///home/a/deck.html', role: 'seed', links: ['https://b/1', 'https://c/1'] },
    { url: 'https://b/1', outcome: external },
    { url: 'https://c/1', outcome: external },
  ]);
  expect(report.findings).toMatchObject([
    { url: 'file:///home/a/deck.html', title: '2 addresses on 2 hosts' },
  ]);
});

test('files of which none opens are findings of their own', () => {
  const files = ['file:///home/a/1', 'file:///home/a/2'];
  const report = reportOn([
    { url: 'https://a/', role: 'seed', links: files },
    ...files.map((url) => ({ url, outcome: failed('file') })),
  ]);
  expect(report.findings.map(({ url }) => url)).toEqual(files);
});

test('a finding on a host shows the gravest of what is wrong there, and when it was asked last', () => {
  const at = (time: string) => [{ at: Date.parse(time), took: 5, method: 'GET', result: 'timeout' }] as const;
  const [finding] = reportOn([
    { url: 'https://a/', role: 'seed', links: ['https://cdn/1', 'https://cdn/2', 'https://cdn/3'] },
    { url: 'https://cdn/1', status: 429, attempts: at('2026-11-22T08:15:01Z') },
    { url: 'https://cdn/2', outcome: failed('timeout'), attempts: at('2026-11-22T08:15:03Z') },
    { url: 'https://cdn/3', outcome: failed('timeout'), attempts: at('2026-11-22T08:15:02Z') },
  ]).findings;
  expect(finding).toMatchObject({ url: 'https://cdn', verdict: 'broken', rule: 'timeout', affected: 3 });
  expect(finding?.evidence.attempts).toMatchObject([{ at: '2026-11-22T08:15:03.000Z' }]);
});

test('the evidence says how it was answered, with what support asks for', () => {
  const { findings } = reportOn([
    { url: 'https://a/', role: 'seed', links: ['https://a/x', 'https://b/y'] },
    {
      url: 'https://a/x',
      status: 404,
      contentType: 'text/plain',
      headers: { 'x-ms-request-id': '0HN7', server: 'IIS' },
    },
    { url: 'https://b/y', outcome: failed('dns') },
  ]);
  expect(findings.map(({ evidence }) => evidence)).toMatchObject([
    { contentType: 'text/plain', correlation: { 'x-ms-request-id': '0HN7' }, detail: null },
    { contentType: null, correlation: {}, detail: 'X' },
  ]);
});

test.each([
  ['as most links do', ['Deck', 'the deck', 'the deck'], 'the deck'],
  ['as the first by name among equals', ['the deck', 'Deck'], 'Deck'],
  ['not as links that show no text', ['', '', 'Deck'], 'Deck'],
])('what does not open is called %s', (_, texts, title) => {
  const { findings } = reportOn([
    { url: 'https://a/', role: 'seed', links: texts.map((text) => ({ url: 'https://a/z', text })) },
    { url: 'https://a/z', status: 404 },
  ]);
  expect(findings.map((finding) => finding.title)).toEqual([title]);
});

test('what has no name is called by its file, and the host of what has no file', () => {
  const report = reportOn([
    { url: 'https://a/', role: 'seed', links: ['https://a/theme/main%20style.css', 'https://b/'] },
    { url: 'https://a/theme/main%20style.css', links: ['https://a/theme/logo.svg'] },
    { url: 'https://a/theme/logo.svg', status: 404 },
    { url: 'https://b/', status: 404 },
  ]);
  expect(report.findings.map(({ title, trail }) => [title, trail.at(-1)?.place])).toEqual([
    ['logo.svg', ['main style.css']],
    ['b', ['a']],
  ]);
});

test('probes and searches are no part of a report; everything else is listed when asked for', () => {
  const report = reportOn(
    [
      { url: 'https://a/', role: 'seed', source: 'a', title: 'A', links: ['https://a/b'] },
      { url: 'https://a/b', status: 404 },
      { url: 'https://a/no-such', role: 'probe', status: 500 },
      { url: 'https://a/search?q=x', role: 'search', status: 500 },
      { url: 'https://a/search?q=y', role: 'search', links: ['https://a/b'] },
    ],
    { all: true },
  );
  expect(report.resources).toEqual([
    { url: 'https://a/', verdict: 'healthy', rule: null, status: 200, title: 'A', source: 'a' },
    { url: 'https://a/b', verdict: 'broken', rule: 'not-found', status: 404, title: '', source: null },
  ]);
  expect(report.findings.map(({ referrers }) => referrers.map(({ url }) => url))).toEqual([['https://a/']]);
});

test('a missing fragment is a finding of its own, over the link that is nearest', () => {
  const sketches: readonly ResourceSketch[] = [
    { url: 'https://a/', role: 'seed', title: 'A', links: [{ url: 'https://a/b', text: 'B' }] },
    { url: 'https://a/b', title: 'B', links: [{ url: 'https://a/', fragment: 'x', text: 'up' }] },
    { url: 'https://a/c', title: 'C', links: [{ url: 'https://a/', fragment: 'x', text: 'home' }] },
  ];
  const fragment: JudgedFragment = {
    url: 'https://a/#x',
    page: 1,
    verdict: verdict('missing-fragment', 'broken', 'error'),
    referrers: [
      { page: 3, row: 0 },
      { page: 2, row: 0 },
    ],
  };
  const report = reportOn(sketches, { fragments: [fragment] });
  expect(report.findings).toMatchObject([
    {
      url: 'https://a/#x',
      title: 'A',
      status: 200,
      referrers: [
        { url: 'https://a/b', text: 'up' },
        { url: 'https://a/c', text: 'home' },
      ],
      trail: [
        { url: 'https://a/', text: 'B' },
        { url: 'https://a/b', text: 'up' },
      ],
    },
  ]);
});

test('seeds that did not open are named', () => {
  const report = reportOn([
    { url: 'https://b/', role: 'seed', status: 401 },
    { url: 'https://a/', role: 'seed', status: 404 },
    { url: 'https://c/', role: 'seed' },
    { url: 'https://d/', role: 'seed', outcome: { kind: 'withheld', by: 'unreached', detail: '' } },
    { url: 'https://e/', role: 'seed', outcome: { kind: 'withheld', by: 'robots', detail: '' } },
  ]);
  expect(report.run.unreachable).toEqual(['https://a/', 'https://b/', 'https://e/']);
});

test('the same site gives the same report, whatever ids its resources got and in which order they were judged', () => {
  const sketches: readonly ResourceSketch[] = [
    { url: 'https://a/', role: 'seed', title: 'A', links: ['https://a/2', 'https://a/1', 'https://cdn/1'] },
    { url: 'https://a/1', title: 'One', links: ['https://a/x', 'https://a/r', 'https://cdn/2'] },
    { url: 'https://a/2', title: 'Two', links: ['https://a/x', 'https://a/r', 'https://cdn/2'] },
    { url: 'https://a/x', status: 404 },
    { url: 'https://a/r', location: 'https://a/y' },
    { url: 'https://a/y', status: 500 },
    { url: 'https://cdn/1', outcome: failed('connection') },
    { url: 'https://cdn/2', outcome: failed('connection') },
  ];
  const first = reportOn(sketches, { all: true });
  for (let shift = 1; shift < sketches.length; shift++) {
    const turned = [...sketches.slice(shift), ...sketches.slice(0, shift)].map((one, index) => ({
      ...one,
      id: (index * 5 + shift) % 97,
    }));
    expect(reportOn(turned, { all: true })).toEqual(first);
  }
});

type VerdictsOf = (resource: Resource) => readonly Verdict[];

interface ReportOptions {
  readonly all?: boolean;
  readonly fragments?: readonly JudgedFragment[];
  readonly verdictsOf?: VerdictsOf;
}

function reportOn(
  resources: readonly ResourceSketch[],
  { all = false, fragments = [], verdictsOf = verdictsOn }: ReportOptions = {},
): Report {
  const snapshot = snapshotOf({ resources });
  const report = assemble({
    snapshot,
    judged: judge(snapshot, verdictsOf),
    fragments,
    language: 'en',
    all,
    tool,
  });
  return reportSchema.parse(report);
}

/** Judges as plainly as can be: redirects are followed once. */
function judge(snapshot: Snapshot, verdictsOf: VerdictsOf): readonly Judged[] {
  const byUrl = new Map([...snapshot.resources()].map((resource) => [resource.url, resource]));
  return [...byUrl.values()].map((resource): Judged => {
    const { outcome } = resource;
    const location = outcome.kind === 'fetched' ? outcome.location : null;
    if (location === null) return { resource, hops: [], end: resource, verdicts: verdictsOf(resource) };
    const end = byUrl.get(location) ?? resourceOf({ url: location });
    const own = verdictsOf(end);
    const verdicts = own.length > 0 ? own : [verdict('redirected', 'redirected', 'info')];
    return { resource, hops: [{ url: resource.url, status: 301 }], end, verdicts };
  });
}

function verdictsOn({ outcome }: Resource): readonly Verdict[] {
  if (outcome.kind === 'failed') return [verdict(outcome.cause, 'broken', 'error')];
  if (outcome.kind === 'withheld') {
    return [verdict(outcome.by, 'not-checked', outcome.by === 'throttled' ? 'warning' : 'info')];
  }
  if (outcome.status === 401)
    return [{ ...verdict('sign-in', 'not-checked', 'warning'), behindSignIn: true }];
  if (outcome.status === 429) return [verdict('throttled', 'not-checked', 'warning')];
  return outcome.status >= 400 ? [verdict('not-found', 'broken', 'error')] : [];
}

function verdict(rule: string, state: Verdict['state'], level: Verdict['level']): Verdict {
  return { rule, label: { en: rule, ja: rule }, state, level, reason: { en: `${rule}.`, ja: `${rule}。` } };
}

function failed(cause: Cause): ResourceSketch['outcome'] & object {
  return { kind: 'failed', cause, detail: 'X' };
}
