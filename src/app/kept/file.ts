import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { makeFolder } from '../../store/make-folder.js';
import { errorCode, systemErrorReason } from '../../kit/system-error.js';
import { SetupError } from '../../model/problem.js';

/**
 * The text of a file, without the byte order mark that some editors put before it; `null` if there is none. Throws a
 * `SetupError` if it cannot be read.
 */
export function readKept(file: string): string | null {
  try {
    return new TextDecoder().decode(readFileSync(file));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new SetupError([{ place: { file }, message: `cannot be read: ${systemErrorReason(error)}` }]);
  }
}

/** The JSON of a file; `null` if there is no file, or it holds something else. */
export function readKeptJson<Value>(file: string, schema: z.ZodType<Value>): Value | null {
  const text = readKept(file);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Writes a file whole or not at all. Keeps the permissions of one that is there, and follows a symbolic link to what it names.
 * Throws a `SetupError` if it cannot.
 */
export function writeKept(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    replace(file, text);
  } catch (error) {
    throw new SetupError([{ place: { file }, message: `cannot be written: ${systemErrorReason(error)}` }]);
  }
}

function replace(file: string, text: string): void {
  const { path, mode } = findTarget(file);
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const handle = openSync(draft, 'wx');
  try {
    try {
      writeFileSync(handle, text);
      if (mode !== null) fchmodSync(handle, mode);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** What is to be replaced. `mode` is `null` where there is nothing yet. */
function findTarget(file: string): { readonly path: string; readonly mode: number | null } {
  try {
    const path = realpathSync(file);
    return { path, mode: statSync(path).mode & 0o7777 };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return { path: file, mode: null };
  }
}
