import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTurn, readKept, writeKept } from '../../../src/app/kept/file.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

describe('a file that is kept', () => {
  it('is written where a symbolic link leads, which stays a link', () => {
    const folder = temporaryFolder();
    const [file, link] = [join(folder, 'known.yaml'), join(folder, 'link.yaml')];
    writeFileSync(file, 'before');
    symlinkSync(file, link);
    writeKept(link, 'after');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('keeps its permissions', () => {
    const file = join(temporaryFolder(), 'baseline.json');
    writeFileSync(file, 'before');
    chmodSync(file, 0o640);
    writeKept(file, 'after');
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('is made with its folder, and leaves nothing beside it', () => {
    const folder = join(temporaryFolder(), 'new');
    writeKept(join(folder, 'trend.json'), 'text');
    expect(readdirSync(folder)).toEqual(['trend.json']);
  });

  it('is read without the byte order mark that an editor puts before it', () => {
    const file = join(temporaryFolder(), 'known.yaml');
    writeFileSync(file, '\ufeff- pattern: x');
    expect(readKept(file)).toBe('- pattern: x');
  });
});

it('gives what work in turn gave, even if the lock cannot be removed', () => {
  const file = join(temporaryFolder(), 'known.yaml');
  const work = (): string => {
    unlinkSync(`${file}.lock`);
    mkdirSync(`${file}.lock`);
    return 'done';
  };
  expect(inTurn(file, work)).toBe('done');
});
