import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode, systemErrorReason } from '../kit/system-error.js';

/** Why a file could not be written; `null` if it can. Leaves no trace. */
export async function writingTrouble(file: string): Promise<string | null> {
  try {
    const target = await findTarget(file);
    if (target.kind === 'folder') return 'it is a folder';
    if (target.kind !== 'new') await access(target.path, constants.W_OK);
    if (target.kind === 'special') return null;
    const probe = nameBeside(target.path);
    await (await open(probe, 'wx')).close();
    await unlink(probe);
    return null;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') return systemErrorReason(error);
    const named = await readlink(file).catch(() => file);
    return `there is no folder "${dirname(named)}"`;
  }
}

const mostEarlier = 8 * 1024 ** 2;

/** What a file holds that is about to be rewritten; empty if there is none, or if it is not to be read as a text. */
export async function readEarlier(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    return size > mostEarlier ? '' : await readFile(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Writes a file whole or not at all: whoever reads it meanwhile, or after a crash, finds the old text or the new. Keeps the
 * permissions of a file that is there, and follows a symbolic link to what it names. Rejects with the system's error.
 */
export async function writeFileWhole(file: string, text: string): Promise<void> {
  const target = await findTarget(file);
  if (target.kind === 'special') return writeFile(target.path, text);
  const draft = nameBeside(target.path);
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text);
      if (target.kind === 'file') await handle.chmod(target.mode);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, target.path);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  }
}

/** `special`: a pipe or device, which must be written to and never be replaced. */
type Target =
  | { readonly kind: 'new' | 'special' | 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly mode: number };

async function findTarget(file: string): Promise<Target> {
  try {
    const path = await realpath(file);
    const status = await stat(path);
    if (status.isFile()) return { kind: 'file', path, mode: status.mode & 0o7777 };
    return { kind: status.isDirectory() ? 'folder' : 'special', path };
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    const path = join(await realpath(dirname(file)), basename(file));
    const named = await readlink(path).catch(() => null);
    return named === null ? { kind: 'new', path } : findTarget(resolve(dirname(path), named));
  }
}

/** In the same folder, since only there a renaming is one step. */
function nameBeside(path: string): string {
  return join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`);
}
