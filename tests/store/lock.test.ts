import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { lockStore } from '../../src/store/lock.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const me = { pid: process.pid, host: 'here', startedAt: 1_795_334_400_000 };

afterEach(() => vi.useRealTimers());

test('one run at a time, and the other is told who holds the store', () => {
  const folder = temporaryFolder();
  const lock = lockStore(folder, me);
  expect(() => lockStore(folder, { ...me, startedAt: 2 })).toThrow(
    `another run holds this store: process ${process.pid} on here, since 2026-11-22T08:00:00.000Z`,
  );
  expect(() => lockStore(folder, me)).toThrow(
    expect.objectContaining({
      problems: [
        expect.objectContaining({
          ja: expect.objectContaining({
            message: expect.stringContaining('(2026-11-22 17:00:00 JST') as string,
          }) as unknown,
        }),
      ],
    }),
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

test('a lock of another machine that gave no sign of life for half a day stops nobody', () => {
  const folder = temporaryFolder();
  lockStore(folder, me);
  alter(folder, { host: 'there', pid: 1, boot: 'x' });
  age(folder, 11);
  expect(() => lockStore(folder, me)).toThrow('process 1 on there');
  age(folder, 13);
  lockStore(folder, me).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('whoever holds a lock gives signs of life until it is released', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const folder = temporaryFolder();
  const file = join(folder, 'lock');
  const lock = lockStore(folder, me);
  age(folder, 13);
  vi.advanceTimersByTime(60_000);
  expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(3_600_000);
  alter(folder, { startedAt: 5 });
  age(folder, 13);
  vi.advanceTimersByTime(60_000);
  expect(Date.now() - statSync(file).mtimeMs).toBeGreaterThan(12 * 3_600_000);
  lock.release();
  expect(vi.getTimerCount()).toBe(0);
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

/** The lock as if it had been touched so many hours ago. */
function age(folder: string, hours: number): void {
  const then = new Date(Date.now() - hours * 3_600_000);
  utimesSync(join(folder, 'lock'), then, then);
}
