import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FullConfig } from '../../src/app/context/config.js';
import type { Assessment } from '../../src/app/judging/conclude.js';
import { crawl } from '../../src/app/crawl.js';
import { recordWalk } from '../../src/app/walking/record-walk.js';
import { StoreError } from '../../src/store/database/failures.js';
import { openStore, type Store } from '../../src/store/store.js';
import { describeProblemIn, SetupError } from '../../src/model/problem.js';
import type { Text } from '../../src/model/text.js';
import type { Report } from '../../src/model/report.js';
import { linking, serveSite, type Handler, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

let site: SmallSite;
let pages: Record<string, string | Handler>;
let config: FullConfig;
beforeEach(async () => {
  pages = { '/': linking('/a', '/gone'), '/a': linking('/') };
  site = await serveSite(pages);
  config = configOf(site.origin, join(temporaryFolder(), 'store'), { probes: false });
});

interface Resume {
  readonly run: string | undefined;
}
const walk = (resume?: Resume): Promise<Assessment> =>
  crawl({ config, language: 'en', all: false, fresh: false, resume }, nextNight());
const ledger = (): string => join(config.store, 'findings.json');

/** As after a crash, or on a full disk: the walk is in the store, and nothing was made of it. */
async function walkUntold(): Promise<void> {
  const kept = join(config.store, '..', 'kept.json');
  copyFileSync(ledger(), kept);
  await walk();
  copyFileSync(kept, ledger());
}

const both = (text: string): Text => ({ en: text, ja: text });

const told = ({ changes }: Report): readonly string[] =>
  changes?.changes.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`) ?? [];

describe('a run that came to its end before anybody was told', () => {
  it('is taken up, and tells what it would have told', async () => {
    await walk();
    pages['/'] = linking('/a', '/b', '/gone');
    pages['/b'] = linking('/');
    await walkUntold();
    const asked = site.asked.length;
    const { report, exitCode } = await walk({ run: undefined });
    expect([told(report), exitCode, report.findings[0]?.past?.nights]).toEqual([
      ['new /b', 'updated /'],
      1,
      2,
    ]);
    expect(site.asked.length).toBe(asked);
    await expect(walk({ run: undefined })).rejects.toThrow('is complete');
  });

  it('is taken up even if it is the first', async () => {
    const { report } = await walk();
    rmSync(ledger());
    const again = await walk({ run: undefined });
    expect([again.report.run.id, again.report.findings.length]).toEqual([report.run.id, 1]);
  });

  it('hides nothing from the next, which tells it all', async () => {
    await walk();
    pages['/'] = linking('/a', '/b');
    pages['/b'] = linking('/');
    await walkUntold();
    const { report, isNews } = await walk();
    expect([told(report), isNews]).toEqual([['new /b', 'updated /', 'fixed /gone'], true]);
    expect(report.fixed?.map(({ url }) => url)).toEqual([`${site.origin}/gone`]);
    const quiet = await walk();
    expect([told(quiet.report), quiet.isNews]).toEqual([[], false]);
  });
});

it('a night that cannot be concluded says how it can be, once that is mended', async () => {
  await walk();
  pages['/'] = linking('/a', '/b', '/gone');
  const trend = join(config.store, 'trend.json');
  pages['/b'] = (_, response) => {
    rmSync(trend, { recursive: true });
    mkdirSync(trend);
    response.end();
  };
  const error = await walk().catch((thrown: unknown) => thrown);
  const problems = error instanceof SetupError ? error.message : '';
  expect(problems).toMatch(/trend\.json: .*\n.*the walk came to its end and is kept as \S+ \(.*--resume/);
  rmSync(trend, { recursive: true });
  expect(told((await walk({ run: undefined })).report)).toContain('updated /');
});

it('a web that cannot be opened is a mistake from before any run', async () => {
  const { report } = await walk();
  const asked = site.asked.length;
  const cookies = join(config.store, '..', 'cookies.txt');
  writeFileSync(cookies, 'no cookie');
  const { store } = config;
  config = configOf(site.origin, store, {
    sources: [{ id: 'site', seeds: [`${site.origin}/`], credentials: { cookies } }],
  });
  await expect(walk()).rejects.toThrow(/^\S+cookies\.txt:1: is not a cookie [^\n]*$/);
  expect(
    openStore(store)
      .runs()
      .map(({ id }) => id),
  ).toEqual([report.run.id]);
  expect(site.asked.length).toBe(asked);
});

it('a walk that cannot be kept any further says how to go on', async () => {
  const store = openStore(config.store);
  const full: Store = {
    ...store,
    begin: (run) => ({
      ...store.begin(run),
      record: () => {
        throw new StoreError('a.sqlite', both('the disk is full'), both('free some space'));
      },
    }),
  };
  const prepared = {
    store: full,
    fileLists: { lists: [], glossary: {} },
    secrets: { tokens: new Map(), jars: new Map(), expired: [] },
  };
  const error = await recordWalk(prepared, { config }, nextNight()).catch((thrown: unknown) => thrown);
  const { message, problems } = error instanceof SetupError ? error : expect.fail('it was kept');
  expect(message).toMatch(
    /^a\.sqlite: the disk is full .*\nwhat was seen until then is kept as \S+ \(.*--resume/,
  );
  const [{ id } = { id: '' }] = store.runs();
  expect(problems.map((problem) => describeProblemIn('ja', problem)).join('\n')).toMatch(
    new RegExp(`^a\\.sqlite: the disk is full .*\\n.*${id} .*[ぁ-ん].*--resume`),
  );
});
