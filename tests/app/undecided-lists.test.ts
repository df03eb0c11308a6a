import { describe, expect, it } from 'vitest';
import { linking, serveSite, type Handler } from '../support/small-site.js';
import { busy, document, failing, locked, nightlySite, tagged } from './nightly-site.js';

const { night, origin, pages, untoldNight } = nightlySite();

it.each([failing, locked])('does not call removed what a page may still lead to', async (closed) => {
  const list = linking('/c', '/d');
  Object.assign(pages, { '/a': list, '/b': list, '/c': '<h1>C</h1>', '/d': '<h1>D</h1>' });
  await night();
  pages['/a'] = closed;
  const told = await night();
  pages['/b'] = '<h1>B</h1>';
  expect(await night()).toEqual(['updated page /b']);
  expect(await night()).toEqual([]);
  pages['/a'] = linking('/c');
  expect(await night()).toEqual([
    'updated page /a',
    'removed page /d',
    ...(told ?? []).map((one) => one.replace('broke', 'fixed')),
  ]);
  expect(await night()).toEqual([]);
});

it('does not call removed what had moved when the page that leads there is missing', async () => {
  Object.assign(pages, { '/a': linking('/old/Handbook.pdf'), '/old/Handbook.pdf': tagged('p') });
  await night();
  Object.assign(pages, { '/a': linking('/new/Handbook.pdf'), '/new/Handbook.pdf': tagged('p') });
  expect(await night()).toEqual(['updated page /a', 'moved document /new/Handbook.pdf']);
  delete pages['/a'];
  expect(await untoldNight()).toEqual(['broke page /a']);
  expect(await untoldNight({ sources: [{ id: 'site', seeds: [`${origin()}/`], maxPages: 1 }] })).toEqual([]);
  expect(await untoldNight()).toEqual([]);
});

it('does not call removed what a page may still lead to that failed behind another one', async () => {
  const list = linking('/d');
  Object.assign(pages, { '/a': linking('/list'), '/list': list, '/b': list, '/d': '<h1>D</h1>' });
  await night();
  const page = pages['/a'];
  pages['/a'] = failing;
  expect(await night()).toEqual(['broke page /a']);
  Object.assign(pages, { '/a': page, '/list': failing, '/b': '<h1>B</h1>' });
  expect(await night()).toEqual(['updated page /b', 'broke page /list', 'fixed page /a']);
  pages['/list'] = '<h1>List</h1>';
  expect(await night()).toEqual(['updated page /list', 'removed page /d', 'fixed page /list']);
  expect(await night()).toEqual([]);
});

it('does not call removed what came behind a page that another one may still lead to', async () => {
  Object.assign(pages, { '/a': linking('/x'), '/b': linking('/x'), '/x': '<h1>X</h1>' });
  await night();
  pages['/a'] = failing;
  expect(await night()).toEqual(['broke page /a']);
  Object.assign(pages, { '/x': linking('/y'), '/y': '<h1>Y</h1>' });
  expect(await night()).toEqual(['new page /y', 'updated page /x']);
  pages['/b'] = '<h1>B</h1>';
  expect(await night()).toEqual(['updated page /b']);
  pages['/a'] = linking('/x');
  expect(await night()).toEqual(['fixed page /a']);
});

it('does not call translated what has moved behind a page that did not open', async () => {
  Object.assign(pages, {
    '/a': linking('/old/Handbook.pdf'),
    '/b': linking('/new/Handbook_JPN.pdf'),
    '*': document,
  });
  await night();
  pages['/a'] = failing;
  expect(await night()).toEqual(['broke page /a']);
  pages['/a'] = linking('/new/Handbook.pdf');
  expect(await night()).toEqual(['updated page /a', 'moved document /new/Handbook.pdf', 'fixed page /a']);
  expect(await night()).toEqual([]);
});

it('tells what came, and could not be told while it was behind a sign-in', async () => {
  const files: Record<string, Handler> = {
    '*': failing,
    '/a.pdf': tagged('a'),
    '/b.pdf': locked,
    '/Guide.pdf': tagged('g'),
    '/old/Handbook.pdf': tagged('p'),
  };
  const host = await serveSite(files);
  const menu = (...names: readonly string[]): string =>
    linking(...names.map((name) => `${host.origin}/${name}`));
  const known = ['a.pdf', 'b.pdf', 'Guide.pdf'];
  pages['/'] = linking('/list');
  pages['/list'] = menu(...known, 'old/Handbook.pdf');
  await night();
  const held = ['/Guide_JPN.pdf', '/new/Handbook.pdf', '/deck.pdf', '/lost.pdf', '/sub'];
  Object.assign(files, Object.fromEntries(held.map((path) => [path, locked])));
  pages['/list'] = menu(...known, ...held.map((path) => path.slice(1)));
  expect(await night()).toEqual(['updated page /list', 'removed document /old/Handbook.pdf']);
  expect(await night()).toEqual([]);
  Object.assign(files, {
    '/Guide_JPN.pdf': tagged('j'),
    '/new/Handbook.pdf': tagged('p'),
    '/b.pdf': tagged('b'),
    '/deck.pdf': tagged('d'),
    '/lost.pdf': failing,
  });
  expect(await night()).toEqual([
    'new document /deck.pdf',
    'localised document /Guide_JPN.pdf',
    'moved document /new/Handbook.pdf',
    'broke document /lost.pdf',
  ]);
  expect(await night()).toEqual([]);
});

describe('what stood behind a page that did not open afterwards', () => {
  const cut = (): Record<string, unknown> => ({
    sources: [{ id: 'site', seeds: [`${origin()}/`], maxPages: 2 }],
  });

  it.each<[string, () => Record<string, unknown>, string | Handler]>([
    ['was throttled', () => ({}), busy],
    ['was not asked for', cut, '<h1>C</h1>'],
  ])('is new although it was known, where it %s', async (_, limits, page) => {
    pages['/a'] = linking('/b');
    await night();
    Object.assign(pages, { '/a': linking('/b', '/c'), '/c': page });
    expect(await night(limits())).toEqual(['updated page /a']);
    const list = pages['/a'];
    pages['/a'] = failing;
    expect(await night()).toEqual(['broke page /a']);
    Object.assign(pages, { '/a': list, '/c': '<h1>C</h1>' });
    expect(await night()).toContain('new page /c');
    expect(await night()).toEqual([]);
  });

  it('is not new where it was throttled only then', async () => {
    Object.assign(pages, { '/a': linking('/c'), '/c': '<h1>C</h1>' });
    await night();
    pages['/c'] = busy;
    expect(await night()).toEqual([]);
    pages['/a'] = failing;
    expect(await night()).toEqual(['broke page /a']);
    Object.assign(pages, { '/a': linking('/c'), '/c': '<h1>C</h1>' });
    expect(await night()).toEqual(['fixed page /a']);
  });

  it('is not new where no run knows since when it is there', async () => {
    Object.assign(pages, { '/a': linking('/c'), '/c': busy });
    await night();
    pages['/a'] = failing;
    expect(await night()).toEqual(['broke page /a']);
    Object.assign(pages, { '/a': linking('/c'), '/c': '<h1>C</h1>' });
    expect(await night()).toEqual(['fixed page /a']);
  });
});

it('tells what came behind a page that was throttled when it came', async () => {
  pages['/'] = linking('/a');
  await night();
  Object.assign(pages, { '/': linking('/a', '/list'), '/list': busy, '/sub': linking('/b') });
  expect(await night()).toEqual(['updated page /']);
  pages['/list'] = linking('/sub');
  expect(await night()).toEqual(['new page /b', 'new page /list', 'new page /sub']);
  expect(await night()).toEqual([]);
});
