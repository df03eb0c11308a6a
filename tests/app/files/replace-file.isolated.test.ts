import type * as FileSystem from 'node:fs';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { replaceFile } from '../../../src/app/files/replace-file.js';
import { findOutputFile } from '../../../src/app/files/output-file.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

vi.mock('node:fs', async (importOriginal) => ({
  ...(await importOriginal<typeof FileSystem>()),
  // As a mounted share answers.
  fchmodSync: () => {
    throw Object.assign(new Error('operation not permitted'), { code: 'EPERM' });
  },
}));

test('a file is replaced also where there are no permissions to keep', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'report.md');
  writeFileSync(file, 'old');
  const output = findOutputFile(file);
  if (output.kind === 'special') throw new Error('a file is nothing special');
  replaceFile(output, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['report.md']);
});
