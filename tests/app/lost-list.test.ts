import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { crawl } from '../../src/app/crawl.js';
import { answerTasks, type WrittenAnswer } from '../../src/app/tasks.js';
import { linking, serveSite, type Handler, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

let site: SmallSite;
let pages: Record<string, string | Handler>;
let store: string;
beforeEach(async () => {
  pages = { '/': linking('/guide.pdf', '/tasks'), '/guide.pdf': document, '/tasks': tableOf('4201') };
  site = await serveSite(pages);
  store = join(temporaryFolder(), 'store');
});
afterEach(() => site.close());

const document: Handler = (_, response) =>
  void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4\nA guide\n%%EOF\n');
const failing: Handler = (_, response) => void response.writeHead(500).end();
const tableOf = (id: string): string =>
  `<table><tr><th>Task ID<th>Task Name<th>Document<tr><td>${id}<td>Do it<td><a href="/guide.pdf">Guide to Teams</a></table>`;

const config = () => configOf(site.origin, store, { probes: false, tasks: [`${site.origin}/list`] });
const night = async (list: string | Handler) => {
  pages['/list'] = list;
  return (await crawl({ config: config(), language: 'en', all: false, fresh: false }, nextNight())).report;
};
const ask = (id: string, format: 'text' | 'json' = 'json'): Promise<WrittenAnswer> =>
  answerTasks(
    {
      config: config(),
      ids: [id],
      freshness: 'offline',
      language: 'en',
      asWalked: false,
      format,
      style: { width: 400, colour: false },
    },
    nextNight(),
  );

it('still says what a task needs on a night that cannot read its list', async () => {
  const { start } = (await night(tableOf('4122'))).run;
  const firstNight = start.slice(0, 10);
  const report = await night(failing);
  expect(report.findings.filter(({ rule }) => rule === 'task-list')).toMatchObject([
    {
      url: `${site.origin}/list`,
      reason: expect.stringMatching(/its tasks are those of \d{4}-\d\d-\d\d: /) as string,
    },
  ]);
  expect(report.changes?.changes).toEqual([]);
  pages['/guide.pdf'] = failing;
  await night(failing);
  const { text, isLacking } = await ask('4122');
  expect(isLacking).toBe(true);
  expect(JSON.parse(text)).toMatchObject({
    notices: [`The list ${site.origin}/list could not be read: what it said on ${firstNight} is used.`],
    tasks: [{ id: '4122', state: 'broken' }],
  });
});

it('does not say that no list names a task while one is that of an earlier night', async () => {
  await night(tableOf('4122'));
  await night(failing);
  expect((await ask('4123')).unknown).toMatchObject([{ id: '4123', unread: [`${site.origin}/list`] }]);
});

it('tells what a list names and what it names no more once it can be read again', async () => {
  await night(tableOf('4122'));
  await night(failing);
  const { changes } = await night(tableOf('4123'));
  expect(changes?.changes).toMatchObject([
    { kind: 'new', subject: 'task', url: expect.stringContaining('4123') as string },
    { kind: 'removed', subject: 'task', url: expect.stringContaining('4122') as string },
  ]);
});

it('forgets how long a list could not be read once it can be', async () => {
  const unread = (report: Awaited<ReturnType<typeof night>>) =>
    report.findings.filter(({ rule }) => rule === 'task-list').map(({ past }) => past?.nights);
  await night(tableOf('4122'));
  await night(failing);
  expect(unread(await night(failing))).toEqual([2]);
  expect(await night(tableOf('4122'))).toMatchObject({ fixed: [{ url: `${site.origin}/list` }] });
  await night(tableOf('4122'));
  expect(unread(await night(failing))).toEqual([1]);
});

it('does not say that no list names a task while one was never read', async () => {
  await night(failing);
  const { text, unknown } = await ask('4122');
  expect(unknown).toEqual([{ id: '4122', nearest: ['4201'], unread: [`${site.origin}/list`] }]);
  expect(JSON.parse(text)).toMatchObject({
    notices: [`The list ${site.origin}/list could not be read: what it says of tasks is missing here.`],
  });
});

it('says why no task is known where the only list was never read', async () => {
  pages['/tasks'] = linking('/');
  await night(failing);
  await expect(ask('4122')).rejects.toMatchObject({
    problems: [
      { message: 'the list cannot be fetched: status 500' },
      {
        message: 'the last run knows no task, nor does one before',
        hint: 'walk again when its list can be read',
      },
    ],
  });
});

it('takes the list as it is when it can be read again', async () => {
  await night(tableOf('4122'));
  await night(failing);
  await night(tableOf('4123'));
  expect((await ask('4122')).unknown).toEqual([{ id: '4122', nearest: ['4123', '4201'], unread: [] }]);
});

describe('a page of a portal that lists tasks and does not open', () => {
  const another = { '/': linking('/guide.pdf', '/tasks', '/others'), '/others': tableOf('4300') };
  const nightOfPages = async (changed: Record<string, string | Handler>) => {
    Object.assign(pages, changed);
    await crawl({ config: pagesAlone(), language: 'en', all: false, fresh: false }, nextNight());
  };
  const pagesAlone = () => configOf(site.origin, store, { probes: false });

  it('may still name its tasks', async () => {
    await nightOfPages(another);
    await nightOfPages({ '/tasks': failing });
    await nightOfPages({});
    expect((await ask('4201')).unknown).toEqual([
      { id: '4201', nearest: ['4300'], unread: [`${site.origin}/tasks`] },
    ]);
    expect((await ask('4202')).unknown).toMatchObject([{ id: '4202', unread: [] }]);
  });

  it('names no more what it did not name when it was last read', async () => {
    await nightOfPages(another);
    await nightOfPages({ '/tasks': linking('/') });
    await nightOfPages({ '/tasks': failing });
    expect((await ask('4201')).unknown).toMatchObject([{ id: '4201', unread: [] }]);
  });
});
