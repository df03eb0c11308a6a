import { expect, it } from 'vitest';
import { linking, serveSite, type Handler } from '../support/small-site.js';
import { busy, document, failing, leadingTo, locked, nightlySite, tagged } from './nightly-site.js';

const { night, pages } = nightlySite();

/** Another host, whose files may change from night to night. */
async function serveHost(files: Record<string, Handler> = { '*': document }) {
  const { origin } = await serveSite(files);
  const menu = (...names: readonly string[]): string =>
    linking(...names.map((name) => `${origin}/${name}.pdf`));
  return { files, origin, menu };
}

it('tells of a whole host as of one', async () => {
  const { files, menu } = await serveHost();
  pages['/'] = menu('x', 'y');
  await night();
  files['*'] = busy;
  expect(await night()).toEqual([]);
  files['*'] = failing;
  expect(await night()).toEqual(['broke host /']);
  files['*'] = busy;
  expect(await night()).toEqual([]);
  files['*'] = document;
  expect(await night()).toEqual(['fixed host /']);
});

it('tells that a host is back on the night it answers, though most of it cannot be told yet', async () => {
  const { files, menu } = await serveHost();
  pages['/'] = menu('w', 'x', 'y', 'z');
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
  const host = await serveHost();
  const leading: Handler = ({ url }, response) =>
    void response.writeHead(301, { location: `${host.origin}${url ?? ''}.pdf` }).end();
  const links: Record<string, Handler> = { '*': leading };
  const short = await serveSite(links);
  pages['/'] = linking(`${short.origin}/x`, `${short.origin}/y`);
  await night();
  links['*'] = failing;
  expect(await night()).toEqual(['broke host /']);
  Object.assign(links, { '*': leading });
  host.files['*'] = busy;
  expect(await night()).toEqual(['fixed host /']);
  host.files['*'] = document;
  expect(await night()).toEqual([]);
});

it('does not tell that a host is back of which only what failed by itself had been told', async () => {
  const { files, menu } = await serveHost();
  pages['/'] = menu('x', 'y');
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
  const host = await serveHost({ '/go': leadingTo('/x.pdf'), '/x.pdf': document, '/y.pdf': document });
  pages['/'] = linking('/list', `${host.origin}/x.pdf`, `${host.origin}/y.pdf`);
  pages['/list'] = failing;
  await night();
  pages['/list'] = linking(`${host.origin}/go`);
  host.files['/x.pdf'] = failing;
  expect(await night()).toEqual(['broke document /x.pdf', 'fixed page /list']);
  expect(await night()).toEqual([]);
});

it.each([1, 3])('tells what moved or went while its host was down (nights: %i)', async (nights) => {
  const { files, menu } = await serveHost();
  pages['/'] = menu('workshop-w', 'workshop-x', 'workshop-y', 'workshop-z');
  await night();
  files['*'] = failing;
  expect(await night()).toEqual(['broke host /']);
  for (let more = 1; more < nights; more++) expect(await night()).toEqual([]);
  files['*'] = document;
  pages['/'] = menu('workshop-w', 'workshop-x', 'new/workshop-y');
  expect(await night()).toEqual([
    'updated page /',
    'moved document /new/workshop-y.pdf',
    'removed document /workshop-z.pdf',
    'fixed host /',
  ]);
  expect(await night()).toEqual([]);
});

it.each([1, 3])('tells what does not open though its host does again (nights: %i)', async (nights) => {
  const { files, menu } = await serveHost();
  pages['/'] = menu('v', 'w', 'x', 'y');
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
});

it.each([1, 3])('tells what was repaired while its host was down (nights: %i)', async (nights) => {
  const { files, menu } = await serveHost();
  pages['/'] = menu('v', 'w', 'x');
  await night();
  files['/v.pdf'] = failing;
  expect(await night()).toEqual(['broke document /v.pdf']);
  files['*'] = failing;
  expect(await night()).toEqual(['broke host /']);
  for (let more = 1; more < nights; more++) expect(await night()).toEqual([]);
  Object.assign(files, { '*': document, '/v.pdf': document });
  expect(await night()).toEqual(['fixed host /', 'fixed document /v.pdf']);
  expect(await night()).toEqual([]);
});

it('tells what moved behind a page, though its host was down when that was last read', async () => {
  const { files, menu } = await serveHost({ '*': document, '/old/Handbook.pdf': tagged('p') });
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
});

it('does not tell of each document of a host that it opens again, after it was told of the host', async () => {
  const { files, menu } = await serveHost();
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
});

it('does not tell again of the only document of a host that does not open once another one does', async () => {
  const { files, menu } = await serveHost();
  pages['/'] = menu('x');
  await night();
  files['/x.pdf'] = failing;
  expect(await night()).toEqual(['broke document /x.pdf']);
  pages['/'] = menu('x', 'y');
  expect(await night()).toEqual(['new document /y.pdf', 'updated page /']);
  expect(await night()).toEqual([]);
});

it('does not tell again of the only short link to a host that does not open once a document there does', async () => {
  const host = await serveHost();
  const short = await serveSite({ '*': leadingTo(`${host.origin}/x.pdf`) });
  pages['/'] = linking(`${short.origin}/x`);
  await night();
  host.files['/x.pdf'] = failing;
  expect(await night()).toEqual(['broke other /x']);
  pages['/'] = linking(`${short.origin}/x`, `${host.origin}/y.pdf`);
  expect(await night()).toEqual(['new document /y.pdf', 'updated page /']);
  expect(await night()).toEqual([]);
});

it('tells that documents open again whose host was seen up before it was down only', async () => {
  const { files, menu } = await serveHost();
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
});

it.each([1, 2])('tells what came while its host was down (nights: %i)', async (nights) => {
  const { files, menu } = await serveHost();
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
});

it.each([
  ['broken', failing],
  ['throttled', locked],
])('does not take what a short link led to for gone when that fails: its end was %s', async (_, trouble) => {
  const host = await serveHost({ '/a.pdf': document, '/b.pdf': document });
  pages['/'] = linking('/go', `${host.origin}/b.pdf`);
  pages['/go'] = leadingTo(`${host.origin}/a.pdf`);
  await night();
  host.files['/a.pdf'] = trouble;
  await night();
  pages['/go'] = locked;
  expect(await night()).toEqual([]);
});
