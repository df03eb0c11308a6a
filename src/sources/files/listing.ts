import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOfFile } from './kinds.js';

/** As many links as are read of one page, and one more: whoever reads it notices that there are too many. */
const mostFiles = 50_001;
const deepest = 64;
/** Folders that nobody writes by hand. */
const generated: ReadonlySet<string> = new Set(['node_modules']);

/**
 * The files below a folder that are read for links, as paths relative to it, in order. Hidden files and symbolic links are left
 * out: what a page leads to is looked at all the same. A folder that cannot be opened holds nothing.
 */
export async function listFiles(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  const visit = async (above: readonly string[]): Promise<void> => {
    const folders: string[] = [];
    for (const { name, isFolder } of await entriesOf(join(folder, ...above))) {
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

async function entriesOf(folder: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      const { name } = entry;
      if (name.startsWith('.') || generated.has(name)) continue;
      if (entry.isDirectory() || entry.isFile()) entries.push({ name, isFolder: entry.isDirectory() });
    }
  } catch {
    // What was listed until then is there.
  }
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}
