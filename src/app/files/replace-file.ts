import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { draftBeside, type ReplaceableTarget } from './target.js';

/**
 * Writes a file whole or not at all: whoever reads it meanwhile, or after a crash, finds the old text or the new. Keeps the
 * permissions of a file that is there. Throws the system's error, and then leaves nothing behind.
 */
export function replaceFile(target: ReplaceableTarget, text: string): void {
  const draft = draftBeside(target.path);
  const handle = openSync(draft, 'wx');
  try {
    try {
      writeFileSync(handle, text);
      if (target.kind === 'file') fchmodSync(handle, target.mode);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, target.path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
