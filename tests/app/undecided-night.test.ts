import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { linking, serveSite, type Handler, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

let site: SmallSite;
let pages: Record<string, string | Handler>;
let store: string;
beforeEach(async () => {
  pages = { '/': linking('/a', '/b'), '/a': '<h1>A</h1>', '/b': '<h1>B</h1>' };
  site = await serveSite(pages);
  store = join(temporaryFolder(), 'store');
});
afterEach(() => site.close());

const busy: Handler = (_, response) => void response.writeHead(429, { 'retry-after': '99999' }).end();
const locked: Handler = (_, response) => void response.writeHead(401).end();
const failing: Handler = (_, response) => void response.writeHead(500).end();
const document: Handler = (_, response) =>
  void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4\nA guide\n%%EOF\n');

function tagged(etag: string): Handler {
  return (_, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/pdf', etag: `"${etag}"` })
      .end('%PDF-1.4\nA guide\n%%EOF\n');
}

async function night(rest: Record<string, unknown> = {}): Promise<readonly string[] | undefined> {
  const config = configOf(site.origin, store, { probes: false, ...rest });
  const { report } = await crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  return report.changes?.changes.map(
    ({ kind, subject, url }) => `${kind} ${subject} ${subject === 'task' ? url : new URL(url).pathname}`,
  );
}

/** What nobody was told before. */
async function untoldNight(rest: Record<string, unknown> = {}): Promise<readonly string[] | undefined> {
  const config = configOf(site.origin, store, { probes: false, ...rest });
  const { untold } = await crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  return untold?.changes.map(({ kind, subject, url }) => `${kind} ${subject} ${new URL(url).pathname}`);
}

it('tells of what broke and was repaired while a night could not tell', async () => {
  await night();
  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  expect(await night()).toEqual([]);
  pages['/a'] = failing;
  expect(await night()).toEqual(['broke page /a']);
  expect(await night()).toEqual([]);

  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  pages['/a'] = failing;
  expect(await night()).toEqual([]);
  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  pages['/a'] = '<h1>A</h1>';
  expect(await night()).toEqual(['fixed page /a']);
  expect(await night()).toEqual([]);
});

it('tells that something moved while a night could not tell', async () => {
  await night();
  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  pages['/a'] = (_, response) => void response.writeHead(301, { location: '/new/a' }).end();
  pages['/new/a'] = '<h1>A</h1>';
  expect(await night()).toEqual(['moved page /new/a']);
  expect(await night()).toEqual([]);
});

it('tells of a repair that only a run that was cut short had seen', async () => {
  await night();
  pages['/a'] = failing;
  expect(await night()).toEqual(['broke page /a']);
  pages['/a'] = '<h1>A</h1>';
  expect(await night({ sources: [{ id: 'site', seeds: [`${site.origin}/`], maxPages: 2 }] })).toEqual([]);
  pages['/a'] = busy;
  expect(await night()).toEqual([]);
  pages['/a'] = '<h1>A</h1>';
  expect(await night()).toEqual(['fixed page /a']);
});

it('tells that what could not be told for a night is no longer linked', async () => {
  pages['/b'] = failing;
  await night();
  Object.assign(pages, { '/a': busy, '/b': busy });
  expect(await night()).toEqual([]);
  pages['/'] = linking('/c');
  pages['/c'] = '<h1>C</h1>';
  expect(await night()).toEqual(['new page /c', 'updated page /', 'removed page /a', 'fixed other /b']);
});

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
  expect(await untoldNight({ sources: [{ id: 'site', seeds: [`${site.origin}/`], maxPages: 1 }] })).toEqual(
    [],
  );
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

it('tells of a whole host as of one', async () => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  try {
    pages['/'] = linking(`${host.origin}/x.pdf`, `${host.origin}/y.pdf`);
    await night();
    files['*'] = busy;
    expect(await night()).toEqual([]);
    files['*'] = failing;
    expect(await night()).toEqual(['broke host /']);
    files['*'] = busy;
    expect(await night()).toEqual([]);
    files['*'] = document;
    expect(await night()).toEqual(['fixed host /']);
  } finally {
    await host.close();
  }
});

it('tells that a host is back on the night it answers, though most of it cannot be told yet', async () => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  pages['/'] = linking(...['w', 'x', 'y', 'z'].map((name) => `${host.origin}/${name}.pdf`));
  await night();
  files['/w.pdf'] = failing;
  expect(await night()).toEqual(['broke document /w.pdf']);
  files['*'] = failing;
  expect(await night()).toEqual(['broke host /']);
  Object.assign(files, { '*': busy, '/w.pdf': busy, '/x.pdf': document });
  expect(await night()).toEqual(['fixed host /']);
  Object.assign(files, { '*': document, '/w.pdf': document });
  expect(await night()).toEqual(['fixed document /w.pdf']);
  expect(await night()).toEqual([]);
});

it('tells that a host of short links is back, though where they lead cannot be told yet', async () => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  const leading: Handler = ({ url }, response) =>
    void response.writeHead(301, { location: `${host.origin}${url ?? ''}.pdf` }).end();
  const links: Record<string, Handler> = { '*': leading };
  const short = await serveSite(links);
  pages['/'] = linking(`${short.origin}/x`, `${short.origin}/y`);
  await night();
  links['*'] = failing;
  expect(await night()).toEqual(['broke host /']);
  Object.assign(links, { '*': leading });
  files['*'] = busy;
  expect(await night()).toEqual(['fixed host /']);
  files['*'] = document;
  expect(await night()).toEqual([]);
});

it('does not tell that a host is back of which only what failed by itself had been told', async () => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  pages['/'] = linking(`${host.origin}/x.pdf`, `${host.origin}/y.pdf`);
  await night();
  files['/x.pdf'] = failing;
  expect(await night()).toEqual(['broke document /x.pdf']);
  files['/y.pdf'] = failing;
  expect(await night()).toEqual(['broke document /y.pdf']);
  Object.assign(files, { '/x.pdf': busy, '/y.pdf': document });
  expect(await night()).toEqual(['fixed document /y.pdf']);
  files['/x.pdf'] = document;
  expect(await night()).toEqual(['fixed document /x.pdf']);
});

it('tells that a document broke to which a short link leads that is no news', async () => {
  const files: Record<string, Handler> = {
    '/go': (_, response) => void response.writeHead(301, { location: '/x.pdf' }).end(),
  };
  Object.assign(files, { '/x.pdf': document, '/y.pdf': document });
  const host = await serveSite(files);
  pages['/'] = linking('/list', `${host.origin}/x.pdf`, `${host.origin}/y.pdf`);
  pages['/list'] = failing;
  await night();
  pages['/list'] = linking(`${host.origin}/go`);
  files['/x.pdf'] = failing;
  expect(await night()).toEqual(['broke document /x.pdf', 'fixed page /list']);
  expect(await night()).toEqual([]);
});

it.each([1, 3])('tells what moved or went while its host was down (nights: %i)', async (nights) => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  const menu = (...names: readonly string[]): string =>
    linking(...names.map((name) => `${host.origin}/${name}`));
  try {
    pages['/'] = menu('workshop-w.pdf', 'workshop-x.pdf', 'workshop-y.pdf', 'workshop-z.pdf');
    await night();
    files['*'] = failing;
    expect(await night()).toEqual(['broke host /']);
    for (let more = 1; more < nights; more++) expect(await night()).toEqual([]);
    files['*'] = document;
    pages['/'] = menu('workshop-w.pdf', 'workshop-x.pdf', 'new/workshop-y.pdf');
    expect(await night()).toEqual([
      'updated page /',
      'moved document /new/workshop-y.pdf',
      'removed document /workshop-z.pdf',
      'fixed host /',
    ]);
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

it.each([1, 3])('tells what does not open though its host does again (nights: %i)', async (nights) => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  try {
    pages['/'] = linking(...['v', 'w', 'x', 'y'].map((name) => `${host.origin}/${name}.pdf`));
    await night();
    files['/v.pdf'] = failing;
    expect(await night()).toEqual(['broke document /v.pdf']);
    files['*'] = failing;
    expect(await night()).toEqual(['broke host /']);
    for (let more = 1; more < nights; more++) expect(await night()).toEqual([]);
    files['*'] = document;
    files['/x.pdf'] = failing;
    expect(await night()).toEqual(['broke document /x.pdf', 'fixed host /']);
    expect(await night()).toEqual([]);
    files['/x.pdf'] = document;
    expect(await night()).toEqual(['fixed document /x.pdf']);
  } finally {
    await host.close();
  }
});

it.each([1, 3])('tells what was repaired while its host was down (nights: %i)', async (nights) => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  try {
    pages['/'] = linking(...['v', 'w', 'x'].map((name) => `${host.origin}/${name}.pdf`));
    await night();
    files['/v.pdf'] = failing;
    expect(await night()).toEqual(['broke document /v.pdf']);
    files['*'] = failing;
    expect(await night()).toEqual(['broke host /']);
    for (let more = 1; more < nights; more++) expect(await night()).toEqual([]);
    Object.assign(files, { '*': document, '/v.pdf': document });
    expect(await night()).toEqual(['fixed host /', 'fixed document /v.pdf']);
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

it('tells what moved behind a page, though its host was down when that was last read', async () => {
  const files: Record<string, Handler> = { '*': document, '/old/Handbook.pdf': tagged('p') };
  const host = await serveSite(files);
  try {
    const menu = (...names: readonly string[]): string =>
      linking(...names.map((name) => `${host.origin}/${name}.pdf`));
    Object.assign(pages, { '/': linking('/list', '/other'), '/other': menu('c', 'd') });
    pages['/list'] = menu('a', 'b', 'old/Handbook');
    await night();
    Object.assign(files, { '*': failing, '/old/Handbook.pdf': failing });
    expect(await night()).toEqual(['broke host /']);
    Object.assign(files, { '*': document, '/new/Handbook.pdf': tagged('p') });
    pages['/list'] = failing;
    expect(await night()).toEqual(['broke page /list', 'fixed host /']);
    pages['/list'] = menu('a', 'b', 'new/Handbook');
    expect(await night()).toEqual([
      'updated page /list',
      'moved document /new/Handbook.pdf',
      'fixed page /list',
    ]);
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

it('does not tell of each document of a host that it opens again, after it was told of the host', async () => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  try {
    const menu = (...names: readonly string[]): string =>
      linking(...names.map((name) => `${host.origin}/${name}.pdf`));
    Object.assign(pages, {
      '/': linking('/list', '/other'),
      '/other': menu('c', 'd'),
      '/list': menu('a', 'b'),
    });
    await night();
    files['*'] = failing;
    expect(await night()).toEqual(['broke host /']);
    files['*'] = document;
    pages['/list'] = failing;
    expect(await night()).toEqual(['broke page /list', 'fixed host /']);
    files['*'] = busy;
    pages['/list'] = menu('a', 'b');
    expect(await night()).toEqual(['fixed page /list']);
    files['*'] = document;
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

it('does not tell again of the only document of a host that does not open once another one does', async () => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  try {
    pages['/'] = linking(`${host.origin}/x.pdf`);
    await night();
    files['/x.pdf'] = failing;
    expect(await night()).toEqual(['broke document /x.pdf']);
    pages['/'] = linking(`${host.origin}/x.pdf`, `${host.origin}/y.pdf`);
    expect(await night()).toEqual(['new document /y.pdf', 'updated page /']);
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

it('does not tell again of the only short link to a host that does not open once a document there does', async () => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  const short = await serveSite({
    '*': (_, response) => void response.writeHead(301, { location: `${host.origin}/x.pdf` }).end(),
  });
  try {
    pages['/'] = linking(`${short.origin}/x`);
    await night();
    files['/x.pdf'] = failing;
    expect(await night()).toEqual(['broke other /x']);
    pages['/'] = linking(`${short.origin}/x`, `${host.origin}/y.pdf`);
    expect(await night()).toEqual(['new document /y.pdf', 'updated page /']);
    expect(await night()).toEqual([]);
  } finally {
    await Promise.all([host.close(), short.close()]);
  }
});

it('tells that documents open again whose host was seen up before it was down only', async () => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  try {
    const menu = (...names: readonly string[]): string =>
      linking(...names.map((name) => `${host.origin}/${name}.pdf`));
    Object.assign(pages, {
      '/': linking('/list', '/other'),
      '/other': menu('c', 'd'),
      '/list': menu('a', 'b'),
    });
    await night();
    files['*'] = failing;
    pages['/other'] = failing;
    expect((await night())?.toSorted()).toEqual(['broke host /', 'broke page /other']);
    files['*'] = busy;
    pages['/other'] = menu('c', 'd');
    expect(await night()).toEqual(['fixed page /other']);
    files['*'] = document;
    expect(await night()).toEqual(['fixed document /a.pdf', 'fixed document /b.pdf']);
  } finally {
    await host.close();
  }
});

it('tells what came, and could not be told while it was behind a sign-in', async () => {
  const files: Record<string, Handler> = {
    '*': failing,
    '/a.pdf': tagged('a'),
    '/old/Handbook.pdf': tagged('p'),
  };
  Object.assign(files, { '/Guide.pdf': tagged('g'), '/b.pdf': locked });
  const host = await serveSite(files);
  try {
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
    });
    Object.assign(files, { '/deck.pdf': tagged('d'), '/lost.pdf': failing });
    expect(await night()).toEqual([
      'new document /deck.pdf',
      'localised document /Guide_JPN.pdf',
      'moved document /new/Handbook.pdf',
      'broke document /lost.pdf',
    ]);
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

it.each([1, 2])('tells what came while its host was down (nights: %i)', async (nights) => {
  const files: Record<string, Handler> = { '*': document };
  const host = await serveSite(files);
  try {
    const menu = (...names: readonly string[]): string =>
      linking(...names.map((name) => `${host.origin}/${name}.pdf`));
    pages['/'] = linking('/list');
    pages['/list'] = menu('a', 'b');
    await night();
    pages['/list'] = menu('a', 'b', 'c', 'd');
    files['*'] = failing;
    expect(await night()).toEqual(['updated page /list', 'broke host /']);
    for (let more = 1; more < nights; more++) expect(await night()).toEqual([]);
    Object.assign(files, { '*': document, '/d.pdf': failing });
    expect(await night()).toEqual(['new document /c.pdf', 'broke document /d.pdf', 'fixed host /']);
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

describe('what stood behind a page that did not open afterwards', () => {
  const cut = (): Record<string, unknown> => ({
    sources: [{ id: 'site', seeds: [`${site.origin}/`], maxPages: 2 }],
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

it.each([
  ['broken', failing],
  ['throttled', locked],
])('does not take what a short link led to for gone when that fails: its end was %s', async (_, trouble) => {
  const files: Record<string, Handler> = { '/a.pdf': document, '/b.pdf': document };
  const host = await serveSite(files);
  try {
    pages['/'] = linking('/go', `${host.origin}/b.pdf`);
    pages['/go'] = (_request, response) =>
      void response.writeHead(301, { location: `${host.origin}/a.pdf` }).end();
    await night();
    files['/a.pdf'] = trouble;
    await night();
    pages['/go'] = locked;
    expect(await night()).toEqual([]);
  } finally {
    await host.close();
  }
});

it('tells of the tasks that were stopped, or go on, while a night could not tell', async () => {
  pages['/b.pdf'] = document;
  pages['/'] = linking('/b.pdf');
  const list = join(store, '..', 'tasks.csv');
  writeFileSync(list, `Task ID,Name,Document,URL\n4122,Do it,Guide B,${site.origin}/b.pdf\n`);
  const next = (handler: Handler): ReturnType<typeof night> => {
    pages['/b.pdf'] = handler;
    return night({ tasks: [list] });
  };
  await next(document);
  expect(await next(busy)).toEqual([]);
  expect(await next(failing)).toEqual(['broke task 4122', 'broke document /b.pdf']);
  expect(await next(busy)).toEqual([]);
  expect(await next(document)).toEqual(['fixed task 4122', 'fixed document /b.pdf']);
  expect(await next(busy)).toEqual([]);
  expect(await next(document)).toEqual([]);
});

it('tells of the tasks that were stopped, or go on, while their list could not be read', async () => {
  const list = `<h1>Tasks</h1><table><tr><th>Task ID</th><th>Task Name</th><th>Documents</th></tr>
    <tr><td>4122</td><td>Do it</td><td><a href="/b.pdf">Guide B</a></td></tr>
    <tr><td>4123</td><td>Do more</td><td><a href="/c.pdf">Guide C</a></td></tr></table>`;
  Object.assign(pages, { '/': linking('/a', '/b.pdf'), '/b.pdf': document, '/c.pdf': document });
  const next = (page: string | Handler, handler: Handler): ReturnType<typeof night> => {
    Object.assign(pages, { '/a': page, '/b.pdf': handler });
    return night();
  };
  await next(list, document);
  expect(await next(failing, failing)).toEqual(['broke page /a', 'broke document /b.pdf']);
  expect(await next(list, failing)).toEqual(['broke task 4122', 'fixed page /a']);
  expect(await next(list, failing)).toEqual([]);
  expect(await next(busy, document)).toEqual(['fixed document /b.pdf']);
  expect(await next(busy, document)).toEqual([]);
  expect(await next(list, document)).toEqual(['fixed task 4122']);
  expect(await next(list, document)).toEqual([]);
});

it('does not call a task ready whose document may have another name', async () => {
  const list = join(store, '..', 'tasks.csv');
  writeFileSync(list, 'Task ID,Name,Document\n4122,Do it,Compliance Score Workshop\n');
  const next = (title: string, handler: Handler): ReturnType<typeof night> => {
    pages['/'] = `<h1>Workshops</h1><a href="/${title.length}.pdf">${title}</a>`;
    pages[`/${title.length}.pdf`] = handler;
    return night({ tasks: [list] });
  };
  await next('Compliance Score Workshop', document);
  expect(await next('Compliance Score Workshop', failing)).toContain('broke task 4122');
  expect(await next('Compliance Manager Workshop', document)).not.toContain('fixed task 4122');
  expect(await next('Compliance Score Workshop', document)).toContain('fixed task 4122');
});
