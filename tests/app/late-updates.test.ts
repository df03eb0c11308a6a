import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { openDatabase } from '../../src/store/database/database.js';
import { linking, serveSite, type Handler, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

let site: SmallSite;
let pages: Record<string, string | Handler>;
let store: string;
beforeEach(async () => {
  pages = { '/': linking('/a', '/guide.pdf'), '/a': '<h1>A</h1><p>one</p>', '/guide.pdf': document('"1"') };
  site = await serveSite(pages);
  store = join(temporaryFolder(), 'store');
});

function document(etag: string): Handler {
  return (_, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/pdf', etag })
      .end('%PDF-1.4\nA guide\n%%EOF\n');
}

function answering(status: number, headers: Record<string, string> = {}): Handler {
  return (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<p>not now</p>');
}

async function night(): Promise<readonly string[] | undefined> {
  const config = configOf(site.origin, store, { probes: false });
  const { report } = await crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  return report.changes?.changes.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`);
}

it.each<[string, Handler, readonly string[]]>([
  ['did not open', answering(500), ['fixed /a', 'fixed /guide.pdf']],
  ['was not there', answering(404), ['fixed /a', 'fixed /guide.pdf']],
  ['was throttled', answering(429, { 'retry-after': '99999' }), []],
])('tells of what was updated while it %s', async (_, trouble, others) => {
  const whole = { ...pages };
  const fail = (): unknown => Object.assign(pages, { '/a': trouble, '/guide.pdf': trouble });
  await night();
  fail();
  await night();
  await night();
  Object.assign(pages, { '/a': '<h1>A</h1><p>two</p>', '/guide.pdf': document('"2"') });
  expect(await night()).toEqual(['updated /a', 'updated /guide.pdf', ...others]);
  expect(await night()).toEqual([]);

  fail();
  await night();
  Object.assign(pages, whole, { '/guide.pdf': document('"2"') });
  expect(await night()).toEqual(['updated /a', ...others]);
});

it('does not take a page that says it is gone for what it was', async () => {
  await night();
  pages['/a'] = '<title>Page not found</title><h1>404 - Page not found</h1><p>The page is not here.</p>';
  expect(await night()).toEqual(['broke /a']);
  pages['/a'] = '<h1>A</h1><p>one</p>';
  expect(await night()).toEqual(['fixed /a']);
});

it('tells of what came, was translated or was updated behind a page that did not open', async () => {
  const list = (...names: readonly string[]): string => linking(...names.map((name) => `/${name}`));
  const whole = { '/': linking('/list'), '/Guide.pdf': document('"1"'), '/Deck.pdf': document('"2"') };
  Object.assign(pages, whole, { '/list': list('Guide.pdf', 'Deck.pdf') });
  await night();
  pages['/list'] = answering(500);
  expect(await night()).toEqual(['broke /list']);
  Object.assign(pages, {
    '/list': list('Guide.pdf', 'Deck.pdf', 'Guide_JPN.pdf', 'Plan.pdf', 'lost'),
    '/Deck.pdf': document('"3"'),
    '/Guide_JPN.pdf': document('"4"'),
    '/Plan.pdf': document('"5"'),
  });
  expect(await night()).toEqual([
    'new /Plan.pdf',
    'updated /Deck.pdf',
    'updated /list',
    'localised /Guide_JPN.pdf',
    'broke /lost',
    'fixed /list',
  ]);
  expect(await night()).toEqual([]);
});

it('calls nothing new behind a page that was never read', async () => {
  Object.assign(pages, { '/': linking('/list'), '/list': answering(500) });
  await night();
  await night();
  pages['/list'] = linking('/guide.pdf');
  expect(await night()).toEqual(['fixed /list']);
});

it('tells of what was removed, moved or broke behind a page that did not open', async () => {
  const list = (...names: readonly string[]): string => linking(...names.map((name) => `/${name}`));
  Object.assign(pages, {
    '/': linking('/list', '/other'),
    '/list': list('sub', 'Plan.pdf', 'Gone.pdf', 'old/Handbook.pdf', 'Kept.pdf', 'lost'),
    '/other': list('Unread.pdf'),
    '/sub': list('Deep.pdf'),
    '/Plan.pdf': document('"1"'),
    '/Gone.pdf': document('"2"'),
    '/old/Handbook.pdf': document('"3"'),
    '/Kept.pdf': document('"4"'),
    '/Deep.pdf': document('"5"'),
    '/Unread.pdf': document('"6"'),
  });
  await night();
  const whole = { ...pages };
  Object.assign(pages, { '/list': answering(500), '/other': answering(500) });
  expect(await night()).toEqual(['broke /list', 'broke /other']);
  expect(await night()).toEqual([]);
  Object.assign(pages, whole, {
    '/list': list('sub', 'Plan.pdf', 'new/Handbook.pdf', 'Kept.pdf'),
    '/other': answering(500),
    '/sub': list(),
    '/Plan.pdf': answering(404),
    '/new/Handbook.pdf': document('"3"'),
  });
  expect(await night()).toEqual([
    'updated /list',
    'updated /sub',
    'moved /new/Handbook.pdf',
    'removed /Deep.pdf',
    'removed /Gone.pdf',
    'broke /Plan.pdf',
    'fixed /list',
    'fixed /lost',
  ]);
  expect(await night()).toEqual([]);
  pages['/other'] = list();
  expect(await night()).toEqual(['updated /other', 'removed /Unread.pdf', 'fixed /other']);
  expect(await night()).toEqual([]);
});

it('tells of what changed behind a page that failed behind another one', async () => {
  const list = (...names: readonly string[]): string => linking(...names.map((name) => `/${name}`));
  Object.assign(pages, { '/': list('list'), '/list': list('sub'), '/sub': list('Gone.pdf', 'Deck.pdf') });
  Object.assign(pages, { '/Gone.pdf': document('"1"'), '/Deck.pdf': document('"2"') });
  await night();
  pages['/sub'] = answering(500);
  expect(await night()).toEqual(['broke /sub']);
  pages['/list'] = answering(500);
  expect(await night()).toEqual(['broke /list']);
  expect(await night()).toEqual([]);
  Object.assign(pages, { '/list': list('sub'), '/sub': list('Deck.pdf', 'Plan.pdf') });
  Object.assign(pages, { '/Deck.pdf': document('"3"'), '/Plan.pdf': document('"4"') });
  expect(await night()).toEqual([
    'new /Plan.pdf',
    'updated /Deck.pdf',
    'updated /sub',
    'removed /Gone.pdf',
    'fixed /list',
    'fixed /sub',
  ]);
  expect(await night()).toEqual([]);
});

it('knows again what a page that does not open had led to, and tells what went with it', async () => {
  const list = (...names: readonly string[]): string => linking(...names.map((name) => `/${name}`));
  const there = ['Plan.pdf', 'Deck.pdf', 'lost', 'Broken.pdf', 'Fixed.pdf'];
  Object.assign(pages, { '/': list('list', 'other'), '/list': list(...there, 'Gone.pdf'), '/other': list() });
  for (const name of ['Plan', 'Deck', 'Gone', 'Broken']) pages[`/${name}.pdf`] = document(`"${name}"`);
  await night();
  pages['/list'] = answering(500);
  expect(await night()).toEqual(['broke /list']);
  expect(await night()).toEqual([]);
  Object.assign(pages, { '/other': list(...there, 'New.pdf'), '/New.pdf': document('"1"') });
  Object.assign(pages, { '/Deck.pdf': document('"2"'), '/Fixed.pdf': document('"3"') });
  pages['/Broken.pdf'] = answering(500);
  expect(await night()).toEqual([
    'new /New.pdf',
    'updated /Deck.pdf',
    'updated /other',
    'broke /Broken.pdf',
    'fixed /Fixed.pdf',
  ]);
  expect(await night()).toEqual([]);
  pages['/'] = list('other');
  expect(await night()).toEqual(['updated /', 'removed /Gone.pdf', 'fixed /list']);
  expect(await night()).toEqual([]);
});

it('tells once of a repair that was seen from elsewhere while the page did not open', async () => {
  const list = (...names: readonly string[]): string => linking(...names.map((name) => `/${name}`));
  Object.assign(pages, { '/': list('list', 'other'), '/list': list('Plan.pdf'), '/other': list('Plan.pdf') });
  pages['/Plan.pdf'] = answering(404);
  await night();
  pages['/list'] = answering(500);
  expect(await night()).toEqual(['broke /list']);
  pages['/Plan.pdf'] = document('"1"');
  expect(await night()).toEqual(['fixed /Plan.pdf']);
  pages['/other'] = list();
  expect(await night()).toEqual(['updated /other']);
  pages['/list'] = list('Plan.pdf');
  expect(await night()).toEqual(['fixed /list']);
});

it('tells of what came behind one page, though another one there was never read', async () => {
  Object.assign(pages, { '/': linking('/one', '/two'), '/one': linking(), '/two': answering(500) });
  await night();
  pages['/one'] = answering(500);
  await night();
  Object.assign(pages, { '/one': linking('/a.pdf'), '/two': linking('/b.pdf') });
  Object.assign(pages, { '/a.pdf': document('"1"'), '/b.pdf': document('"2"') });
  expect(await night()).toEqual(['new /a.pdf', 'updated /one', 'fixed /one', 'fixed /two']);
});

it.each([
  ['', ['updated /list', 'removed /Gone.pdf', 'fixed /list']],
  ["UPDATE resource SET signals = '{' WHERE url LIKE '%/Gone.pdf'", ['updated /list', 'fixed /list']],
  ["UPDATE resource SET links = x'ffff' WHERE url LIKE '%/list'", ['updated /list', 'fixed /list']],
])('tells the rest where the run that read a page is damaged: %s', async (damage, told) => {
  Object.assign(pages, {
    '/': linking('/list'),
    '/list': linking('/Gone.pdf'),
    '/Gone.pdf': document('"1"'),
  });
  await night();
  pages['/list'] = answering(500);
  await night();
  const [first = ''] = readdirSync(join(store, 'runs'));
  const database = openDatabase(join(store, 'runs', first), { readOnly: false });
  if (damage !== '') database.execute(damage);
  database.close();
  pages['/list'] = linking();
  expect(await night()).toEqual(told);
  expect(await night()).toEqual([]);
});

it('tells each thing once, though pages fail by turns', async () => {
  const list = (...names: readonly string[]): string => linking(...names.map((name) => `/${name}`));
  const lists = { '/one': list('a.pdf', 'b.pdf'), '/two': list('c.pdf') };
  const documents = ['a', 'b', 'c', 'd'].map((name) => [`/${name}.pdf`, document(`"${name}"`)] as const);
  Object.assign(pages, Object.fromEntries(documents), { '/': list('one', 'two'), ...lists });
  await night();
  Object.assign(pages, { '/one': list('b.pdf', 'd.pdf'), '/two': answering(500), '/b.pdf': answering(500) });
  expect(await night()).toEqual([
    'new /d.pdf',
    'updated /one',
    'removed /a.pdf',
    'broke /b.pdf',
    'broke /two',
  ]);
  pages['/one'] = answering(500);
  expect(await night()).toEqual(['broke /one']);
  Object.assign(pages, { '/one': list('b.pdf', 'd.pdf'), '/two': list() });
  expect(await night()).toEqual(['updated /two', 'removed /c.pdf', 'fixed /one', 'fixed /two']);
});

it('tells of what came and was updated behind two pages that no run read both', async () => {
  const documents = ['a', 'b'].map((name) => [`/${name}.pdf`, document('"1"')] as const);
  Object.assign(pages, Object.fromEntries(documents), { '/': linking('/one', '/two') });
  const lists = { '/one': linking('/', '/a.pdf'), '/two': linking('/') };
  const failing = { '/one': answering(500), '/two': answering(500) };
  for (const open of [{ '/one': lists['/one'] }, { '/two': lists['/two'] }, {}]) {
    Object.assign(pages, failing, open);
    await night();
  }
  Object.assign(pages, { ...lists, '/two': linking('/', '/b.pdf'), '/a.pdf': document('"2"') });
  expect(await night()).toEqual(['new /b.pdf', 'updated /a.pdf', 'updated /two', 'fixed /one', 'fixed /two']);
});

it('tells of an update behind a page, though another one there was never read', async () => {
  Object.assign(pages, { '/': linking('/one', '/two'), '/two': answering(500) });
  Object.assign(pages, { '/one': linking('/a.pdf'), '/a.pdf': document('"1"') });
  await night();
  pages['/one'] = answering(500);
  await night();
  Object.assign(pages, {
    '/one': linking('/a.pdf'),
    '/two': linking('/guide.pdf'),
    '/a.pdf': document('"2"'),
  });
  expect(await night()).toEqual(['updated /a.pdf', 'fixed /one', 'fixed /two']);
});

it('tells once what lay behind two pages that different runs read last', async () => {
  Object.assign(pages, { '/': linking('/one', '/two'), '/one': linking('/c.pdf') });
  Object.assign(pages, { '/two': linking('/', '/c.pdf'), '/c.pdf': document('"1"') });
  await night();
  pages['/two'] = answering(500);
  await night();
  pages['/one'] = answering(500);
  await night();
  Object.assign(pages, { '/one': linking(), '/two': linking('/') });
  expect(await night()).toEqual([
    'updated /one',
    'updated /two',
    'removed /c.pdf',
    'fixed /one',
    'fixed /two',
  ]);
});

it('tells once of a host that went down, behind a page that did not open and before it', async () => {
  const other = await serveSite({ '/a': linking(), '/b': linking(), '/c': linking(), '/d': linking() });
  const there = (...names: readonly string[]): string =>
    linking(...names.map((name) => `${other.origin}/${name}`));
  Object.assign(pages, {
    '/': linking('/list', '/way'),
    '/list': there('a', 'b'),
    '/way': linking('/sub'),
    '/sub': there('c', 'd'),
  });
  await night();
  pages['/list'] = answering(500);
  await night();
  await other.close();
  pages['/list'] = there('a', 'b');
  expect(await night()).toEqual(['broke /', 'fixed /list']);
});
