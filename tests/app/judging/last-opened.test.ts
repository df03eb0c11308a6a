import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { crawl } from '../../../src/app/crawl.js';
import type { Report } from '../../../src/model/report.js';
import { linking, serveSite, type Handler, type SmallSite } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, nextNight } from '../../support/world.js';

let hub: SmallSite;
let community: SmallSite;
let pages: Record<string, string | Handler>;
let others: Record<string, string | Handler>;
let store: string;
beforeEach(async () => {
  pages = { '/': linking('/a', '/list'), '/a': '<h1>A</h1>', '/list': linking('/b'), '/b': '<h1>B</h1>' };
  others = { '*': '<h1>C</h1>' };
  [hub, community] = await Promise.all([serveSite(pages), serveSite(others)]);
  store = join(temporaryFolder(), 'store');
});
afterEach(() => Promise.all([hub.close(), community.close()]));

const failing: Handler = (_, response) => void response.writeHead(500).end();
const busy: Handler = (_, response) => void response.writeHead(429, { 'retry-after': '99999' }).end();

async function night(): Promise<Report> {
  const sources = [hub, community].map(({ origin }, at) => ({ id: `portal-${at}`, seeds: [`${origin}/`] }));
  const config = configOf(hub.origin, store, {
    probes: false,
    sources,
    limits: { retries: 0, backoff: 0, maxWait: 20 },
  });
  return (await crawl({ config, language: 'en', all: false, fresh: false }, nextNight())).report;
}

const lastHealthy = ({ findings }: Report, path: string): string | null | undefined =>
  findings.find(({ url }) => url.endsWith(path))?.past?.lastHealthy;

it('is the night that saw it open, though it is not the one that is compared with', async () => {
  await night();
  others['*'] = failing;
  const { run } = await night();
  pages['/a'] = failing;
  expect(lastHealthy(await night(), '/a')).toBe(run.start);
});

it.each([
  ['could not tell', '/a', { '/a': busy }],
  ['could not read the page that leads there', '/b', { '/list': failing }],
])('is not the night that %s', async (_, path, trouble) => {
  const whole = { ...pages };
  const { run } = await night();
  Object.assign(pages, trouble);
  await night();
  Object.assign(pages, whole, { [path]: failing });
  expect(lastHealthy(await night(), path)).toBe(run.start);
});

it('is known of what a host that is down had', async () => {
  const files: Record<string, string | Handler> = { '*': '<h1>A file</h1>' };
  const host = await serveSite(files);
  try {
    pages['/'] = linking(`${host.origin}/x`, `${host.origin}/y`);
    const { run } = await night();
    files['*'] = failing;
    const report = await night();
    expect(report.changes?.changes.map(({ subject }) => subject)).toEqual(['host']);
    expect(['/x', '/y'].map((path) => lastHealthy(report, path))).toEqual([run.start, run.start]);
  } finally {
    await host.close();
  }
});
