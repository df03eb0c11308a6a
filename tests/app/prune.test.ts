import { existsSync, mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { prune } from '../../src/app/prune.js';
import { lockStore } from '../../src/store/lock.js';
import { openStore } from '../../src/store/store.js';
import { runOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { configOf } from '../support/world.js';

const now = 1_795_334_400_000;

function storeOfRuns(...ids: readonly string[]): string {
  const folder = temporaryFolder();
  const store = openStore(folder);
  for (const id of ids) store.begin(runOf({ id })).end({ endedAt: 5, complete: true, limitsReached: [] });
  return folder;
}

function idsIn(folder: string): readonly string[] {
  return openStore(folder)
    .runs()
    .map(({ id }) => id);
}

it('makes room where there is none for a lock', () => {
  const folder = storeOfRuns('1', '2');
  // So that the note of who holds the store cannot be written.
  mkdirSync(join(folder, `lock.${process.pid}`));
  prune({ ...configOf('https://a', folder), keep: 1 }, now);
  expect(idsIn(folder)).toEqual(['2']);
});

it('leaves a store alone that another run holds, lock or no lock', () => {
  const folder = storeOfRuns('1', '2');
  const lock = lockStore(folder, { pid: process.ppid, host: hostname(), startedAt: 1 });
  mkdirSync(join(folder, `lock.${process.pid}`));
  expect(() => prune({ ...configOf('https://a', folder), keep: 1 }, now)).toThrow('another run holds');
  expect(idsIn(folder)).toEqual(['2', '1']);
  lock.release();
});

it('makes no store where there is none', () => {
  const folder = join(temporaryFolder(), 'misspelt');
  expect(prune({ ...configOf('https://a', folder), keep: 1 }, now)).toEqual({ removed: [], kept: [] });
  expect(existsSync(folder)).toBe(false);
});
