import { folderOf, identifyFile, isFileUrl, isWithin } from '../../kit/urls/file-url.js';
import type { FileSeed } from '../../model/file-seed.js';

/** A folder of this machine and its address once it is served, both with a slash at their end. */
export interface ServedFolder {
  readonly url: string;
  readonly servedAt: string;
}

/** The folders that will be served: the one that holds a page first, the nearest if several do. None if none holds it. */
export function servedFoldersFor(page: string, seeds: readonly FileSeed[]): readonly ServedFolder[] {
  if (!isFileUrl(page)) return [];
  const folders = seeds.flatMap(({ url, servedAt }): readonly ServedFolder[] =>
    servedAt === null ? [] : [{ url: page === url ? folderOf(url) : folderBehind(url), servedAt }],
  );
  const own = longest(
    folders.filter(({ url }) => isWithin(page, url)),
    ({ url }) => url,
  );
  return own === null ? [] : [own, ...folders];
}

const endsAsFile = /\.(?:x?html?|md|markdown|txt|csv|pdf|docx?|pptx?|xlsx?)$/i;

/** A seed with a slash at its end if it is a folder; as its name tells, the folder that it lies in if it is a file. */
function folderBehind(seed: string): string {
  return seed.endsWith('/') || endsAsFile.test(seed) ? folderOf(seed) : `${seed}/`;
}

/** The address at which a page will be served; its own URL if it is served already, or nobody said where. */
export function addressOfPage(page: string, seeds: readonly FileSeed[] = []): string {
  const [own] = servedFoldersFor(page, seeds);
  return own === undefined ? page : addressOf(page, own);
}

/** The address that a file of the folder will have; an address stays as it is. */
export function addressOf(url: string, folder: ServedFolder): string {
  return url.startsWith(folder.url) ? folder.servedAt + url.slice(folder.url.length) : url;
}

/** The file that will be served at an address, by http or https, from the folder whose address is nearest; `null` if none is. */
export function fileServedAt(address: string, folders: readonly ServedFolder[]): string | null {
  const path = withoutScheme(address).split('?', 1)[0] ?? '';
  const holding = folders.filter(({ servedAt }) => `${path}/`.startsWith(withoutScheme(servedAt)));
  const nearest = longest(holding, ({ servedAt }) => withoutScheme(servedAt));
  if (nearest === null) return null;
  return identifyFile(nearest.url + path.slice(withoutScheme(nearest.servedAt).length));
}

/** The first of those whose text is longest. */
function longest<Value>(values: readonly Value[], textOf: (value: Value) => string): Value | null {
  return values.reduce<Value | null>(
    (best, next) => (best === null || textOf(next).length > textOf(best).length ? next : best),
    null,
  );
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:/, '');
}
