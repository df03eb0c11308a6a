import type * as FileSystem from 'node:fs';
import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { lockStore } from '../../src/store/lock.js';
import { temporaryFolder } from '../support/temporary-folder.js';

vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<typeof FileSystem>()),
  // As FAT answers.
  linkSync: () => {
    throw Object.assign(new Error('operation not permitted'), { code: 'EPERM' });
  },
}));

const me = { pid: process.pid, host: 'here', startedAt: 1_795_334_400_000 };

test('a store on a file system without links is held by one run at a time', () => {
  const folder = temporaryFolder();
  const lock = lockStore(folder, me);
  expect(() => lockStore(folder, { ...me, startedAt: 2 })).toThrow('another run holds this store');
  lock.release();
  lockStore(folder, me).release();
  expect(readdirSync(folder)).toEqual([]);
});
