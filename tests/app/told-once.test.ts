import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { reportRun } from '../../src/app/report-run.js';
import type { Report } from '../../src/model/report.js';
import { atom, html, markdown, text } from '../../src/reports/all.js';
import { linking, serveSite, type Handler, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

let hub: SmallSite;
let community: SmallSite;
let channel: SmallSite;
let pages: Record<string, string | Handler>;
let others: Record<string, string | Handler>;
let store: string;
let posted: string[];
let report: Report;
let isNews: boolean | undefined;
beforeEach(async () => {
  store = join(temporaryFolder(), 'store');
  posted = [];
  pages = { '/': linking('/a', '/b'), '/a': '<h1>A</h1><p>one</p>', '/b': '<h1>B</h1><p>one</p>' };
  others = { '/': linking('/c'), '/c': '<h1>C</h1>' };
  const receive: Handler = (request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      posted.push(body);
      response.end('ok');
    });
  };
  [hub, community, channel] = await Promise.all([
    serveSite(pages),
    serveSite(others),
    serveSite({ '/hook': receive }),
  ]);
});

interface Cut {
  readonly resume?: { readonly run: undefined };
  readonly signal?: AbortSignal;
}

/** What the channel is told after a night: `Updated 1, Broken 1`. */
async function night(
  limits: Record<string, unknown> = {},
  { resume, signal = new AbortController().signal }: Cut = {},
): Promise<readonly string[]> {
  posted.length = 0;
  const config = configOf(hub.origin, store, {
    probes: false,
    sources: [
      { id: 'hub', seeds: [`${hub.origin}/`], ...limits },
      { id: 'community', seeds: [`${community.origin}/`] },
    ],
    notify: [{ kind: 'slack', url: `${channel.origin}/hook` }],
  });
  ({ report, isNews } = await crawl(
    { config, language: 'en', all: false, fresh: false, resume },
    nextNight({ signal }),
  ));
  return posted.map((body) => /: ([^"]+)"/.exec(body.slice(body.indexOf('·')))?.[1] ?? body);
}

const down: Handler = (_, response) => void response.destroy();

it('a channel is told of a change once, however many nights it is compared with the same run', async () => {
  await night();
  const open = others['/'] ?? '';
  others['/'] = down;
  pages['/a'] = '<h1>A</h1><p>two</p>';
  expect(await night()).toEqual(['Updated 1, Broken 1']);
  expect(await night()).toEqual([]);
  pages['/b'] = '<h1>B</h1><p>two</p>';
  expect(await night()).toEqual(['Updated 1']);
  pages['/a'] = '<h1>A</h1><p>three</p>';
  expect(await night()).toEqual(['Updated 1']);
  others['/'] = open;
  expect(await night()).toEqual(['Fixed 1']);
  expect(atom.render(report, { colour: false, width: null })).toContain('It opens again.');
  pages['/a'] = '<h1>A</h1><p>two</p>';
  expect(await night()).toEqual(['Updated 1']);
});

it('what a night that was cut short told is not told again', async () => {
  await night();
  pages['/a'] = '<h1>A</h1><p>two</p>';
  pages['/b'] = '<h1>B</h1><p>two</p>';
  expect(await night({ maxPages: 2 })).toEqual(['Updated 1']);
  expect(await night()).toEqual(['Updated 1']);
});

it('what was told is not told again when the page that showed it fails and comes back', async () => {
  pages['/'] = linking('/list');
  pages['/list'] = linking('/a', '/b');
  await night();
  others['/'] = down;
  const list = linking('/a');
  pages['/list'] = list;
  expect(await night()).toEqual(['Updated 1, Removed 1, Broken 1']);
  pages['/list'] = (_, response) => void response.writeHead(404).end();
  expect(await night()).toEqual(['Broken 1']);
  pages['/list'] = list;
  expect(await night()).toEqual(['Fixed 1']);
  pages['/a'] = '<h1>A</h1><p>two</p>';
  expect(await night()).toEqual(['Updated 1']);
  pages['/a'] = '<h1>A</h1><p>three</p>';
  expect(await night()).toEqual(['Updated 1']);
  pages['/a'] = '<h1>A</h1><p>two</p>';
  expect(await night()).toEqual(['Updated 1']);
});

it('a channel that was told of a breakage is told of its end, once', async () => {
  await night();
  others['/'] = down;
  const page = pages['/b'] ?? '';
  expect(await night()).toEqual(['Broken 1']);
  delete pages['/b'];
  expect(await night()).toEqual(['Broken 1']);
  pages['/b'] = page;
  expect(await night()).toEqual(['Fixed 1']);
  expect(await night()).toEqual([]);
  delete pages['/b'];
  expect(await night()).toEqual(['Broken 1']);
  others['/'] = linking('/c');
  expect(await night()).toEqual(['Fixed 1']);
  pages['/b'] = page;
  expect(await night()).toEqual(['Fixed 1']);
  expect(await night()).toEqual([]);
});

it('a channel that was told of a repair is told if it does not last', async () => {
  const page = pages['/b'] ?? '';
  delete pages['/b'];
  await night();
  others['/'] = down;
  expect(await night()).toEqual(['Broken 1']);
  pages['/b'] = page;
  expect(await night()).toEqual(['Fixed 1']);
  delete pages['/b'];
  expect(await night()).toEqual(['Broken 1']);
  others['/'] = linking('/c');
  expect(await night()).toEqual(['Fixed 1']);
  expect(await night()).toEqual([]);
});

it('a channel that was told that a page opens again is told if it goes', async () => {
  const page = pages['/b'] ?? '';
  delete pages['/b'];
  await night();
  others['/'] = down;
  pages['/b'] = page;
  expect(await night()).toEqual(['Broken 1, Fixed 1']);
  pages['/'] = linking('/a');
  expect(await night()).toEqual(['Updated 1, Removed 1']);
  expect(await night()).toEqual([]);
  others['/'] = linking('/c');
  expect(await night()).toEqual(['Fixed 1']);
  expect(await night()).toEqual([]);
});

it('a feed has an entry of its own for each time that a page breaks during one outage', async () => {
  await night();
  others['/'] = down;
  const page = pages['/b'] ?? '';
  let feed = '';
  const ids: (readonly string[])[] = [];
  const tell = async (): Promise<void> => {
    await night();
    feed = atom.render(report, { colour: false, width: null }, feed);
    const entries = feed.split('<entry>').filter((entry) => entry.includes(`${hub.origin}/b`));
    ids.push(entries.map((entry) => /<id>(.*)<\/id>/.exec(entry)?.[1] ?? ''));
  };
  for (let time = 0; time < 2; time++) {
    delete pages['/b'];
    await tell();
    await tell();
    pages['/b'] = page;
    await tell();
  }
  expect(ids.map(({ length }) => length)).toEqual([1, 1, 2, 3, 3, 4]);
  expect(new Set(ids.flat()).size).toBe(4);
});

it('a report made again tells what is not so any more, as its night did', async () => {
  await night();
  others['/'] = down;
  const page = pages['/b'] ?? '';
  delete pages['/b'];
  await night();
  pages['/b'] = page;
  await night();
  const config = configOf(hub.origin, store, { probes: false });
  const again = reportRun(
    { config, run: undefined, language: 'en', all: false, asWalked: true },
    { now: () => 0 },
  );
  expect(report.undone).toHaveLength(1);
  expect(again.report.undone).toEqual(report.undone);
});

it('a run that is resumed reports what it told to be over before it was cut', async () => {
  pages['/'] = menu('/b', '/a');
  await night();
  others['/'] = down;
  const [one = '', other = ''] = [pages['/a'], pages['/b']];
  delete pages['/b'];
  expect(await night()).toEqual(['Broken 2']);
  const cut = new AbortController();
  pages['/b'] = other;
  pages['/a'] = () => void setTimeout(() => cut.abort(), 100);
  expect(await night({}, { signal: cut.signal })).toEqual(['Fixed 1']);
  pages['/a'] = one;
  expect(await night({}, { resume: { run: undefined } })).toEqual([]);
  expect(report.run.complete).toBe(true);
  expect(report.undone?.map(({ kind, url }) => `${kind} ${url}`)).toEqual([`fixed ${hub.origin}/b`]);
  expect(await night()).toEqual([]);
  expect(report.undone).toBeUndefined();
});

it('a breakage of which the page is taken away is told of as that', async () => {
  await night();
  others['/'] = down;
  delete pages['/b'];
  expect(await night()).toEqual(['Broken 2']);
  pages['/'] = linking('/a');
  expect(await night()).toEqual(['Updated 1, Removed 1']);
  others['/'] = linking('/c');
  expect(await night()).toEqual(['Fixed 1']);
});

/** Links in a menu, so that the page itself stays as it is. */
const menu = (...hrefs: readonly string[]): string => {
  const links = hrefs.map((href) => `<a href="${href}">to ${href}</a>`);
  return `<!doctype html><html lang="en"><title>A page</title><nav>${links.join(' ')}</nav><h1>Links</h1></html>`;
};

it('a channel that was told that a page went is told that it is back, each time', async () => {
  pages['/'] = menu('/a', '/b');
  await night();
  others['/'] = down;
  for (let time = 0; time < 2; time++) {
    pages['/'] = menu('/a');
    expect(await night()).toEqual([time === 0 ? 'Removed 1, Broken 1' : 'Removed 1']);
    expect(await night()).toEqual([]);
    pages['/'] = menu('/a', '/b');
    expect(await night()).toEqual(['New 1']);
    expect(isNews).toBe(true);
    for (const { render } of [atom, html, markdown, text])
      expect(render(report, { colour: false, width: null })).toContain('It is linked again.');
    expect(await night()).toEqual([]);
  }
  others['/'] = linking('/c');
  expect(await night()).toEqual(['Fixed 1']);
  pages['/'] = menu('/a');
  expect(await night()).toEqual(['Removed 1']);
  expect(await night()).toEqual([]);
});

it('a channel that was told of a new page is told that it is gone, once that is sure', async () => {
  pages['/'] = menu('/a');
  await night();
  others['/'] = down;
  pages['/'] = menu('/a', '/b');
  expect(await night()).toEqual(['New 1, Broken 1']);
  pages['/'] = menu('/a');
  expect(await night()).toEqual([]);
  others['/'] = linking('/c');
  expect(await night()).toEqual(['Removed 1, Fixed 1']);
  expect(await night()).toEqual([]);
  pages['/'] = menu('/a', '/b');
  expect(await night()).toEqual(['New 1']);
});

it('a channel that was told of a move is told if it is taken back', async () => {
  pages['/'] = menu('/a', '/b');
  pages['/new/b'] = pages['/b'] ?? '';
  await night();
  others['/'] = down;
  pages['/'] = menu('/a', '/new/b');
  expect(await night()).toEqual(['Moved 1, Broken 1']);
  // A run that does not see everything cannot tell that this is what was elsewhere.
  expect(await night({ maxPages: 3 })).toEqual([]);
  expect(report.changes?.changes.map(({ kind }) => kind)).toContain('moved');
  others['/'] = linking('/c');
  pages['/'] = menu('/a', '/b');
  expect(await night()).toEqual(['Moved 1, Fixed 1']);
  expect(report.undone?.find(({ kind }) => kind === 'moved')).toMatchObject({
    url: `${hub.origin}/b`,
    previousUrl: `${hub.origin}/new/b`,
    reason: { en: 'It is at its former address again.' },
  });
  expect(await night()).toEqual([]);
});

it.each<[string, () => void, readonly string[]]>([
  ['does not open', () => void (pages['/new/b'] = down), ['Broken 1, Fixed 1']],
  ['is linked nowhere', () => void (pages['/'] = menu('/a')), ['Removed 1, Fixed 1']],
])('a channel that was told of a move is not told that it left when it %s', async (_, change, told) => {
  pages['/'] = menu('/a', '/b');
  pages['/new/b'] = pages['/b'] ?? '';
  await night();
  others['/'] = down;
  pages['/'] = menu('/a', '/new/b');
  expect(await night()).toEqual(['Moved 1, Broken 1']);
  others['/'] = linking('/c');
  change();
  expect(await night()).toEqual(told);
  expect(await night()).toEqual([]);
});

it('a page that went and came back behind a list that fails is told of when the list is read again', async () => {
  pages['/'] = menu('/list', '/b');
  const list = menu('/a');
  pages['/list'] = list;
  await night();
  pages['/list'] = (_, response) => void response.writeHead(500).end();
  pages['/'] = menu('/list');
  expect(await night()).toEqual(['Removed 1, Broken 1']);
  expect(await night()).toEqual([]);
  pages['/list'] = menu('/a', '/b');
  expect(await night()).toEqual(['New 1, Fixed 1']);
  expect(await night()).toEqual([]);
});

it('a channel that was told that a host is up again is told when it is down again', async () => {
  const files: Record<string, Handler | string> = {};
  const fail = (): unknown => {
    const failing: Handler = (_, response) => void response.writeHead(500).end();
    return Object.assign(files, { '/x': failing, '/y': failing });
  };
  const host = await serveSite(files);
  pages['/'] = menu(`${host.origin}/x`, `${host.origin}/y`);
  fail();
  await night();
  others['/'] = down;
  Object.assign(files, { '/x': '<h1>X</h1>', '/y': '<h1>Y</h1>' });
  expect(await night()).toEqual(['Broken 1, Fixed 1']);
  fail();
  expect(await night()).toEqual(['Broken 1']);
  expect(await night()).toEqual([]);
  Object.assign(files, { '/x': '<h1>X</h1>', '/y': '<h1>Y</h1>' });
  expect(await night()).toEqual(['Fixed 1']);
});

it('a channel that was told of something new is told when it is updated, whatever night that is', async () => {
  delete pages['/b'];
  await night();
  const open = others['/'] ?? '';
  others['/'] = down;
  Object.assign(pages, { '/': menu('/a', '/b', '/new'), '/b': '<h1>B</h1>', '/new': '<h1>New</h1>' });
  expect(await night()).toEqual(['New 1, Updated 1, Broken 1, Fixed 1']);
  expect(await night()).toEqual([]);
  Object.assign(pages, { '/b': '<h1>B</h1><p>two</p>', '/new': '<h1>New</h1><p>two</p>' });
  expect(await night()).toEqual(['Updated 2']);
  expect(await night()).toEqual([]);
  pages['/new'] = '<h1>New</h1><p>three</p>';
  others['/'] = open;
  expect(await night()).toEqual(['Updated 1, Fixed 1']);
  expect(await night()).toEqual([]);
});

it('a channel that was told that a host is down is not told that it is up while it is throttled', async () => {
  const busy: Handler = (_, response) => void response.writeHead(429, { 'retry-after': '99999' }).end();
  const files: Record<string, Handler | string> = { '/x': '<h1>X</h1>', '/y': '<h1>Y</h1>' };
  const host = await serveSite(files);
  pages['/'] = menu(`${host.origin}/x`, `${host.origin}/y`);
  await night();
  const open = others['/'] ?? '';
  others['/'] = down;
  Object.assign(files, { '/x': down, '/y': down });
  expect(await night()).toEqual(['Broken 2']);
  others['/'] = open;
  Object.assign(files, { '/x': busy, '/y': busy });
  expect(await night()).toEqual(['Fixed 1']);
  Object.assign(files, { '/x': '<h1>X</h1>', '/y': '<h1>Y</h1>' });
  expect(await night()).toEqual(['Fixed 1']);
  expect(await night()).toEqual([]);
});

it('a channel that was told that a host is down is not told of the one thing that a night sees of it', async () => {
  const files: Record<string, Handler | string> = { '/x': '<h1>X</h1>', '/y': '<h1>Y</h1>' };
  const host = await serveSite(files);
  pages['/'] = linking('/a', `${host.origin}/x`);
  pages['/a'] = linking(`${host.origin}/y`);
  await night();
  const open = others['/'] ?? '';
  others['/'] = down;
  Object.assign(files, { '/x': down, '/y': down });
  expect(await night()).toEqual(['Broken 2']);
  const page = pages['/a'];
  pages['/a'] = down;
  expect(await night()).toEqual(['Broken 1']);
  Object.assign(pages, { '/a': page });
  expect(await night()).toEqual(['Fixed 1']);
  others['/'] = open;
  Object.assign(files, { '/x': '<h1>X</h1>', '/y': '<h1>Y</h1>' });
  expect(await night()).toEqual(['Fixed 2']);
  expect(await night()).toEqual([]);
});

it('a channel is told once of a task, and again only if it needs something else', async () => {
  const documents: Record<string, Handler | string> = { '/x': '<h1>X</h1>', '/y': '<h1>Y</h1>' };
  const host = await serveSite(documents);
  const list = (title: string, path: string): string =>
    `<h1>Tasks</h1><table><tr><th>Task ID</th><th>Task Name</th><th>Documents</th></tr>
    <tr><td>4122</td><td>Do it</td><td><a href="${host.origin}${path}">${title}</a></td></tr></table>`;
  pages['/'] = menu('/a', '/b', `${host.origin}/x`, `${host.origin}/y`);
  pages['/b'] = list('Guide X', '/x').replace('4122', '4121');
  await night();
  others['/'] = down;
  pages['/b'] = list('Guide X', '/x').replace('4122', '4121') + list('Guide X', '/x');
  expect(await night()).toEqual(['New 1, Updated 1, Broken 1']);
  const busy: Handler = (_, response) => void response.writeHead(429, { 'retry-after': '99999' }).end();
  documents['/x'] = busy;
  expect(await night()).toEqual([]);
  documents['/x'] = '<h1>X</h1>';
  pages['/b'] = list('Guide Y', '/y').replace('4122', '4121');
  expect((await night()).join()).toMatch(/Updated 2/);
  pages['/b'] = list('Guide Z', '/y').replace('4122', '4121');
  expect((await night()).join()).toMatch(/Updated 2/);
  expect(await night()).toEqual([]);
});

it('a channel that was told that a host of short links is down is told that it is up again', async () => {
  const links: Record<string, Handler> = {
    '*': ({ url = '' }, response) => void response.writeHead(301, { location: hub.origin + url }).end(),
  };
  const short = await serveSite(links);
  try {
    pages['/'] = menu('/a', '/b', `${short.origin}/a`, `${short.origin}/b`);
    await night();
    const redirect = links['*'] ?? down;
    others['/'] = down;
    links['*'] = down;
    expect(await night()).toEqual(['Broken 2']);
    links['*'] = redirect;
    expect(await night()).toEqual(['Fixed 1']);
    expect(await night()).toEqual([]);
  } finally {
    await short.close();
  }
});
