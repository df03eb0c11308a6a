import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database/database.js';
import { schemaVersion } from '../../src/store/database/schema.js';
import { openStore } from '../../src/store/store.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const fixture = new URL('fixtures/run-version-1.sql', import.meta.url);

/** A store with one run as version 1 of the format left it. */
function oldStore(): string {
  const folder = temporaryFolder();
  openStore(folder).begin({
    id: 'made-for-the-folder',
    startedAt: 0,
    endedAt: null,
    complete: false,
    limitsReached: [],
    sources: [],
    checkFragments: false,
    version: '',
    options: {},
  });
  const database = openDatabase(join(folder, 'runs', '20260101T000000Z-0001.sqlite'), { readOnly: false });
  database.execute(readFileSync(fixture, 'utf8'));
  database.close();
  return folder;
}

test('a run of format 1 is read, and has the format of today afterwards', () => {
  const folder = oldStore();
  for (let time = 1; time <= 2; time++) {
    const snapshot = openStore(folder).open();
    expect(snapshot.run).toMatchObject({ id: '20260101T000000Z-0001', complete: true, options: {} });
    expect([...snapshot.resources()]).toMatchObject([
      { id: 1, url: 'https://a/', role: 'seed', page: { title: 'A' } },
      { id: 2, url: 'https://a/gone', outcome: { status: 404 } },
    ]);
    expect(snapshot.links(1).urls).toEqual(['https://a/gone']);
    snapshot.close();
  }
  const file = join(folder, 'runs', '20260101T000000Z-0001.sqlite');
  const database = openDatabase(file, { readOnly: true });
  expect(database.prepare('PRAGMA user_version').get()).toEqual([schemaVersion]);
  database.close();
});

test('a store whose runs were only read is refused as a whole by older programs, too', () => {
  const folder = oldStore();
  const file = join(folder, 'store.json');
  const ofToday = readFileSync(file, 'utf8');
  writeFileSync(file, '{"version":1}\n');
  openStore(folder).runs();
  expect(readFileSync(file, 'utf8')).toBe(ofToday);
});

test('two who open it at once both read it', () => {
  const folder = oldStore();
  const both = [openStore(folder).open(), openStore(folder).open()];
  expect(both.map((snapshot) => snapshot.count())).toEqual([2, 2]);
  both.forEach((snapshot) => snapshot.close());
});
