import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareTexts } from '../../kit/text/compare-texts.js';
import { errorCode } from '../../kit/trouble/system-error.js';
import { kindOfFile } from './kinds.js';

/** As many links as are read of one page, and one more: whoever reads it notices that there are too many. */
const mostFiles = 50_001;
const deepest = 64;
/** Folders of files that tools make. */
const generated: ReadonlySet<string> = new Set(['node_modules']);

/**
 * The files below a folder that are read for links, as paths relative to it, in order; and, with a slash at the end, the folders
 * that cannot be opened, so that it is told. Hidden files and symbolic links are left out: what a page leads to is looked at all
 * the same.
 */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  const visit = async (above: readonly string[]): Promise<void> => {
    const folders: string[] = [];
    const entries = await entriesOf(join(folder, ...above));
    if (entries === null && above.length > 0) files.push([...above, ''].join('/'));
    for (const { name, isFolder } of entries ?? []) {
      if (isFolder) folders.push(name);
      else if (kindOfFile(name).read !== null) files.push([...above, name].join('/'));
      if (files.length >= mostFiles) return;
    }
    if (above.length >= deepest) return;
    for (const name of folders) await visit([...above, name]);
  };
  await visit([]);
  return files.slice(0, mostFiles);
}

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

const vanished: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** `null` for a folder that cannot be opened. */
async function entriesOf(folder: string): Promise<readonly Entry[] | null> {
  const entries: Entry[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      const { name } = entry;
      if (name.startsWith('.') || generated.has(name)) continue;
      if (entry.isDirectory() || entry.isFile()) entries.push({ name, isFolder: entry.isDirectory() });
    }
  } catch (error) {
    // It may have been deleted meanwhile: what was listed until then was there.
    if (!vanished.has(errorCode(error) ?? '')) return null;
  }
  return entries.sort((one, other) => compareTexts(one.name, other.name));
}
