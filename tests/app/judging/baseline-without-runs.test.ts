import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { acceptFinding } from '../../../src/app/accept-finding.js';
import type { FullConfig } from '../../../src/app/context/config.js';
import type { Assessment } from '../../../src/app/judging/conclude.js';
import { crawl } from '../../../src/app/crawl.js';
import { keepBaseline } from '../../../src/app/keep-baseline.js';
import { baselineSchema } from '../../../src/history/baseline.js';
import { linking, serveSite, type Handler, type SmallSite } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, nextNight } from '../../support/world.js';

// As in a repository whose CI keeps no runs.

let pages: Record<string, string | Handler>;
let site: SmallSite;
let file: string;
beforeEach(async () => {
  file = join(temporaryFolder(), 'baseline.json');
  pages = { '/': linking('/a'), '/a': linking('/lost'), '/list': listOf('Kickoff Deck', '/plan.pdf') };
  site = await serveSite(pages);
});

const failing: Handler = (_, response) => void response.writeHead(503).end();
const listOf = (...documents: readonly string[]): string =>
  `<table><tr><th>Task ID<th>Task Name<th>Document${documents
    .map((one, at) => (one.startsWith('/') ? `<a href="${one}">Plan ${at}</a>` : one))
    .map((one, at) => `<tr><td>${4122 + at}<td>Do it<td>${one}`)
    .join('')}</table>`;

function configured(rest: Record<string, unknown> = {}): FullConfig {
  const tasks = [`${site.origin}/list`];
  return configOf(site.origin, join(temporaryFolder(), 'store'), { probes: false, tasks, ...rest });
}

const walk = (config: FullConfig): Promise<Assessment> =>
  crawl({ config, language: 'en', all: false, fresh: false }, nextNight());
const hold = async (rest: Record<string, unknown> = {}): Promise<number> =>
  (await walk(configured({ baseline: file, failOn: 'new-broken', ...rest }))).exitCode;
const held = (): readonly string[] =>
  baselineSchema
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .findings.map(({ url }) => url.replace(site.origin, ''));
const accept = async (): Promise<void> => {
  const config = configured();
  await walk(config);
  keepBaseline(config, file);
};

it('keeps what lies behind a page that is missing now, but not behind one that was missing before', async () => {
  pages['/'] = linking('/a', '/short');
  pages['/short'] = (_, response) => void response.writeHead(301, { location: '/never' }).end();
  await accept();
  expect(held()).toEqual(['/list#Task4122', '/lost', '/plan.pdf', '/short']);
  pages['/a'] = (_, response) => void response.writeHead(404).end();
  expect(await hold()).toBe(1);
  expect(held()).toContain('/lost');
  pages['/a'] = linking('/lost');
  expect(await hold()).toBe(0);

  pages['/'] = linking('/short');
  expect(await hold()).toBe(0);
  expect(held()).not.toContain('/lost');
});

it('keeps what a list names that cannot be read, and only that', async () => {
  await accept();
  const before = held();
  const list = pages['/list'] ?? '';
  pages['/list'] = failing;
  expect(await hold()).toBe(0);
  expect(held()).toEqual(before);
  pages['/list'] = list;
  expect(await hold()).toBe(0);
  expect(held()).toEqual(before);

  pages['/list'] = listOf('/plan.pdf');
  expect(await hold()).toBe(0);
  expect(held()).toEqual(['/lost', '/plan.pdf']);
});

it('calls no known issue needless that is behind a list or a page that cannot be read', async () => {
  const known = join(temporaryFolder(), 'known.yaml');
  writeFileSync(known, '');
  const config = configured({ known });
  const said = { reason: 'r', owner: undefined, until: undefined, today: '2026-11-22', folder: 'file:///' };
  for (const { id } of (await walk(config)).report.findings) acceptFinding({ config, finding: id, ...said });
  const noticed = async () => (await walk(configured({ known }))).report.notices ?? [];
  expect(await noticed()).toEqual([]);
  const list = pages['/list'] ?? '';
  pages['/list'] = failing;
  expect(await noticed()).toEqual([]);
  Object.assign(pages, { '/list': list, '/a': failing });
  expect(await noticed()).toEqual([]);
  pages['/a'] = linking();
  expect(await noticed()).toEqual([expect.stringContaining('take it out')]);
});

it.each([{}, { checkFragments: true }])('keeps a document that may have been renamed (%o)', async (rest) => {
  pages['/'] = linking('/a', '/list');
  await accept();
  pages['/a'] = linking('/lost', '/kickoff-decks.html');
  pages['/kickoff-decks.html'] = linking().replace('A page', 'Kickoff Decks');
  expect(await hold(rest)).toBe(0);
  pages['/a'] = linking('/lost');
  expect(await hold(rest)).toBe(0);
});
