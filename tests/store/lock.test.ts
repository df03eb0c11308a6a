import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockStore } from '../../src/store/lock.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const me = { pid: process.pid, host: 'here', startedAt: 1_795_334_400_000 };

test('one run at a time, and the other is told who holds the store', () => {
  const folder = temporaryFolder();
  const lock = lockStore(folder, me);
  expect(() => lockStore(folder, { ...me, startedAt: 2 })).toThrow(
    `another run holds this store: process ${process.pid} on here, since 2026-11-22T08:00:00.000Z`,
  );
  lock.release();
  lockStore(folder, me).release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['its process is gone', { pid: spawnSync('true').pid }],
  ['the machine was started again', { boot: 'before' }],
  ['another process has its number', { born: 'before' }],
])('a lock is void when %s', (_, change) => {
  const folder = temporaryFolder();
  lockStore(folder, me);
  alter(folder, change);
  lockStore(folder, me).release();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test.skipIf(process.platform === 'linux')(
  'where the machine has no name for its start, the time has to do',
  () => {
    const folder = temporaryFolder();
    lockStore(folder, { ...me, startedAt: Date.now() });
    expect(() => lockStore(folder, me)).toThrow('another run holds this store');
    alter(folder, { startedAt: 0 });
    lockStore(folder, me).release();
  },
);

test('a damaged lock holds nothing', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'lock'), '{"pid":');
  lockStore(folder, me).release();
});

test('a lock of another machine is believed', () => {
  const folder = temporaryFolder();
  lockStore(folder, me);
  alter(folder, { host: 'there', pid: 1, boot: 'x' });
  expect(() => lockStore(folder, me)).toThrow('process 1 on there');
});

test('whoever lost the lock to another does not release it', () => {
  const folder = temporaryFolder();
  const lost = lockStore(folder, me);
  alter(folder, { startedAt: 5 });
  lost.release();
  expect(existsSync(join(folder, 'lock'))).toBe(true);
});

function alter(folder: string, change: object): void {
  const file = join(folder, 'lock');
  const note: unknown = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...(note as object), ...change }));
}
