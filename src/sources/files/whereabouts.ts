import { realpath, stat } from 'node:fs/promises';
import { dirname, sep } from 'node:path';
import { folderOf, isWithin, pathOfFile, standardInput } from '../../kit/urls/file-url.js';

/** Where a file really lies, whatever symbolic links say. */
export interface Whereabouts {
  readonly real: string;
  /** What was named, and is it or holds it; `null` if it only lies beside a file that was named. */
  readonly root: string | null;
}

/** Something that was named, and where it really lies; if it is a file, with the folder in which it was named. */
interface Named {
  readonly url: string;
  readonly root: string | null;
  readonly beside: string | null;
}

/**
 * Tells where files lie, seen from what was named: `null` for elsewhere, of which not even that something is missing may be told.
 * Rejects with the system's error if nothing is there.
 */
export function createWhereabouts(
  urls: readonly string[],
): (url: string, path: string) => Promise<Whereabouts | null> {
  const found = Promise.all(urls.filter((url) => url !== standardInput).map(findNamed));
  return async (url, path) => {
    const named = await found;
    const near = named.filter((one) => isNear(url, one));
    if (near.length === 0) return null;
    const real = await realpath(path);
    const root = named.find((one) => lies(real, one.root))?.root ?? null;
    return root !== null || near.some(({ beside }) => lies(real, beside)) ? { real, root } : null;
  };
}

async function findNamed(url: string): Promise<Named> {
  const path = pathOfFile(url);
  try {
    if (path === null) return { url, root: null, beside: null };
    const root = await realpath(path);
    return { url, root, beside: (await stat(root)).isFile() ? await realpath(dirname(path)) : null };
  } catch {
    return { url, root: null, beside: null };
  }
}

/** Whether a URL is that of what was named, or of something in it or beside it. */
function isNear(url: string, { url: named, beside }: Named): boolean {
  return isWithin(url, named) || (beside !== null && url.startsWith(folderOf(named)));
}

function lies(file: string, folder: string | null): boolean {
  if (folder === null) return false;
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
