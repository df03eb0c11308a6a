import { randomUUID } from 'node:crypto';
import { readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '../../kit/trouble/system-error.js';

/** What is written to by a name. */
export type OutputFile = ReplaceableFile | SpecialFile;

/** What may be replaced, or made. Replacing a folder fails. */
export type ReplaceableFile =
  | { readonly kind: 'new' | 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly mode: number };

/** A pipe or device: it is written to and never replaced. */
export interface SpecialFile {
  readonly kind: 'special';
  readonly path: string;
}

/** Follows symbolic links to what is written to. Throws the system's error: `ENOENT` if its folder is not there. */
export function findOutputFile(file: string): OutputFile {
  try {
    const path = realpathSync(file);
    const status = statSync(path);
    if (status.isFile()) return { kind: 'file', path, mode: status.mode & 0o7777 };
    return { kind: status.isDirectory() ? 'folder' : 'special', path };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    const path = join(realpathSync(dirname(file)), basename(file));
    const named = linkAt(path);
    return named === null ? { kind: 'new', path } : findOutputFile(resolve(dirname(path), named));
  }
}

/** A name for the draft of a file. In the same folder, since only there a renaming is one step. */
export function draftBeside(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`);
}

function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
