import { access, constants, stat } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { isLoose, isWebPage, kindOfFile } from './kinds.js';
import { listFiles } from './listing.js';
import { leadingTo, notOpened, opened, withBody, type Told } from './told.js';

/** Media type of a folder that is no page. */
export const folderType = 'inode/directory';

/** What a request for a folder is answered with. */
const indexes = ['index.html', 'index.htm', 'README.md'];

/**
 * A folder is no page: it leads to its index, as a server would have it. Without one it is broken, if what the user named is a
 * site; among documents it is a folder like any other.
 */
export async function askForFolder(
  url: string,
  folder: string,
  isOfSite: () => Promise<boolean>,
): Promise<Told> {
  if (!url.endsWith('/')) return leadingTo(`${url}/`);
  const index = await findIndex(folder);
  if (index !== null) return leadingTo(url + index);
  await access(folder, constants.R_OK | constants.X_OK);
  return (await isOfSite()) ? notOpened('EISDIR') : opened(200, folderType);
}

/** The name of a folder's index; `null` if it has none. */
export async function findIndex(folder: string): Promise<string | null> {
  for (const index of indexes) {
    const found = await stat(`${folder}${sep}${index}`).catch(() => null);
    if (found?.isFile() === true) return index;
  }
  return null;
}

/**
 * The files of a folder that are read, as RFC 2483 has lists of addresses: relative to the folder that holds it. Empty if there
 * are none.
 */
export async function listFolder(folder: string): Promise<Told> {
  await access(folder, constants.R_OK | constants.X_OK);
  const name = basename(folder);
  const files = await listFiles(folder);
  const isSite = files.some(isPage);
  const lines = files.flatMap((file) => {
    if (isSite && isLoose(kindOfFile(file))) return [];
    const path = name === '' ? file : `${name}/${file}`;
    return [`./${path.split('/').map(encodeURIComponent).join('/')}\n`];
  });
  const remark = `# ${encodeURIComponent(name)}\n`;
  const bytes = new TextEncoder().encode(lines.length === 0 ? '' : remark + lines.join(''));
  return withBody(opened(200, 'text/uri-list'), { bytes, complete: true, tail: null });
}

/** Tells of folders whether they hold a page, and so are sites; looks once. */
export function createSiteFinder(): (folder: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return (folder) => {
    const found = known.get(folder) ?? listFiles(folder).then((files) => files.some(isPage));
    known.set(folder, found);
    return found;
  };
}

function isPage(file: string): boolean {
  return isWebPage(kindOfFile(file));
}
