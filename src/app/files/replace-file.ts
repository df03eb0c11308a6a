import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { discard } from '../../store/discard.js';
import { errorCode } from '../../kit/trouble/system-error.js';
import { draftBeside, type ReplaceableFile } from './output-file.js';

/**
 * Writes a file whole or not at all: whoever reads it meanwhile, or after a crash, finds the old text or the new. Keeps the
 * permissions of a file that is there. Throws the system's error, and then leaves nothing behind.
 */
export function replaceFile(output: ReplaceableFile, text: string): void {
  const draft = draftBeside(output.path);
  const handle = openSync(draft, 'wx');
  try {
    try {
      writeFileSync(handle, text);
      if (output.kind === 'file') keepPermissions(handle, output.mode);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    rename(draft, output.path);
  } catch (error) {
    discard(draft);
    throw error;
  }
}

/** On shares and sticks that know no permissions there are none to keep. */
function keepPermissions(handle: number, mode: number): void {
  try {
    fchmodSync(handle, mode);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error) ?? '')) throw error;
  }
}

/** Windows lets nobody replace a file that another program reads, and its virus scanner reads every new one for a moment. */
function rename(draft: string, path: string): void {
  for (const pause of pauses) {
    try {
      renameSync(draft, path);
      return;
    } catch (error) {
      if (!heldByAnother.has(errorCode(error) ?? '')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    }
  }
  renameSync(draft, path);
}

/** Milliseconds; no one is kept waiting by what nobody lets go. */
const pauses = process.platform === 'win32' ? [10, 30, 100, 300, 500] : [];
const heldByAnother: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
