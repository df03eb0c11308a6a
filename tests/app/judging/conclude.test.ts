import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import type { FullConfig } from '../../../src/app/context/config.js';
import type { Assessment } from '../../../src/app/judging/conclude.js';
import { crawl } from '../../../src/app/crawl.js';
import { keepBaseline } from '../../../src/app/keep-baseline.js';
import { openDatabase } from '../../../src/store/database/database.js';
import { baselineSchema } from '../../../src/history/baseline.js';
import { ledgerSchema } from '../../../src/history/ledger.js';
import { SetupError } from '../../../src/model/problem.js';
import { linking, serveSite, type Handler, type SmallSite } from '../../support/small-site.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { configOf, nextNight } from '../../support/world.js';

const answering =
  (status: number): Handler =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end('<p>no</p>');

let home: SmallSite;
let foreign: SmallSite;
let pages: Record<string, string | Handler>;
let elsewhere: Record<string, string | Handler>;
let folder: string;
beforeEach(async () => {
  folder = temporaryFolder();
  elsewhere = { '/fine': linking() };
  pages = {};
  [home, foreign] = await Promise.all([serveSite(pages), serveSite(elsewhere)]);
  pages['/'] = linking('/a', `${foreign.origin}/missing`, `${foreign.origin}/fine`);
  pages['/a'] = linking('/');
  pages['/sub/'] = linking('/a');
});

function configured(rest: Record<string, unknown> = {}, source: Record<string, unknown> = {}): FullConfig {
  return configOf(home.origin, join(folder, 'store'), {
    probes: false,
    sources: [{ id: 'site', seeds: [`${home.origin}/`], ...source }],
    ...rest,
  });
}

const walk = (config: FullConfig): Promise<Assessment> =>
  crawl({ config, language: 'en', all: false, fresh: false }, nextNight());

test('a run after a damaged one reports all but what changed, and the next one that, too', async () => {
  const config = configured();
  await walk(config);
  const runs = join(config.store, 'runs');
  const [first = ''] = readdirSync(runs);
  const database = openDatabase(join(runs, first), { readOnly: false });
  database.execute("UPDATE resource SET content_type = x'00', print = NULL");
  database.close();

  const { report, exitCode } = await walk(config);
  expect([report.findings.length, report.changes, exitCode]).toEqual([1, undefined, 1]);
  expect(report.notices).toEqual([expect.stringMatching(`what changed is not known: .*${first}.* damaged`)]);
  const next = await walk(config);
  expect([next.report.changes?.before.id, next.report.notices]).toEqual([report.run.id, undefined]);
});

describe('a baseline file', () => {
  const named = () => join(folder, 'baseline.json');
  const held = () => baselineSchema.parse(JSON.parse(readFileSync(named(), 'utf8'))).findings.length;
  const failing = () => ({ baseline: named(), failOn: 'new-broken' });
  beforeEach(async () => {
    const config = configured();
    await walk(config);
    expect(keepBaseline(config, named())).toEqual({ count: 1, sawAll: true, notices: [] });
  });

  it.each<[string, () => Record<string, unknown>]>([
    ['its host is busy', () => ((elsewhere['*'] = answering(503)), delete elsewhere['/fine'], {})],
    ['it refuses', () => ((elsewhere['/missing'] = answering(403)), {})],
    ['it is excluded', () => ({ exclude: ['missing'] })],
    ['links that lead out are not checked', () => ({ external: false })],
    ['another part is walked', () => ({ seeds: [`${home.origin}/sub/`] })],
    ['less is walked', () => ({ maxDepth: 0 })],
    ['the page that leads there is busy', () => ((pages['/'] = answering(503)), {})],
    ['it is ill in another way', () => ((elsewhere['/missing'] = answering(410)), {})],
  ])('keeps what it names where %s, and fails for it on no other night', async (_, change) => {
    const before = { pages: { ...pages }, elsewhere: { ...elsewhere } };
    const source = change();
    await walk(configured(failing(), source));
    expect(held()).toBe(1);
    delete elsewhere['*'];
    delete elsewhere['/missing'];
    Object.assign(pages, before.pages);
    Object.assign(elsewhere, before.elsewhere);
    expect((await walk(configured(failing()))).exitCode).toBe(0);
  });

  it.each([429, 503])('keeps what is behind a short link where that does not answer (%i)', async (status) => {
    pages['/'] = linking('/a', `${foreign.origin}/missing`, `${foreign.origin}/short`);
    pages['/hidden'] = linking('/lost');
    elsewhere['/short'] = (_, response) =>
      void response.writeHead(302, { location: `${home.origin}/hidden` }).end();
    await walk(configured());
    expect(keepBaseline(configured(), named()).count).toBe(2);
    elsewhere['/short'] = answering(status);
    await walk(configured(failing()));
    expect(held()).toBe(2);
  });

  it.each<[string, () => unknown]>([
    ['opens', () => (elsewhere['/missing'] = linking())],
    ['is linked no more', () => (pages['/'] = linking('/a', `${foreign.origin}/fine`))],
  ])('loses what %s, also where there is no run to compare with', async (_, mend) => {
    mend();
    const { report, exitCode } = await walk(configured({ ...failing(), store: join(folder, 'another') }));
    expect([held(), exitCode]).toEqual([0, 0]);
    expect(report.notices?.join()).toContain('it has been shortened');
  });

  it('of the first version loses what opens only', async () => {
    const { findings } = baselineSchema.parse(JSON.parse(readFileSync(named(), 'utf8')));
    writeFileSync(named(), JSON.stringify({ version: 1, findings }));
    pages['/'] = linking('/a', `${foreign.origin}/fine`);
    const unlinked = await walk(configured(failing()));
    expect([held(), unlinked.exitCode]).toEqual([1, 0]);
    expect(unlinked.report.notices?.join()).toContain('older version');
    pages['/'] = linking('/a', `${foreign.origin}/missing`);
    elsewhere['/missing'] = linking();
    await walk(configured(failing()));
    expect(held()).toBe(0);
  });

  it('is made of what its configuration walks, and says what that run did not see', async () => {
    pages['/sub/'] = linking('/lost', '/gone');
    await walk(configured({}, { seeds: [`${home.origin}/sub/`] }));
    expect(keepBaseline(configured(), named()).count).toBe(1);
    expect(keepBaseline(configured({ sources: [] }), named()).count).toBe(2);
    await walk(configured({}, { maxPages: 1 }));
    expect(keepBaseline(configured(), named()).sawAll).toBe(false);
  });

  it('says so where it is of another walk', async () => {
    const { report } = await walk(configured(failing(), { seeds: [`${home.origin}/sub/`] }));
    expect(report.notices).toEqual([expect.stringContaining('does not come from a walk from these seeds')]);
  });
});

describe('known issues', () => {
  const named = () => join(folder, 'known.yaml');
  const noticed = async (): Promise<string> =>
    (await walk(configured({ known: named() }))).report.notices?.join() ?? '';
  beforeEach(async () => {
    writeFileSync(named(), `- pattern: '^${foreign.origin}/missing$'\n  reason: r\n`);
    expect(await noticed()).toBe('');
  });

  it('are not called needless while nobody can tell', async () => {
    elsewhere['/missing'] = answering(403);
    expect(await noticed()).toBe('');
    await foreign.close();
    expect(await noticed()).toBe('');
    expect(await walk(configured({ known: named() }, { external: false }))).not.toHaveProperty(
      'report.notices.0',
    );
  });

  it('are called needless once they are', async () => {
    pages['/'] = linking('/a');
    expect(await noticed()).toContain('take it out');
  });

  it('are a mistake where there is no such file, before anything is fetched', async () => {
    const asked = home.asked.length;
    await expect(walk(configured({ known: join(folder, 'no.yaml') }))).rejects.toThrow(SetupError);
    expect(home.asked.length).toBe(asked);
  });
});

describe('what is remembered', () => {
  const file = () => join(folder, 'store', 'findings.json');
  const ledgers = () =>
    z.object({ walks: z.record(z.string(), ledgerSchema) }).parse(JSON.parse(readFileSync(file(), 'utf8')))
      .walks;

  it.each(['findings.json', 'trend.json'])('is set aside where it is damaged, and said: %s', async (name) => {
    await walk(configured());
    const damaged = join(folder, 'store', name);
    writeFileSync(damaged, '{"version":1,"walks":{');
    const { report } = await walk(configured());
    expect(report.notices).toEqual([expect.stringContaining('was damaged')]);
    expect(readFileSync(`${damaged}.damaged`, 'utf8')).toBe('{"version":1,"walks":{');
    expect((await walk(configured())).report.notices ?? []).toEqual([]);
  });

  it('is taken over from the version before', async () => {
    await walk(configured());
    const [name, { run, entries }] = Object.entries(ledgers())[0] ?? expect.fail('nothing is remembered');
    const first = { version: 1, run, entries };
    writeFileSync(file(), JSON.stringify({ version: 2, walks: { [name]: first } }));
    const { report, isNews } = await walk(configured());
    expect([report.findings[0]?.past?.nights, report.notices ?? [], isNews]).toEqual([2, [], false]);
  });

  it('of a night that was cut short hides nothing from the next', async () => {
    pages['/'] = linking('/a', '/b');
    pages['/b'] = linking();
    await walk(configured());
    delete pages['/a'];
    const cut = await walk(configured({ failOn: 'new-broken' }, { maxPages: 2 }));
    expect(cut.report.findings.map(({ url }) => url)).toContain(`${home.origin}/a`);
    expect([cut.report.run.complete, cut.exitCode]).toEqual([false, 1]);
    const exitCodes = [];
    for (let night = 1; night <= 2; night++)
      exitCodes.push((await walk(configured({ failOn: 'new-broken' }))).exitCode);
    expect(exitCodes).toEqual([1, 0]);
  });

  it('is not touched where a newer version keeps it', async () => {
    await walk(configured());
    writeFileSync(file(), '{"version":4}');
    await expect(walk(configured())).rejects.toThrow(SetupError);
    expect([readFileSync(file(), 'utf8'), existsSync(`${file()}.damaged`)]).toEqual(['{"version":4}', false]);
  });
});

it('a file that cannot be written is a mistake, whatever the reason', () => {
  writeFileSync(join(folder, 'file'), '');
  return walk(configured()).then(() => {
    const inside = join(folder, 'file', 'b.json');
    expect(() => keepBaseline(configured(), inside)).toThrow(SetupError);
    expect(() => keepBaseline(configured(), join(folder, 'file', 'y', 'b.json'))).toThrow(SetupError);
  });
});
