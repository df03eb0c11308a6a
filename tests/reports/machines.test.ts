import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as reporters from '../../src/reports/all.js';
import { hostileReport } from '../support/hostile-reports.js';
import { buildFinding, buildReport, largeReport, sampleReport } from '../support/reports.js';
import { processorTime } from '../support/processor-time.js';

const style = { colour: false, width: null };
const { csv, github, junit, sarif } = reporters;

test('every reporter has a name of its own and every ending one reporter', () => {
  const all = Object.values(reporters);
  const endings = all.flatMap(({ endings }) => endings);
  expect(all.map(({ id }) => id)).toEqual(Object.keys(reporters));
  expect(new Set(endings).size).toBe(endings.length);
});

test.each(Object.values(reporters))('$id renders ten thousand findings in no time', (reporter) => {
  const report = largeReport(10_000);
  let text = '';
  expect(processorTime(() => (text = reporter.render(report, style)))).toBeLessThan(10_000);
  expect(text).not.toBe('');
});

describe('nothing fails for a finding that somebody lives with, or, where only new ones are to fail, an old one', () => {
  const past = {
    course: 'persisting',
    firstSeen: '2026-11-20T08:15:00.000Z',
    lastHealthy: null,
    nights: 3,
  } as const;
  const accepted = { reason: 'Retired in May', owner: 'Mika', until: '2026-12-31' };
  const found = [
    buildFinding({ id: '1', past: { ...past, course: 'new', nights: 1 }, isNew: true }),
    buildFinding({ id: '2', past, isNew: false }),
    buildFinding({ id: '3', past, isNew: false, accepted }),
  ];
  const [onlyNew, all] = [buildReport(found, { failOn: 'new-broken' }), buildReport(found)];
  const count = (text: string, part: string): number => text.split(part).length - 1;

  test('nor for one that has yet to be confirmed by more runs', () => {
    const unconfirmed = buildReport(found, { confirm: 2 });
    expect(junit.render(unconfirmed, style)).toContain('failures="1" errors="0" skipped="2"');
    expect(github.render(unconfirmed, style).match(/^::\w+/gm)).toEqual(['::error', '::notice', '::notice']);
  });

  test('in JUnit it is skipped, with why', () => {
    expect(junit.render(onlyNew, style)).toContain('failures="1" errors="0" skipped="2"');
    expect(junit.render(all, style)).toContain('failures="2" errors="0" skipped="1"');
    const shown = junit.render(onlyNew, style);
    expect([count(shown, '<failure '), count(shown, '<skipped ')]).toEqual([1, 2]);
    expect(shown).toContain('Accepted: Retired in May (Mika, until 2026-12-31)');
    expect(shown).toContain('Since 2026-11-20, 3 runs in a row.');
  });

  test('on GitHub it is a notice, with why', () => {
    const commandsOf = (text: string): readonly string[] => text.match(/^::\w+/gm) ?? [];
    expect(commandsOf(github.render(onlyNew, style))).toEqual(['::error', '::notice', '::notice']);
    expect(commandsOf(github.render(all, style))).toEqual(['::error', '::error', '::notice']);
    expect(github.render(onlyNew, style)).toContain('Accepted: Retired in May');
  });

  test('where why and what share a line, each ends as sentences do', () => {
    const told = [junit, github].flatMap((reporter) =>
      (['en', 'ja'] as const).map((language) => reporter.render(buildReport(found, { language }), style)),
    );
    const reason = String(found[0]?.reason);
    const english = `3 runs in a row. Accepted: Retired in May (Mika, until 2026-12-31). ${reason}`;
    const japanese = `3 回連続で検出されています。既知の問題: Retired in May (Mika、2026-12-31 まで)。${reason}`;
    expect(told.map((text) => [english, japanese].findIndex((line) => text.includes(line)))).toEqual([
      0, 1, 0, 1,
    ]);
  });

  test('in SARIF it is suppressed, and every result tells whether it is new', () => {
    const log = JSON.parse(sarif.render(all, style)) as { runs: { results: unknown[] }[] };
    expect(log.runs[0]?.results).toMatchObject([
      { baselineState: 'new', suppressions: [] },
      { baselineState: 'unchanged', suppressions: [] },
      {
        baselineState: 'unchanged',
        suppressions: [
          { kind: 'external', justification: 'Accepted: Retired in May (Mika, until 2026-12-31)' },
        ],
      },
    ]);
    const plain = sarif.render(buildReport([buildFinding()]), style);
    expect(plain).not.toMatch(/suppressions|baselineState/);
  });

  test('in CSV the last columns tell', () => {
    const rows: string[][] = parse(csv.render(all, style), { bom: true });
    expect(rows.map((row) => row.slice(-3))).toEqual([
      ['Since', 'Course', 'Accepted'],
      ['2026-11-20', 'New', ''],
      ['2026-11-20', 'Persisting', ''],
      ['2026-11-20', 'Persisting', 'Accepted: Retired in May (Mika, until 2026-12-31)'],
    ]);
  });
});

describe('junit', () => {
  test('fails what is broken, skips what was not checked, and says when the walk was incomplete', () => {
    const shown = junit.render(sampleReport(), style);
    expect(shown).toContain('time="102.000" tests="6" failures="3" errors="1" skipped="1">');
    expect(shown.match(/<failure /g)).toHaveLength(3);
    expect(shown.match(/<skipped /g)).toHaveLength(1);
    expect(shown).toContain('<error message="Incomplete:');
  });

  test('does not pass a walk that could not open a portal', () => {
    const report = buildReport([]);
    const unreachable = ['https://community.example/'];
    const shown = junit.render({ ...report, run: { ...report.run, unreachable } }, style);
    expect(shown).toContain('tests="1" failures="0" errors="1" skipped="0">');
    expect(shown).toContain('https://community.example/');
  });

  test('is well-formed XML 1.0, whatever the web sent', () => {
    fc.assert(fc.property(hostileReport, (report) => expectWellFormed(junit.render(report, style))));
  });
});

const inFiles = [
  { url: 'docs/a b.md', text: '', headings: ['Guide', 'L3'] },
  { url: 'docs/a b.md', text: 'again', headings: ['Guide', 'L3'] },
  { url: 'docs/a b.md', text: '', headings: ['L9'] },
  { url: 'list.csv', text: '', headings: ['L2'] },
];

describe('sarif', () => {
  test('puts a result where the link stands', () => {
    const log = JSON.parse(sarif.render(buildReport([buildFinding()]), style)) as { runs: unknown[] };
    expect(log.runs[0]).toMatchObject({
      tool: { driver: { name: 'playbook-health', rules: [{ id: 'not-found' }] } },
      results: [
        {
          ruleId: 'not-found',
          ruleIndex: 0,
          level: 'error',
          locations: [
            {
              physicalLocation: {
                artifactLocation: {
                  uri: 'https://hub.example/ja-jp/playbook/resource/services-workshops.html',
                },
              },
            },
          ],
          partialFingerprints: { 'finding/v1': 'a1b2c3d4' },
        },
      ],
    });
  });

  test('names the line of a file, each once', () => {
    const finding = buildFinding({ referrers: inFiles });
    const log = JSON.parse(sarif.render(buildReport([finding]), style)) as {
      runs: { results: { locations: unknown; relatedLocations: unknown }[] }[];
    };
    const at = (uri: string, startLine: number) => ({
      physicalLocation: { artifactLocation: { uri }, region: { startLine } },
    });
    const { locations, relatedLocations } = log.runs[0]?.results[0] ?? {};
    expect(locations).toMatchObject([at('docs/a%20b.md', 3)]);
    expect(relatedLocations).toEqual([at('docs/a%20b.md', 9), at('list.csv', 2)]);
  });

  test('makes no links of hostile text and no invalid addresses', () => {
    const finding = buildFinding({
      title: '[x](http://evil.example)',
      referrers: [{ url: 'https://example.com/a[b]|c?d=^%zz#e#f', text: '', headings: [] }],
    });
    const shown = sarif.render(buildReport([finding]), style);
    expect(shown).toContain('\\\\[x\\\\](http://evil.example)');
    expect(shown).toContain('"uri": "https://example.com/a%5Bb%5D%7Cc?d=%5E%25zz#e%23f"');
    fc.assert(fc.property(hostileReport, (report) => void JSON.parse(sarif.render(report, style))));
  });
});

describe('github', () => {
  test('annotates by level', () => {
    const lines = github.render(sampleReport(), style).trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      ...['::error', '::error', '::error', '::error', '::warning', '::notice'],
    ]);
    expect(lines[1]).toBe(
      '::error title=Broken 404%3A Compliance Score Workshop::The server says that there is no such page (HTTP 404). ' +
        'https://documents.example/mip/compliance-score-workshop.pptx ([FastTrack Playbook] - [Resource] - ' +
        '[Services Workshops] › Microsoft Information Protection (MIP) › Compliance Score Workshop)',
    );
  });

  test('stands beside the line of a file, not of a page', () => {
    const [file, page] = [inFiles, [{ url: 'https://a.example/', text: '', headings: ['L3'] }]].map(
      (referrers) => github.render(buildReport([buildFinding({ referrers })]), style),
    );
    expect(file).toMatch(/^::error title=[^,:]*,file=docs\/a b.md,line=3::/);
    expect(page).toMatch(/^::error title=[^,:]*::/);
  });

  test.each([
    ['docs/list.csv', /file=docs\/list\.csv::.*docs\/list\.csv#Task4144/, 'docs/list.csv'],
    ['https://hub.example/list.html', /^::error title=[^,:]*::/, 'https://hub.example/list.html'],
  ])('what the list %s alone names stands in the list', (list, annotation, uri) => {
    const trail = [{ url: list, place: [list], headings: ['Task4144'], text: 'Kickoff Deck' }];
    const report = buildReport([buildFinding({ url: `${list}#Task4144`, referrers: [], trail })]);
    expect(github.render(report, style)).toMatch(annotation);
    expect(sarif.render(report, style)).toContain(`"uri": "${uri}"`);
  });

  test('shows no more than GitHub does, and says how many are left', () => {
    const lines = github.render(largeReport(1000), style).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(9);
    expect(lines[8]).toMatch(/^::error title=… and 592 more::/);
  });

  test('is one command a line, whatever the web sent', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const lines = github.render(report, style).split('\n').slice(0, -1);
        for (const line of lines)
          expect(line).toMatch(
            /^::(error|warning|notice) title=[^:,]*(,file=[^:,]*(,line=\d+)?)?::[^\p{Cc}]*$/u,
          );
        expect(lines.length).toBeLessThanOrEqual(report.findings.length + 1);
      }),
    );
  });
});

describe('csv', () => {
  test('begins with a byte order mark and ends lines with CRLF', () => {
    const shown = csv.render(sampleReport('ja'), style);
    expect(shown.startsWith('\ufeff"状態","重大度"')).toBe(true);
    expect(shown.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('says where a link ends only if it is redirected', () => {
    const direct = buildFinding();
    const hops = [{ url: direct.url, status: 301 }];
    const ended = { ...direct.evidence, hops, finalUrl: 'https://documents.example/moved' };
    const report = buildReport([direct, buildFinding({ id: 'e5f6', evidence: ended })]);
    const rows: Record<string, string>[] = parse(csv.render(report, style), { bom: true, columns: true });
    expect(rows.map((row) => row['Ends at'])).toEqual(['', 'https://documents.example/moved']);
  });

  test('has as many cells in every row, none of them a formula, whatever the web sent', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const rows = parse(csv.render(report, style), { bom: true, record_delimiter: '\r\n' });
        expect(rows).toHaveLength(report.findings.length + 1);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
      }),
    );
  });
});

/** XML 1.0: allowed characters only, every tag closed in its order, every ampersand an entity. */
function expectWellFormed(xml: string): void {
  const open: string[] = [];
  let end = 0;
  const token = /<\?xml [^?]*\?>|<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|[^<]+/gy;
  for (const [all, closing, name = '', , alone] of xml.matchAll(token)) {
    end += all.length;
    if (closing === '/') expect(open.pop()).toBe(name);
    else if (name !== '' && alone === '') open.push(name);
  }
  expect(end).toBe(xml.length);
  expect(open).toEqual([]);
  expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)|[^\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
}
