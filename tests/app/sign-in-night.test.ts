import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { linking, serveSite, type Handler, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

let site: SmallSite;
let pages: Record<string, string | Handler>;
let store: string;
beforeEach(async () => {
  pages = {
    '/': linking('/list'),
    '/list': linking('/a', '/b'),
    '/a': '<h1>A</h1>',
    '/b': '<h1>B</h1>',
    '*': form,
  };
  site = await serveSite(pages);
  store = join(temporaryFolder(), 'store');
});
afterEach(() => site.close());

const form: Handler = ({ url = '' }, response) =>
  void response
    .writeHead(url.startsWith('/SignIn') ? 200 : 404, { 'content-type': 'text/html' })
    .end('<title>Sign in</title><h1>Sign in</h1><form><input type="password" name="password"></form>');

/** As a portal answers whoever is not signed in. */
const locked: Handler = ({ url = '' }, response) =>
  void response.writeHead(302, { location: `/SignIn?ReturnUrl=${encodeURIComponent(url)}` }).end();

const document: Handler = (_, response) =>
  void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4\nA guide\n%%EOF\n');

async function night(): Promise<readonly string[] | undefined> {
  const config = configOf(site.origin, store, { probes: false });
  const { report, untold } = await crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  expect(untold).toEqual(report.changes);
  return report.changes?.changes.map(
    ({ kind, subject, url }) => `${kind} ${subject} ${new URL(url).pathname}`,
  );
}

it.each(['/', '/list'])('tells what came behind %s while it led to a sign-in, and no more', async (path) => {
  await night();
  const page = pages[path] ?? '';
  pages[path] = locked;
  expect(await night()).toEqual([]);
  expect(await night()).toEqual([]);
  pages[path] = page;
  pages['/list'] = linking('/a', '/c');
  pages['/c'] = '<h1>C</h1>';
  expect(await night()).toEqual(['new page /c', 'updated page /list', 'removed page /b']);
  expect(await night()).toEqual([]);
});

it('tells what broke behind a page that led to a sign-in which is never asked for', async () => {
  const { '/list': list = '' } = pages;
  pages['/'] = linking('/hall');
  pages['/hall'] = linking('/list');
  await night();
  pages['/list'] = (_, response) => void response.writeHead(302, { location: '/Account/Login' }).end();
  delete pages['/a'];
  expect(await night()).toEqual([]);
  pages['/hall'] = (_, response) => void response.writeHead(401).end();
  pages['/list'] = list;
  expect(await night()).toEqual([]);
  pages['/hall'] = linking('/list');
  expect(await night()).toEqual(['broke page /a']);
  expect(await night()).toEqual([]);
});

it('does not call removed what is behind short links that lead to a sign-in', async () => {
  const short: Record<string, Handler> = {
    '*': (_, response) => void response.writeHead(301, { location: `${site.origin}/guide.pdf` }).end(),
  };
  const host = await serveSite(short);
  const { '*': live } = short;
  try {
    pages['/guide.pdf'] = document;
    pages['/'] = linking('/list', `${host.origin}/guide`);
    await night();
    short['*'] = (_, response) => void response.writeHead(302, { location: `${site.origin}/SignIn` }).end();
    expect(await night()).toEqual([]);
    if (live !== undefined) short['*'] = live;
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

it('does not call removed what is behind a short link that is throttled after it led to a sign-in', async () => {
  const live: Handler = (_, response) =>
    void response.writeHead(301, { location: `${site.origin}/guide.pdf` }).end();
  const busy: Handler = (_, response) => void response.writeHead(429, { 'retry-after': '99999' }).end();
  const short: Record<string, Handler> = { '*': live };
  const host = await serveSite(short);
  try {
    pages['/guide.pdf'] = document;
    pages['/'] = linking('/list', `${host.origin}/guide`);
    await night();
    pages['/guide.pdf'] = locked;
    expect(await night()).toEqual([]);
    short['*'] = busy;
    expect(await night()).toEqual([]);
    pages['/guide.pdf'] = document;
    short['*'] = live;
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});
