import fc from 'fast-check';
import type { Finding, Report } from '../../src/model/report.js';
import { documentStates } from '../../src/model/task-report.js';
import { levels, states } from '../../src/model/verdict.js';
import { buildReport } from './reports.js';

/** Text a hostile page might hold: controls, overrides, markup of every language a report is written in. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.constantFrom(
          ...[
            '\u001b[31m',
            '\u001b]8;;http://evil.example\u0007',
            '\u009b2J',
            '\u202e',
            '\u2066',
            '\u200b',
            '\ud800',
            '\0',
          ],
          ...[
            '<script>alert(1)</script>',
            '<!--',
            ']]>',
            '</script',
            '&lt;',
            '<img src=x onerror=alert(1)>',
            '&copy;',
          ],
          ...[
            '[x](http://evil.example)',
            '`',
            '``',
            '|',
            '**',
            '~~',
            '![',
            '](',
            '<http://evil.example>',
            '\\',
            '$`',
            '---',
          ],
          ...[
            'www.evil.example',
            'https://evil.example',
            'a@evil.example',
            '@octocat',
            '#1',
            '1. ',
            '- ',
            '# ',
            '> ',
            '    ',
          ],
          ...[
            '=cmd()',
            '+1',
            '@SUM(A1)',
            '＝1',
            '"',
            "'",
            ',',
            ';',
            '\r\n',
            '\n',
            '\t',
            '::error::x',
            '%0A',
            '日本語',
            '👩‍💻',
          ],
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

const hostileStep = fc.record({
  url: hostileText,
  place: fc.array(hostileText, { maxLength: 3 }),
  headings: fc.array(hostileText, { maxLength: 3 }),
  text: hostileText,
});

const hostileFinding: fc.Arbitrary<Finding> = fc.record({
  id: hostileText,
  url: fc.oneof(
    hostileText,
    hostileText.map((path) => `https://evil.example/${path}`),
  ),
  title: hostileText,
  verdict: fc.constantFrom(...states),
  level: fc.constantFrom(...levels),
  rule: hostileText,
  status: fc.option(fc.integer({ min: 100, max: 999 })),
  reason: hostileText,
  evidence: fc.record({
    attempts: fc.array(
      fc.record({
        at: fc.constant('2026-11-22T08:15:04.000Z'),
        milliseconds: fc.nat(),
        method: fc.constantFrom('GET' as const, 'HEAD' as const),
        result: fc.oneof(fc.nat(), hostileText),
      }),
      { maxLength: 2 },
    ),
    hops: fc.array(fc.record({ url: hostileText, status: fc.nat() }), { maxLength: 2 }),
    finalUrl: fc.option(hostileText),
    contentType: fc.option(hostileText),
    bytes: fc.option(fc.nat()),
    correlation: fc.dictionary(hostileText, hostileText, { maxKeys: 2 }),
    detail: fc.option(hostileText),
    facts: fc.dictionary(hostileText, fc.oneof(hostileText, fc.integer(), fc.array(hostileText)), {
      maxKeys: 2,
    }),
  }),
  trail: fc.array(hostileStep, { maxLength: 2 }),
  referrers: fc.array(fc.record({ url: hostileText, text: hostileText, headings: fc.array(hostileText) }), {
    maxLength: 3,
  }),
  also: fc.array(fc.record({ rule: hostileText, level: fc.constantFrom(...levels), reason: hostileText }), {
    maxLength: 2,
  }),
  affected: fc.integer({ min: 1, max: 9999 }),
  tasks: fc.array(hostileText, { maxLength: 2 }),
});

const documentState = fc.constantFrom(...documentStates);

const hostileSighting = fc.record({
  url: hostileText,
  title: hostileText,
  language: fc.constantFrom('en' as const, 'ja' as const),
  version: fc.constant('unknown' as const),
  evidence: hostileText,
  reason: hostileText,
  verdict: fc.constantFrom(...states),
  places: fc.array(hostileText, { maxLength: 2 }),
});

const hostileTask = fc.record({
  id: hostileText,
  names: fc.record({ en: hostileText, ja: hostileText }),
  state: fc.option(documentState),
  mandatory: fc.option(fc.boolean()),
  services: fc.array(hostileText, { maxLength: 2 }),
  documents: fc.array(
    fc.record({
      title: hostileText,
      url: fc.option(hostileText),
      state: fc.option(documentState),
      places: fc.array(
        fc.record({
          place: hostileText,
          title: hostileText,
          state: documentState,
          reason: hostileText,
          url: fc.option(hostileText),
        }),
        { maxLength: 2 },
      ),
      sightings: fc.array(hostileSighting, { maxLength: 1 }),
      suggestions: fc.array(hostileSighting, { maxLength: 1 }),
    }),
    { maxLength: 2 },
  ),
});

const hostileListFinding = fc.record({
  kind: fc.constant('several-addresses' as const),
  message: hostileText,
  tasks: fc.array(hostileText, { maxLength: 2 }),
  items: fc.array(hostileText, { maxLength: 2 }),
});

const hostileList = fc.record({
  name: hostileText,
  rows: fc.nat(),
  problems: fc.array(hostileText, { maxLength: 2 }),
});

/** A report in which everything that could come from the web is hostile. */
export const hostileReport: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.array(hostileFinding, { maxLength: 4 }),
    language: fc.constantFrom('en' as const, 'ja' as const),
    title: hostileText,
    limits: fc.array(hostileText, { maxLength: 2 }),
    tasks: fc.array(hostileTask, { maxLength: 2 }),
    listFindings: fc.array(hostileListFinding, { maxLength: 2 }),
    taskLists: fc.array(hostileList, { maxLength: 2 }),
  })
  .map(({ findings, language, title, limits, ...lists }) => {
    const report = buildReport(findings, { language, ...lists });
    const sources = [{ id: 'hub', title, seeds: [title] }];
    return { ...report, run: { ...report.run, complete: false, limitsReached: limits, sources } };
  });
