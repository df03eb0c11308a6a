import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { discard } from '../../store/discard.js';
import { makeFolder } from '../../store/make-folder.js';
import { errorCode, systemErrorReason } from '../../kit/trouble/system-error.js';
import { SetupError } from '../../model/problem.js';
import { replaceFile } from '../files/replace-file.js';
import { findOutputFile } from '../files/output-file.js';

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
    const output = findOutputFile(file);
    if (output.kind === 'special') writeFileSync(output.path, text);
    else replaceFile(output, text);
  } catch (error) {
    throw new SetupError([{ place: { file }, message: `cannot be written: ${systemErrorReason(error)}` }]);
  }
}

/** Does work that reads a file and writes it again, one process at a time: otherwise what one adds another would drop. */
export function inTurn<Value>(file: string, work: () => Value): Value {
  const lock = `${file}.lock`;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  // A lock that is never released was left by a crash.
  for (let times = 0; times < 200 && isTaken(lock); times++) Atomics.wait(pause, 0, 0, 25);
  try {
    return work();
  } finally {
    discard(lock);
  }
}

/** Takes a lock, unless another process has it. Where none can be made, writing will say why. */
function isTaken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx'));
    return false;
  } catch (error) {
    return errorCode(error) === 'EEXIST';
  }
}
