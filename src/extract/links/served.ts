import { folderOf, identifyFile, isFileUrl, isWithin } from '../../kit/urls/file-url.js';
import type { FileSeed } from '../../model/file-seed.js';

/** A folder of this machine and its address once it is served, both with a slash at their end. */
export interface ServedFolder {
  readonly url: string;
  readonly servedAt: string;
}

/** The served folder that holds a page, the nearest if several do; `null` if none does. */
export function servedFolderOf(page: string, seeds: readonly FileSeed[]): ServedFolder | null {
  if (!isFileUrl(page)) return null;
  const folders = seeds.flatMap(({ url, servedAt }): readonly ServedFolder[] => {
    if (servedAt === null || !isWithin(page, url)) return [];
    return [{ url: page === url || url.endsWith('/') ? folderOf(url) : `${url}/`, servedAt }];
  });
  return folders.reduce<ServedFolder | null>(
    (best, next) => (best === null || next.url.length > best.url.length ? next : best),
    null,
  );
}

/** The address that a file of the folder will have; an address stays as it is. */
export function addressOf(url: string, folder: ServedFolder): string {
  return url.startsWith(folder.url) ? folder.servedAt + url.slice(folder.url.length) : url;
}

/** The file that will be served at an address, by http or https; `null` if it lies elsewhere. */
export function fileServedAt(address: string, { url, servedAt }: ServedFolder): string | null {
  const path = withoutScheme(address).split('?', 1)[0] ?? '';
  const root = withoutScheme(servedAt);
  if (`${path}/` === root) return url;
  return path.startsWith(root) ? identifyFile(url + path.slice(root.length)) : null;
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:/, '');
}
