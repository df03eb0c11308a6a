import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { crawl } from '../../../src/app/crawl.js';
import { linking, serveSite, type Handler, type SmallSite } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, nextNight } from '../../support/world.js';

let hub: SmallSite;
let channels: SmallSite;
let pages: Record<string, string | Handler>;
let status: number;
let posted: string[];
let store: string;
beforeEach(async () => {
  store = join(temporaryFolder(), 'store');
  status = 200;
  posted = [];
  pages = { '/': linking('/a', '/b'), '/a': '<h1>A</h1>', '/b': '<h1>B</h1>' };
  const receive: Handler = (request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const answer = request.url === '/well' ? 200 : status;
      if (answer === 200) posted.push(`${request.url}: ${sumOf(body)}`);
      response.writeHead(answer, { 'retry-after': '0.01' }).end();
    });
  };
  [hub, channels] = await Promise.all([serveSite(pages), serveSite({ '/well': receive, '/ill': receive })]);
});
afterEach(() => Promise.all([hub.close(), channels.close()]));

const sumOf = (body: string): string => /: ([^"]+)"/.exec(body.slice(body.indexOf('·')))?.[1] ?? body;

/** What the channels were told by a night. */
async function night(): Promise<readonly string[]> {
  posted.length = 0;
  const notify = ['well', 'ill'].map((path) => ({ kind: 'slack', url: `${channels.origin}/${path}` }));
  const config = configOf(hub.origin, store, { probes: false, notify });
  await crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
  return posted.toSorted();
}

it('what a channel could not be told is told by the next run that reaches it, once', async () => {
  await night();
  delete pages['/a'];
  status = 503;
  expect(await night()).toEqual(['/well: Broken 1']);
  delete pages['/b'];
  expect(await night()).toEqual(['/well: Broken 1']);
  expect(readFileSync(join(store, 'undelivered.json'), 'utf8')).not.toContain('/ill');
  status = 200;
  expect(await night()).toEqual(['/ill: Broken 2']);
  expect(await night()).toEqual([]);
});

it('what a channel refuses for good is not sent again, since it would keep out what comes after it', async () => {
  await night();
  delete pages['/a'];
  status = 400;
  expect(await night()).toEqual(['/well: Broken 1']);
  delete pages['/b'];
  status = 200;
  expect(await night()).toEqual(['/ill: Broken 1', '/well: Broken 1']);
});

it('a damaged file of what was not delivered costs only that', async () => {
  await night();
  delete pages['/a'];
  status = 503;
  writeFileSync(join(store, 'undelivered.json'), 'damaged');
  expect(await night()).toEqual(['/well: Broken 1']);
  status = 200;
  expect(await night()).toEqual(['/ill: Broken 1']);
});
