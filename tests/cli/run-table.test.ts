import { expect, test } from 'vitest';
import type { RunSummary } from '../../src/app/list-runs.js';
import { runTable } from '../../src/cli/output/run-table.js';
import { columnsOf } from '../../src/kit/text/display-width.js';

const run = {
  id: '20261122T181500123Z-1f3a',
  startedAt: Date.UTC(2026, 10, 22, 18, 15),
  endedAt: 1,
  complete: true,
  limitsReached: [],
  sources: [
    {
      id: 'hub',
      title: '',
      seeds: ['https://hub.example.com/en-us/playbook/toc.html'],
      library: true,
    },
  ],
  checkFragments: false,
  version: '1',
  options: {},
} as const;
const summary: RunSummary = {
  id: run.id,
  file: 'f',
  bytes: 3 * 1024 ** 2,
  state: 'complete',
  run,
  resources: 12,
  problem: null,
};
const unreadable: RunSummary = {
  ...summary,
  id: '20261121T181500123Z-0000',
  state: 'unreadable',
  run: null,
  problem: 'is damaged '.repeat(20),
};
const all = [summary, unreadable];

test('runs stand one a line, with the first seed of each source', () => {
  expect(runTable([summary], { language: 'en', width: null })).toBe(
    [
      'RUN                       STARTED (UTC)        STATE     ADDRESSES     SIZE  SEEDS',
      '20261122T181500123Z-1f3a  2026-11-22 18:15:00  complete         12  3.0 MiB  https://hub.example.com/en-us/playbook/toc.html',
      '1 run, 3.0 MiB',
      '',
    ].join('\n'),
  );
});

test('a source with several seeds says how many more there are', () => {
  const [source] = run.sources;
  const seeds = ['deck.pptx', 'guide.docx', 'links.xlsx'];
  const several: RunSummary = { ...summary, run: { ...run, sources: [{ ...source, seeds }, source] } };
  expect(runTable([several], { language: 'en', width: null })).toContain(
    '  deck.pptx (+2) https://hub.example.com/en-us/playbook/toc.html\n',
  );
});

test('in Japanese the table has Japanese words and the time of Japan', () => {
  const shown = runTable(all, { language: 'ja', width: null });
  expect(shown).not.toMatch(/RUN|STATE|complete|runs/);
  expect(shown).toContain('2026-11-23 03:15:00');
  expect(shown).toContain('巡回 2 件、6.0 MiB');
});

test.each([40, 60, 80, 100, 120])('no line is wider than a terminal of %i columns', (width) => {
  for (const language of ['en', 'ja'] as const)
    for (const line of runTable(all, { language, width }).split('\n'))
      expect(columnsOf(line), line).toBeLessThanOrEqual(width);
});

test.each([
  { width: 75, started: true },
  { width: 74, started: false },
])('a terminal of $width columns shows when runs started: $started', ({ width, started }) => {
  const shown = runTable([summary], { language: 'en', width });
  expect(shown.includes('2026-11-22 18:15:00')).toBe(started);
  expect(shown).toContain('\n  https://hub.example.com/en-us/playbook/toc.html\n');
});
