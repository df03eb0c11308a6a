import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { findChanges, type ChangesRequest } from '../../src/app/find-changes.js';
import { crawl } from '../../src/app/crawl.js';
import type { HeadsUp } from '../../src/model/change.js';
import { describeProblemIn, SetupError } from '../../src/model/problem.js';
import type { Report } from '../../src/model/report.js';
import { runFile } from '../../src/store/runs.js';
import { openStore } from '../../src/store/store.js';
import { linking, serveSite, type Handler, type SmallSite } from '../support/small-site.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf, nextNight } from '../support/world.js';

let site: SmallSite;
let store: string;
let pages: Record<string, string | Handler>;

beforeEach(async () => {
  store = temporaryFolder();
  pages = { '/': linking('/a'), '/a': linking('/'), '/b': linking('/'), '/other': linking('/a') };
  site = await serveSite(pages);
});

const ill: Handler = (_, response) => void response.writeHead(503).end('ill');

async function walk(seed = '/'): Promise<Report['run']> {
  const sources = [{ id: 'site', seeds: [site.origin + seed] }];
  const config = configOf(site.origin, store, { sources, probes: false });
  return (await crawl({ config, language: 'en', all: false }, nextNight())).report.run;
}

function changes(request: Partial<ChangesRequest> = {}): HeadsUp {
  return findChanges({ config: configOf(site.origin, store), language: 'en', asWalked: true, ...request });
}

it.each<[string, () => Promise<Partial<ChangesRequest>>, RegExp]>([
  ['no earlier run', async () => (await walk(), {}), /比較できる/],
  [
    'no such date',
    async () => (await walk(), { since: 'yesterday' }),
    /巡回でも日付でもありません.*2026-11-15/,
  ],
  [
    'other portals',
    async () => ({ between: [(await walk()).id, (await walk('/other')).id] }),
    /開始ページが異なります/,
  ],
])('%s: the refusal is in Japanese, too', async (_, prepare, said) => {
  const request = await prepare();
  const refusal = (() => {
    try {
      return changes({ language: 'ja', ...request });
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(SetupError);
  const [problem] = (refusal as SetupError).problems;
  expect(problem && describeProblemIn('ja', problem)).toMatch(said);
});

describe('--since', () => {
  it('a date before the first run compares with the first run, and says so', async () => {
    const first = await walk();
    pages['/'] = linking('/a', '/b');
    await walk();
    await walk();
    expect(changes().changes).toEqual([]);
    const all = changes({ since: '2020-01-01' });
    expect(all.before.id).toBe(first.id);
    expect(all.changes.map(({ url }) => url)).toContain(`${site.origin}/b`);
    expect(all.notices?.join()).toContain('2020-01-01');
    expect(changes({ since: first.id }).notices).toBeUndefined();
  });

  it('a date means that day where its reader lives', async () => {
    const first = await walk();
    const second = await walk();
    const third = await walk();
    const night = Date.parse(second.start);
    const dayIn = (hours: number): string =>
      new Date(night + hours * 3_600_000 + 86_400_000).toISOString().slice(0, 10);
    expect(changes({ since: dayIn(0) }).before.id).toBe(second.id);
    expect(changes({ since: dayIn(9), language: 'ja' }).before.id).toBe(second.id);
    expect(changes({ since: second.start }).before.id).toBe(second.id);
    expect(changes({ since: new Date(night - 1000).toISOString() }).before.id).toBe(first.id);
    expect(third.id).toBe(changes().after.id);
  });

  it.each(['foo-1', '5', '2026-02-31', '2026-13-01', '2026-11', '2026-11-15T25:00', 'yesterday', ''])(
    '%j is refused',
    async (since) => {
      await walk();
      await walk();
      expect(() => changes({ since })).toThrow(/neither a run nor a date/);
    },
  );
});

it('what is told without a newer run that cannot be read says so', async () => {
  await walk();
  await walk();
  const last = await walk();
  writeFileSync(runFile(store, last.id), 'damaged');
  expect(changes().notices?.join()).toContain(`has not ended or cannot be read (${last.id})`);
  expect(changes({ language: 'ja' }).notices?.join()).toContain('終了していないか、読み取れません');
  const [second, first] = openStore(store).ended();
  expect(changes({ between: [first ?? '', second ?? ''] }).notices).toBeUndefined();
});

it('runs of other portals are not compared: everything of one would be new or removed', async () => {
  const one = await walk('/');
  const other = await walk('/other');
  const last = await walk('/');
  expect(() => changes({ between: [one.id, other.id] })).toThrow(/different starting pages/);
  expect(() => changes({ since: other.id })).toThrow(/different starting pages/);
  expect(changes({ between: [one.id, last.id] }).changes).toEqual([]);
});

describe.each(['/', '/robots.txt'])('a portal whose %s answers 503', (path) => {
  it('is named by the heads-up, and 503 by the report', async () => {
    await walk();
    pages[path] = ill;
    const sources = [{ id: 'site', seeds: [`${site.origin}/`] }];
    const config = configOf(site.origin, store, { sources, probes: false });
    const { report, exitCode } = await crawl({ config, language: 'en', all: false }, nextNight());
    expect(exitCode).toBe(3);
    expect(report.findings.map(({ reason }) => reason).join()).toContain('503');
    expect(changes().after.unreachable).toEqual([`${site.origin}/`]);
    expect(changes().changes.filter(({ kind }) => kind === 'removed')).toEqual([]);
  });
});
