import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import type { FullConfig } from '../../src/app/context/config.js';
import type { Report } from '../../src/model/report.js';
import { linking, serveSite, type Handler } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

type Scope = Partial<FullConfig['sources'][number]>;

let pages: Record<string, string | Handler>;
let config: FullConfig;
beforeEach(async () => {
  pages = {
    '/': linking('/guides'),
    '/guides': linking('/more'),
    '/more': linking('/kept', '/broken'),
    '/kept': linking(),
  };
  const { origin } = await serveSite(pages);
  config = configOf(origin, join(temporaryFolder(), 'store'), { probes: false });
});

async function night(scope: Scope = {}): Promise<Report> {
  const narrowed = { ...config, sources: config.sources.map((source) => ({ ...source, ...scope })) };
  const request = { config: narrowed, language: 'en', all: false, fresh: false } as const;
  return (await crawl(request, nextNight())).report;
}

const changesOf = (report: Report): readonly string[] =>
  [...(report.changes?.changes ?? []), ...(report.undone ?? [])].map(
    ({ kind, url }) => `${kind} ${new URL(url).pathname}`,
  );

it.each<[string, Scope]>([
  ['only so many clicks away', { maxDepth: 1 }],
  ['without a part of it', { exclude: ['/more'] }],
  ['only a part of it', { include: ['/$', '/guides'] }],
])('walking a portal %s changes nothing of what lies beyond', async (_, scope) => {
  await night();
  const told: (readonly string[])[] = [];
  for (const narrow of [true, true, false, false]) told.push(changesOf(await night(narrow ? scope : {})));
  expect(told).toEqual([[], [], [], []]);
  pages['/more'] = linking('/new');
  pages['/new'] = linking('/');
  const apart = (changes: readonly string[]) => changes.filter((one) => one !== 'updated /more').sort();
  expect(apart(changesOf(await night(scope)))).toEqual([]);
  expect(apart(changesOf(await night()))).toEqual(['fixed /broken', 'new /new', 'removed /kept']);
});

it('a page that is near enough again is walked, though it has not changed', async () => {
  const markup = linking('/broken');
  pages['/more'] = ({ headers }, response) => {
    const isKnown = headers['if-none-match'] === '"one"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"one"', 'content-type': 'text/html' });
    response.end(isKnown ? '' : markup);
  };
  await night({ maxDepth: 1 });
  await night({ maxDepth: 1 });
  expect((await night()).findings.map(({ url }) => new URL(url).pathname)).toEqual(['/broken']);
});
