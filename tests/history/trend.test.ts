import { expect, test } from 'vitest';
import { noTallies, noteTally, trendOf, type Tallies } from '../../src/history/trend.js';
import type { Report } from '../../src/model/report.js';
import { buildReport } from '../support/reports.js';

function reportOf(night: number, broken: number, different: Partial<Report['run']> = {}): Report {
  const report = buildReport([]);
  const start = new Date(Date.UTC(2026, 0, 1 + night)).toISOString();
  const run = { ...report.run, id: start.replace(/[-:.]/g, ''), start, ...different };
  return {
    ...report,
    run,
    totals: { ...report.totals, byVerdict: { ...report.totals.byVerdict, broken } },
  };
}

function noteAll(reports: readonly Report[], walk = 'hub', from: Tallies = noTallies): Tallies {
  return reports.reduce((tallies, report) => noteTally(tallies, walk, report), from);
}

const nights = (count: number): readonly Report[] =>
  Array.from({ length: count }, (_, night) => reportOf(night, night));
const brokenOf = (tallies: Tallies, walk: string, last: Report): readonly number[] =>
  trendOf(tallies, walk, last.run.id).map(({ byVerdict }) => byVerdict.broken);

test('gives the totals of the runs before, oldest first, in whatever order they were noted', () => {
  const [first, second, third] = nights(3) as [Report, Report, Report];
  const tallies = noteAll([second, third, first]);
  expect(brokenOf(tallies, 'hub', third)).toEqual([0, 1, 2]);
  expect(brokenOf(tallies, 'hub', second)).toEqual([0, 1]);
});

test('a run that is noted again, as one that was resumed, counts once', () => {
  const [first, second] = nights(2) as [Report, Report];
  const broken = noteAll([first, reportOf(1, 9, { complete: false }), second]);
  expect(trendOf(broken, 'hub', second.run.id)).toMatchObject([
    { complete: true, byVerdict: { broken: 0 } },
    { complete: true, byVerdict: { broken: 1 } },
  ]);
});

test('walks of other portals are left out', () => {
  const tallies = noteAll([reportOf(1, 7)], 'other', noteAll([reportOf(0, 1)]));
  expect(brokenOf(tallies, 'hub', reportOf(2, 0))).toEqual([1]);
});

test('is bounded, however many runs there were', () => {
  const all = nights(1200);
  const tallies = noteAll(all);
  expect(brokenOf(tallies, 'hub', all.at(-1)!)).toEqual(Array.from({ length: 60 }, (_, at) => 1140 + at));
  expect(tallies.entries).toHaveLength(1000);
});
