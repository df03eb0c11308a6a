import { expect, it } from 'vitest';
import { crawl } from '../../../src/app/crawl.js';
import type { Report } from '../../../src/model/report.js';
import { linking, serveSite } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, nextNight } from '../../support/world.js';

it('since when a finding is there is told from runs of the same seeds, whatever else is walked into the store', async () => {
  const { origin } = await serveSite({
    '/': linking('/gone'),
    '/other': linking('/gone', '/two', '/three'),
  });
  const store = temporaryFolder();
  const walk = async (seed: string): Promise<Report> => {
    const sources = [{ id: 'site', seeds: [origin + seed], maxDepth: 1 }];
    const config = configOf(origin, store, { sources, probes: false });
    return (await crawl({ config, language: 'en', all: false }, nextNight())).report;
  };
  const pastOf = ({ findings }: Report): readonly unknown[] => [
    findings.find(({ url }) => url.endsWith('/gone'))?.past?.course,
    findings.find(({ url }) => url.endsWith('/gone'))?.past?.nights,
  ];
  expect(pastOf(await walk('/'))).toEqual(['new', 1]);
  expect(pastOf(await walk('/other'))).toEqual(['new', 1]);
  const again = await walk('/');
  expect(pastOf(again)).toEqual(['persisting', 2]);
  expect(again.fixed).toEqual([]);
  expect(pastOf(await walk('/other'))).toEqual(['persisting', 2]);
});
