import * as fileSystem from 'node:fs';
import { readdirSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { lockStore } from '../../src/store/lock.js';
import { temporaryFolder } from '../support/temporary-folder.js';

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fileSystem>();
  return { ...real, writeFileSync: vi.fn(real.writeFileSync), rmSync: vi.fn(real.rmSync) };
});

const me = { pid: process.pid, host: 'here', startedAt: 1_795_334_400_000 };

test('a lock that finds no room leaves nothing', () => {
  const folder = temporaryFolder();
  // A file is made before there is no room for what it should hold.
  vi.mocked(fileSystem.writeFileSync).mockImplementationOnce((file) => {
    writeFileSync(file, '');
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  });
  expect(() => lockStore(folder, me)).toThrow('the disk is full');
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock that cannot be removed withholds nothing', () => {
  const folder = temporaryFolder();
  const lock = lockStore(folder, me);
  vi.mocked(fileSystem.rmSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
  });
  lock.release();
  expect(readdirSync(folder)).toEqual(['lock']);
});
