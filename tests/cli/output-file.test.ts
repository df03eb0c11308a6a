import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeOutput, writingTrouble } from '../../src/cli/output/output-file.js';
import { temporaryFolder } from '../support/temporary-folder.js';

test('a new file is written', async () => {
  const folder = temporaryFolder();
  await writeOutput(join(folder, 'a.txt'), 'こんにちは');
  expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('こんにちは');
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('an old file keeps its permissions', async () => {
  const file = join(temporaryFolder(), 'a.txt');
  writeFileSync(file, 'old');
  chmodSync(file, 0o640);
  await writeOutput(file, 'new');
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', 0o640]);
});

test('a symbolic link is followed and stays one', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'elsewhere'));
  writeFileSync(join(folder, 'elsewhere', 'a.txt'), 'old');
  symlinkSync('elsewhere/a.txt', join(folder, 'link.txt'));
  await writeOutput(join(folder, 'link.txt'), 'new');
  expect(lstatSync(join(folder, 'link.txt')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'elsewhere', 'a.txt'), 'utf8')).toBe('new');
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['a.txt']);
});

test('a symbolic link to a file that is not there yet is followed and stays one', async () => {
  const folder = temporaryFolder();
  const link = join(folder, 'link.txt');
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync('elsewhere/next.txt', link);
  symlinkSync('a.txt', join(folder, 'elsewhere', 'next.txt'));
  expect(await writingTrouble(link)).toBeNull();
  await writeOutput(link, 'new');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'elsewhere', 'a.txt'), 'utf8')).toBe('new');
});

test('a link into a folder that is not there is trouble that names that folder', async () => {
  const folder = temporaryFolder();
  symlinkSync('nowhere/a.txt', join(folder, 'link.txt'));
  expect(await writingTrouble(join(folder, 'link.txt'))).toBe('there is no folder "nowhere"');
});

test('a device is written to, never replaced', async () => {
  await writeOutput('/dev/null', 'gone');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a failure leaves the old file and no other', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'a.txt'));
  await expect(writeOutput(join(folder, 'a.txt'), 'x')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('trouble is found without writing, and leaves no trace', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await writingTrouble(join(folder, 'new.json'))).toBeNull();
  expect(await writingTrouble(join(folder, 'file'))).toBeNull();
  expect(await writingTrouble('/dev/null')).toBeNull();
  expect(await writingTrouble(folder)).toBe('it is a folder');
  expect(await writingTrouble(join(folder, 'file', 'a.json'))).toBe('a part of its path is not a folder');
  expect(await writingTrouble(join(folder, 'no', 'a.json'))).toBe(
    `there is no folder "${join(folder, 'no')}"`,
  );
  expect(readdirSync(folder)).toEqual(['file']);
});
