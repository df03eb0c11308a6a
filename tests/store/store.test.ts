import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/database/database.js';
import { explainFailure } from '../../src/store/database/failures.js';
import { createRecorder } from '../../src/store/recording/recorder.js';
import { schema, schemaVersion } from '../../src/store/database/schema.js';
import { openStore, type Store } from '../../src/store/store.js';
import { packLinks } from '../../src/model/links/pack.js';
import { SetupError } from '../../src/model/problem.js';
import { linkOf, resourceOf, runOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const open = { endedAt: null, complete: false } as const;
const ended = { endedAt: 5, complete: true, limitsReached: [] };

/** Makes a file say that it is of another version of the format. */
function stamp(file: string, version: number): void {
  const database = openDatabase(file, { readOnly: false });
  database.execute(`PRAGMA user_version = ${version}`);
  database.close();
}

function record(store: Store, id: string, count = 1): void {
  const recorder = store.begin(runOf({ ...open, id }));
  for (let page = 1; page <= count; page++) {
    recorder.record(resourceOf({ id: page, url: `https://${id}/${page}` }));
  }
  recorder.end(ended);
}

test('a run that ended is one file and gives back what was recorded', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  const run = runOf({
    ...open,
    sources: [{ id: 's', title: 'S', seeds: ['https://a/'], library: true }],
  });
  const page = resourceOf({ id: 1, url: 'https://a/', role: 'seed', title: 'A' });
  const links = packLinks([
    linkOf({ url: 'https://a/b', text: 'B', headings: ['x', 'y'] }),
    linkOf({ url: 'https://a/never', kind: 'image' }),
  ]);
  const recorder = store.begin(run);
  recorder.record(page, { links, targets: Uint32Array.of(2, 3) });
  recorder.record(resourceOf({ id: 2, url: 'https://a/b' }));
  recorder.end(ended);

  expect(readdirSync(join(folder, 'runs'))).toEqual([`${run.id}.sqlite`]);
  const snapshot = store.open();
  expect(snapshot.run).toEqual({ ...run, ...ended });
  expect([...snapshot.resources()]).toEqual([page, resourceOf({ id: 2, url: 'https://a/b' })]);
  expect(snapshot.links(1)).toMatchObject({ words: links.words, rows: links.rows, urls: links.urls });
  expect([...snapshot.edges()]).toEqual([{ from: 1, to: Uint32Array.of(2, 3), kinds: Uint8Array.of(0, 6) }]);
  expect(snapshot.waiting()).toEqual([[3, 'https://a/never']]);
  expect(snapshot.resource(3)).toBeNull();
  expect(snapshot.links(2).urls).toEqual([]);
  snapshot.close();
});

test('a later note of a resource replaces the one before, its links too', () => {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf(open));
  const links = packLinks([linkOf('https://a/b')]);
  recorder.record(resourceOf({ id: 1, url: 'https://a/', title: 'A' }), {
    links,
    targets: Uint32Array.of(2),
  });
  recorder.record(resourceOf({ id: 1, url: 'https://a/', status: 500 }));
  recorder.end(ended);
  const snapshot = store.open();
  expect([...snapshot.resources()]).toEqual([resourceOf({ id: 1, url: 'https://a/', status: 500 })]);
  expect([...snapshot.edges()]).toEqual([]);
  expect(snapshot.count()).toBe(1);
  snapshot.close();
});

test('runs are listed newest first, and the newest that ended is opened', () => {
  const store = openStore(temporaryFolder());
  expect(store.runs()).toEqual([]);
  record(store, '20261101T000000Z-0001', 3);
  const early = store.begin(runOf({ ...open, id: '20261102T000000Z-0001' }));
  early.end({ endedAt: 7, complete: false, limitsReached: ['interrupted'] });
  store.begin(runOf({ ...open, id: '20261103T000000Z-0001' }));
  expect(store.runs().map(({ id, state, resources }) => [id, state, resources])).toEqual([
    ['20261103T000000Z-0001', 'unfinished', 0],
    ['20261102T000000Z-0001', 'incomplete', 0],
    ['20261101T000000Z-0001', 'complete', 3],
  ]);
  const snapshot = store.open();
  expect(snapshot.run.id).toBe('20261102T000000Z-0001');
  snapshot.close();
});

test('a resource is on the disk within a second even if nothing follows it', async () => {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf(open));
  recorder.record(resourceOf({ url: 'https://a/' }));
  await vi.waitFor(() => expect(store.runs()[0]?.resources).toBe(1), { timeout: 2000 });
  recorder.end(ended);
});

test('a run that goes on is read as of one moment', async () => {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf(open));
  recorder.record(resourceOf({ id: 1, url: 'https://a/' }));
  await vi.waitFor(() => expect(store.runs()[0]?.resources).toBe(1), { timeout: 2000 });
  const snapshot = store.open(runOf(open).id);
  recorder.record(resourceOf({ id: 2, url: 'https://a/b' }));
  await vi.waitFor(() => expect(store.runs()[0]?.resources).toBe(2), { timeout: 2000 });
  expect([...snapshot.resources()].map(({ id }) => id)).toEqual([1]);
  snapshot.close();
  recorder.end(ended);
});

test('a run that was read and closed can be resumed at once', () => {
  const store = openStore(temporaryFolder());
  record(store, 'one');
  const snapshot = store.open('one');
  expect(snapshot.count()).toBe(1);
  snapshot.close();
  store.resume('one', () => true).recorder.end(ended);
});

test('two runs at once do not hurt each other', () => {
  const store = openStore(temporaryFolder());
  const ids = ['20261101T000000Z-000a', '20261101T000000Z-000b'];
  const recorders = ids.map((id) => store.begin(runOf({ ...open, id })));
  for (let page = 1; page <= 50; page++) {
    recorders.forEach((recorder, index) => {
      recorder.record(resourceOf({ id: page, url: `https://${index}/${page}` }));
    });
  }
  recorders.forEach((recorder) => recorder.end(ended));
  expect(store.runs().map(({ state, resources }) => [state, resources])).toEqual([
    ['complete', 50],
    ['complete', 50],
  ]);
});

test('kill -9 leaves a run that can be read, is consistent, and says that it did not end', async () => {
  const folder = temporaryFolder();
  const hook = new URL('../support/typescript/register.mjs', import.meta.url).href;
  const script = fileURLToPath(new URL('endless-run.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', hook, script, folder, 'killed'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const died = new Promise((resolve) => child.once('exit', resolve));
  let reached = 0;
  for await (const lines of child.stdout) {
    reached = Number(String(lines).trim().split('\n').at(-1));
    if (reached >= 5000) child.kill('SIGKILL');
  }
  await died;

  const store = openStore(folder);
  expect(store.runs()[0]).toMatchObject({ id: 'killed', state: 'unfinished' });
  expect(() => store.open()).toThrow('no run in this store has ended (name one that did not: killed)');
  const snapshot = store.open('killed');
  const count = snapshot.count();
  expect(count).toBeGreaterThan(900);
  expect([...snapshot.resources()].map(({ id }) => id)).toEqual(
    Array.from({ length: count }, (_, index) => index + 1),
  );
  expect([...snapshot.edges()].every(({ from, to }) => to[0] === from + 1)).toBe(true);
  expect(snapshot.links(count).urls).toEqual([`https://a/${count + 1}`]);
  expect(snapshot.waiting()).toEqual([[count + 1, `https://a/${count + 1}`]]);
  snapshot.close();
});

test('an unknown run is refused with what there is', () => {
  const store = openStore(temporaryFolder());
  expect(() => store.open('x')).toThrow('there is no run in this store yet');
  record(store, '20261101T000000Z-0001');
  record(store, '20261102T000000Z-0002');
  expect(() => store.open('20261101T000000Z-0003')).toThrow('did you mean 20261101T000000Z-0001');
  expect(() => store.open('../../etc/passwd')).toThrow(
    'known are 20261102T000000Z-0002, 20261101T000000Z-0001',
  );
});

test('what a newer version wrote is named, with what to do', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  record(store, 'new');
  const file = join(folder, 'runs', 'new.sqlite');
  stamp(file, 99);
  const problem = `${file}: was written by a newer version (format 99, this one reads ${schemaVersion}) (update this tool`;
  expect(() => store.open('new')).toThrow(problem);
  expect(() => store.open()).toThrow(problem);
  expect(store.runs()[0]).toMatchObject({
    state: 'unreadable',
    problem: expect.stringContaining(problem) as string,
  });

  writeFileSync(join(folder, 'store.json'), '{"version":3}');
  expect(() => openStore(folder)).toThrow('the store was written by a newer version (3, this one knows 2)');
});

test('a store of which no run can be read says why, and not that none has ended', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  for (const id of ['older', 'newer']) {
    record(store, id);
    stamp(join(folder, 'runs', `${id}.sqlite`), schemaVersion - 1);
  }
  rmSync(join(folder, 'store.json'));
  mkdirSync(join(folder, 'store.json'));
  expect(() => store.open()).toThrow(join(folder, 'runs', 'older.sqlite'));
});

test.each([
  ['is empty', (file: string) => truncateSync(file, 0)],
  ['was cut', (file: string) => truncateSync(file, 20_000)],
  ['is something else', (file: string) => writeFileSync(file, 'not a database '.repeat(100))],
  ['is of no version', (file: string) => stamp(file, -2_000_000_000)],
  ['cannot be brought up to date', (file: string) => stamp(file, 1)],
])('a file that %s is one clear problem, and the others are read', (_, damage) => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  record(store, 'older', 100);
  record(store, 'worse', 100);
  damage(join(folder, 'runs', 'worse.sqlite'));
  expect(() => [...store.open('worse').resources()]).toThrow(SetupError);
  expect(() => [...store.open('worse').resources()]).toThrow(join(folder, 'runs', 'worse.sqlite'));
  const other = store.open('older');
  expect([...other.resources()]).toHaveLength(100);
  other.close();
});

test('a store that cannot be made is a problem of the set-up', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(() => openStore(join(folder, 'file')).begin(runOf(open))).toThrow(
    'choose another folder with --store',
  );
});

test('a run that could not even begin leaves nothing', () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  expect(() => store.begin(runOf({ ...open, startedAt: Number.NaN }))).toThrow('the store fails');
  expect(readdirSync(join(folder, 'runs'))).toEqual([]);
});

test('nor does a run whose file could not be opened', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'runs'));
  const file = join(folder, 'runs', 'astray.sqlite');
  symlinkSync(file, file);
  expect(() => openStore(folder).begin(runOf({ ...open, id: 'astray' }))).toThrow('cannot be opened');
  expect(readdirSync(join(folder, 'runs'))).toEqual([]);
});

test.each(['errcode', 'sqliteExtendedCode'])('no room to read a run is no fault of the disk: %s', (name) => {
  const error = Object.assign(new Error('disk I/O error'), { errcode: 10, [name]: 4874 });
  expect(explainFailure('a.sqlite', error).message).toContain('the disk is full (free some space');
  expect(explainFailure('a.sqlite', new Error('disk I/O error')).message).toContain(
    'cannot be read or written',
  );
});

test.skipIf(process.getuid?.() === 0)('so is a folder where nobody may write', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'runs'));
  chmodSync(join(folder, 'runs'), 0o555);
  expect(() => openStore(folder).begin(runOf(open))).toThrow('choose another folder with --store');
});

test('when the disk gets full during a run, what was recorded stays and every later call fails with that', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'runs'));
  const file = join(folder, 'runs', 'full.sqlite');
  const database = openDatabase(file, { readOnly: false });
  database.execute(`${schema}; PRAGMA max_page_count = 200`);
  const recorder = createRecorder(database, file, runOf({ ...open, id: 'full' }));
  const title = 'T'.repeat(500);
  let page = 0;
  const note = (): void => recorder.record(resourceOf({ id: ++page, url: `https://a/${page}`, title }));
  const fill = (): void => {
    while (page < 20_000) note();
  };
  expect(fill).toThrow(`${file}: the disk is full (free some space`);
  expect(note).toThrow('the disk is full');
  expect(() => recorder.end(ended)).toThrow('the disk is full');

  const snapshot = openStore(folder).open('full');
  expect(snapshot.run.endedAt).toBeNull();
  expect(snapshot.count()).toBe(4096);
  expect(snapshot.resource(4096)?.page?.title).toBe(title);
  snapshot.close();
});
