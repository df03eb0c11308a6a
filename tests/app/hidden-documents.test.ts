import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import type { FullConfig } from '../../src/app/context/config.js';
import { findChanges } from '../../src/app/find-changes.js';
import { answerTasks } from '../../src/app/tasks.js';
import type { Report } from '../../src/model/report.js';
import { linking, serveSite, type Handler } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

const guide = '/docs/alpha-bravo-guide.html';
const list: Handler = (_, response) =>
  void response
    .writeHead(200, { 'content-type': 'text/csv' })
    .end('Task ID,Task Name,Documents\n4122,Do it,Alpha Bravo Guide\n');
const failing =
  (status: number): Handler =>
  (_, response) =>
    void response.writeHead(status, { 'retry-after': '9999' }).end();
const saying =
  (words: string, form = ''): Handler =>
  (_, response) =>
    void response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<title>${words}</title><h1>${words}</h1>${form}`);
const cut: Handler = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': '5000' });
  response.write('<title>A page</title><a href="/">home</a>', () => void response.destroy());
};
const redirecting =
  (location: string): Handler =>
  (_, response) =>
    void response.writeHead(301, { location }).end();
let pages: Record<string, string | Handler>;
let config: ReturnType<typeof configOf>;
beforeEach(async () => {
  pages = {
    '/': linking('/guides', '/other', '/list.csv'),
    '/guides': linking('/more'),
    '/more': linking(guide),
    [guide]: linking().replace('A page', 'Alpha Bravo Guide'),
    '/other': linking('/'),
    '/list.csv': list,
  };
  const { origin } = await serveSite(pages);
  config = configOf(origin, join(temporaryFolder(), 'store'), {
    probes: false,
    tasks: [`${origin}/list.csv`],
    failOn: 'new-broken',
  });
});

async function night(changed: Readonly<Record<string, string | Handler>> = {}): Promise<Report> {
  Object.assign(pages, changed);
  return (await crawl({ config, language: 'en', all: false, fresh: false }, nextNight())).report;
}

const stateOf = ({ tasks }: Report): string | undefined => tasks[0]?.documents[0]?.places[0]?.state;
const missing = ({ findings }: Report): readonly string[] =>
  findings.filter(({ rule }) => rule === 'missing-document').map(({ title }) => title);
const tasksOf = (report: Report): readonly string[] =>
  (report.changes?.changes ?? []).filter(({ subject }) => subject === 'task').map(({ kind }) => kind);

it.each([
  ['asks for patience', failing(429)],
  ['fails', failing(503)],
  ['is behind a sign-in', failing(401)],
  ['has a sign-in in its place', saying('Sign in', '<form><input type="password"></form>')],
  ['has a maintenance page in its place', saying('Down for maintenance')],
  ['breaks off', cut],
])('nobody knows whether a document is there while the only page that led to it %s', async (_, closed) => {
  expect(stateOf(await night())).toBe('available');
  const open = pages['/guides'] ?? '';
  for (let nights = 1; nights <= 2; nights++) {
    const report = await night({ '/guides': closed });
    expect([stateOf(report), missing(report), tasksOf(report)]).toEqual(['not-checked', [], []]);
  }
  expect(findChanges({ config, language: 'en', asWalked: false }).changes).not.toContainEqual(
    expect.objectContaining({ subject: 'task' }),
  );
  const asked = { ids: ['4122'], freshness: 'offline', asWalked: false, format: 'text' } as const;
  const { text, isLacking } = await answerTasks(
    { config, language: 'en', style: { width: 400, colour: false }, ...asked },
    nextNight(),
  );
  expect(text).toContain('was not read this time');
  expect(isLacking).toBe(false);
  const back = await night({ '/guides': open });
  expect([stateOf(back), tasksOf(back)]).toEqual(['available', []]);
});

it.each<[string, Record<string, string | Handler>]>([
  ['led there over a redirect', { '/more': redirecting('/deeper'), '/deeper': linking(guide) }],
  ['was a redirect itself', { '/guides': redirecting('/deeper'), '/deeper': linking(guide) }],
])('nor where that page %s', async (_, changed) => {
  await night(changed);
  expect(stateOf(await night({ '/guides': failing(503) }))).toBe('not-checked');
});

it('nor where another page behind that one did not open before', async () => {
  await night();
  const open = pages['/more'] ?? '';
  await night({ '/more': failing(503) });
  const report = await night({ '/guides': failing(503) });
  expect([stateOf(report), missing(report)]).toEqual(['not-checked', []]);
  expect(stateOf(await night({ '/more': open }))).toBe('not-checked');
});

it('but that it went while another page did not open', async () => {
  pages['/guides'] = linking('/more', '/there');
  pages['/there'] = linking('/more');
  await night();
  const { '/more': open = '', '/there': there = '' } = pages;
  await night({ '/more': failing(503) });
  await night({ '/more': linking('/'), '/there': failing(503) });
  expect(stateOf(await night({ '/guides': failing(503), '/there': there }))).toBe('missing');
  expect(stateOf(await night({ '/guides': linking('/more'), '/more': open }))).toBe('available');
});

it('nor after nights on which the portal was down', async () => {
  await night();
  const open = pages['/'] ?? '';
  for (let nights = 1; nights <= 3; nights++) await night({ '/': failing(500) });
  const report = await night({ '/': open, '/guides': failing(503) });
  expect([stateOf(report), missing(report)]).toEqual(['not-checked', []]);
});

/** Walks what is below `/community/` as a portal of its own. */
function addCommunity(): void {
  const [hub] = config.sources;
  if (hub === undefined) throw new Error('no source');
  const origin = new URL(hub.seeds[0] ?? '').origin;
  const below = `${origin}/community/`;
  const community = { ...hub, id: 'community', seeds: [below], include: [below] };
  config = { ...config, sources: [{ ...hub, include: [`${origin}/(guides|more|$)`] }, community] };
}

const statesOf = ({ tasks }: Report): readonly string[] =>
  tasks[0]?.documents[0]?.places.map(({ state }) => state) ?? [];

it('nor after a night on which links of that page were not followed', async () => {
  await night();
  const { sources } = config;
  config = { ...config, sources: sources.map((source) => ({ ...source, maxDepth: 0 })) };
  await night();
  config = { ...config, sources };
  expect(stateOf(await night({ '/guides': failing(503) }))).toBe('not-checked');
});

it('nor whether a portal still has one that another links to', async () => {
  addCommunity();
  await night({ '/community/': linking(guide) });
  const report = await night({ '/more': failing(503) });
  expect(statesOf(report)).toEqual(['not-checked', 'available']);
});

it('a document that is known not to open is broken, whatever else led to it', async () => {
  addCommunity();
  await night({ '/community/': linking(guide) });
  const report = await night({ '/more': failing(503), [guide]: failing(404) });
  expect(statesOf(report)).toEqual(['missing', 'broken']);
  expect(tasksOf(report)).toEqual(['broke']);
});

it('a portal lacks what its own pages no longer lead to, though a page of another that does not open did', async () => {
  addCommunity();
  await night({ '/more': linking(guide, '/community/'), '/community/': linking(guide) });
  const report = await night({ '/more': failing(503), '/community/': linking('/community/') });
  expect(statesOf(report)).toEqual(['not-checked', 'missing']);
});

it.each<[string, Record<string, string | Handler>]>([
  ['no page leads to it any more', { '/more': linking('/') }],
  ['the pages that led to it went', { '/guides': linking('/') }],
  ['the page that led to it is missing', { '/more': failing(404) }],
  ['that page says so itself', { '/more': saying('Page not found') }],
  ['it went before that page failed', { '/more': linking('/') }],
])('a document is missing if %s, whatever else cannot be read', async (_, changed) => {
  await night();
  expect(missing(await night({ ...changed, '/other': failing(429) }))).toEqual(['Alpha Bravo Guide']);
  if (changed['/more'] === undefined) return;
  expect(missing(await night({ '/more': failing(503) }))).toEqual(['Alpha Bravo Guide']);
});

it('a document that a page names for the first time is missing, whatever cannot be read', async () => {
  await night({ '/more': linking('/') });
  expect(missing(await night({ '/guides': failing(503) }))).toEqual(['Alpha Bravo Guide']);
});

describe.each<[string, Partial<FullConfig['sources'][number]>]>([
  ['only so many clicks away', { maxDepth: 1 }],
  ['without the pages that lead to it', { exclude: ['/guides'] }],
  ['only another part of it', { include: ['/$', '/list', '/other'] }],
])('walking the portal %s', (_, scope) => {
  const narrow = async () => {
    const wide = config;
    config = { ...config, sources: config.sources.map((source) => ({ ...source, ...scope })) };
    const report = await night();
    config = wide;
    return report;
  };

  it('does not tell whether a document is there that a wider walk saw', async () => {
    expect(stateOf(await night())).toBe('available');
    for (let nights = 1; nights <= 2; nights++) {
      const report = await narrow();
      expect([stateOf(report), missing(report), tasksOf(report)]).toEqual(['not-checked', [], []]);
    }
    const back = await night();
    expect([stateOf(back), tasksOf(back)]).toEqual(['available', []]);
  });

  it('tells that it is nowhere in that part, where that is all that is ever walked', async () => {
    await night();
    const told: unknown[] = [];
    for (let nights = 1; nights <= 4; nights++) told.push(stateOf(await narrow()));
    expect(told).toEqual(['not-checked', 'not-checked', 'not-checked', 'missing']);
  });
});
