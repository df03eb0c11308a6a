import { expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { reportRun } from '../../src/app/report-run.js';
import { openStore } from '../../src/store/store.js';
import type { Report } from '../../src/model/report.js';
import { linking, serveSite } from '../support/small-site.js';
import { runOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

const longAgo = { now: () => 0 };

it('an old run is judged by the rules it was walked with, unless others are given', async () => {
  const site = await serveSite({ '/': linking('/gone') });
  const store = temporaryFolder();
  const config = configOf(site.origin, store, { probes: false, rules: { 'not-found': { level: 'off' } } });
  await crawl({ config, language: 'en', all: false }, nextNight());
  const today = configOf(site.origin, store);
  const rulesOf = (asWalked: boolean): readonly string[] => {
    const request = { config: today, run: undefined, language: 'en', all: false, asWalked } as const;
    return reportRun(request, longAgo).report.findings.map(({ rule }) => rule);
  };
  expect(rulesOf(true)).not.toContain('not-found');
  expect(rulesOf(false)).toContain('not-found');
});

it('a run that is told although newer ones have not ended says so, unless it was named', async () => {
  const site = await serveSite({ '/': linking() });
  const directory = temporaryFolder();
  const config = configOf(site.origin, directory, { probes: false });
  const { report } = await crawl({ config, language: 'en', all: false }, nextNight());
  const noticesOf = (run?: string): readonly string[] => {
    const request = { config, run, language: 'en', all: false, asWalked: true } as const;
    return reportRun(request, longAgo).report.notices ?? [];
  };
  expect(noticesOf()).toEqual([]);
  const unfinished = openStore(directory).begin(runOf({ id: '20990101T000000Z-cut', endedAt: null }));
  expect(noticesOf()).toEqual([expect.stringContaining('20990101T000000Z-cut')]);
  expect(noticesOf(report.run.id)).toEqual([]);
  unfinished.end({ endedAt: 1, complete: true, limitsReached: [] });
});

it('a report tells what the walks before came to, even those that are not kept', async () => {
  const pages: Record<string, string> = { '/': linking('/gone') };
  const site = await serveSite(pages);
  const config = configOf(site.origin, temporaryFolder(), { probes: false, keep: 1 });
  const walk = async (): Promise<Report> =>
    (await crawl({ config, language: 'en', all: false }, nextNight())).report;
  expect((await walk()).trend).toBeUndefined();
  pages['/'] = linking('/gone', '/lost');
  await walk();
  pages['/'] = linking();
  const { run, trend } = await walk();
  expect(trend?.map(({ byVerdict }) => byVerdict.broken)).toEqual([1, 2, 0]);
  expect(trend?.at(-1)).toMatchObject({ run: run.id, start: run.start, complete: true, unreachable: 0 });
});
