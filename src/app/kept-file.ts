import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { makeFolder } from '../history/make-folder.js';
import { errorCode, systemErrorReason } from '../kit/system-error.js';
import { SetupError } from '../model/problem.js';

/** The text of a file; `null` if there is none. Throws a `SetupError` if it cannot be read. */
export function readKept(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
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

/** Writes a file whole or not at all. Throws a `SetupError` if it cannot. */
export function writeKept(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    replace(file, text);
  } catch (error) {
    throw new SetupError([{ place: { file }, message: `cannot be written: ${systemErrorReason(error)}` }]);
  }
}

function replace(file: string, text: string): void {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  const handle = openSync(draft, 'wx');
  try {
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
