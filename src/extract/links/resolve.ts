import { detach } from '../../kit/text/detach.js';
import { identifyFile, isFileUrl, isWithin } from '../../kit/urls/file-url.js';
import { identify, isHttp, originOf, parseUrl, trimHref } from '../../kit/urls/url.js';
import { decodePercent } from '../../kit/urls/url-path.js';
import type { FileSeed } from '../../model/file-seed.js';
import { addressOf, fileServedAt, servedFoldersFor } from './served.js';
import { isLocalFile, isNearHttp, isSuspicious } from './suspicion.js';

/** Where an href leads. Several links share one. */
export interface Destination {
  readonly url: string;
  readonly fragment: string | null;
  readonly written: string | null;
}

/** Resolves an href as a browser would; `null` where there is nothing to request (`mailto:`, `javascript:` …). */
export type Resolve = (href: string) => Destination | null;

/** What is known about the pages of a folder, which share most of their links. */
interface Folder {
  /** Its normalised URL with the last slash. */
  readonly url: string;
  /** What stands before a path that starts with a slash: scheme, host and port, or the folder that is walked. */
  readonly root: string;
  /** Above this nothing lies: as many characters of `url`. */
  readonly top: number;
  readonly destinations: Map<string, Destination | null>;
}

/** Remembering costs 0.1 µs for each link, parsing 1 to 2. It never changes an answer, and it is bounded. */
const folders = new Map<string, Folder>();
const folderLimit = 256;
const destinationLimit = 256;
const rememberedLength = 512;
const writtenLimit = 2048;

/**
 * Resolves the hrefs of a page against its absolute URL, of http(s) or of a file, or against the `base` that it names. Seeds that
 * are folders are walked as if each were a site: a path that starts with a slash leads there from the folder, which the system
 * would look for at the root of the disk. If it is known where folders will be served, hrefs mean what they will mean there.
 */
export function resolverFor(page: string, seeds: readonly FileSeed[] = [], base = page): Resolve {
  const served = servedFoldersFor(page, seeds);
  const [own] = served;
  if (own === undefined) return plainResolver(base, seeds);
  const resolve = plainResolver(addressOf(base, own), []);
  return (href) => {
    const destination = resolve(href);
    if (destination === null) return null;
    const url = fileServedAt(destination.url, served) ?? apartFromFile(destination.url);
    return { ...destination, url };
  };
}

function plainResolver(base: string, seeds: readonly FileSeed[]): Resolve {
  const folder = folderOf(base, seeds);
  return (href) => {
    if (plainHref.test(href)) return join(folder, href);
    const known = folder.destinations.get(href);
    if (known !== undefined) return known;
    const destination = resolve(href, base, folder);
    if (isOfFolder(href)) remember(folder, href, destination);
    return destination;
  };
}

function folderOf(base: string, seeds: readonly FileSeed[]): Folder {
  const end = base.search(/[?#]/);
  const path = end < 0 ? base : base.slice(0, end);
  const place = path.slice(0, path.lastIndexOf('/') + 1);
  const root = isFileUrl(base) ? rootOf(base, seeds) : null;
  const key = `${place} ${root ?? ''}`;
  const known = folders.get(key);
  if (known !== undefined) return known;
  const oldest = folders.keys().next();
  if (folders.size === folderLimit && oldest.done !== true) folders.delete(oldest.value);
  const url = identify(new URL('.', base));
  const folder = {
    url,
    root: root ?? originOf(url),
    top: originOf(url).length,
    destinations: new Map<string, Destination | null>(),
  };
  folders.set(key, folder);
  return folder;
}

/** The nearest folder that is walked and holds a file; the file system's own root if none does. */
function rootOf(file: string, seeds: readonly FileSeed[]): string {
  const holding = seeds.map(({ url }) => url).filter((seed) => isWithin(file, seed) && file !== seed);
  return holding.reduce((best, next) => (next.length > best.length ? next : best), 'file://');
}

/**
 * What may mean another place on each page of a folder: nothing, a query or a fragment, also after blanks, which are
 * ignored, or after a scheme alone (`http:#top`).
 */
const ofOnePage = /^(?:$|[\0-\x20#?]|https?:(?!\/))/i;

/** Whether it means the same on every page of the folder, and is worth remembering. */
function isOfFolder(href: string): boolean {
  return href.length <= rememberedLength && !ofOnePage.test(href);
}

function remember({ destinations }: Folder, href: string, destination: Destination | null): void {
  if (destinations.size === destinationLimit) destinations.clear();
  destinations.set(detach(href), destination);
}

/**
 * What nearly all hrefs look like: a path of plain words with a common ending. Parsing could neither change nor refuse
 * one, and there is nothing suspicious about it (as there is about a bare name in the style of short links), so joining
 * the texts gives the same answer ten times as fast.
 */
const plainHref =
  /^(?!\/?[A-Z](?=\w*[a-z])[a-z0-9]*[A-Z][A-Za-z0-9]*$)(?:\/|(?:\.\.\/)+|\.\/)?(?:[\w~-]+\/)*[\w~-]*(?<=[^/])(?:\.(?:html?|aspx?|php|pdf|png|jpe?g|gif|svg|ico|css|js|json|xml|txt|zip|docx?|pptx?|xlsx?))?(?:#[\w~.-]+)?$/;

function join(folder: Folder, href: string): Destination {
  const hash = href.indexOf('#');
  const path = hash < 0 ? href : href.slice(0, hash);
  const fragment = hash < 0 ? null : href.slice(hash + 1);
  return { url: joinPath(folder, path), fragment, written: null };
}

function joinPath({ url, root, top }: Folder, path: string): string {
  if (path.startsWith('/')) return root + path;
  if (path.startsWith('./')) return url + path.slice(2);
  let base = url;
  let start = 0;
  while (path.startsWith('../', start)) {
    base = parentOf(base, top);
    start += 3;
  }
  return start === 0 ? base + path : base + path.slice(start);
}

/** The folder above, with its last slash; nothing is above the root (RFC 3986 §5.2.4). */
function parentOf(folder: string, top: number): string {
  const slash = folder.lastIndexOf('/', folder.length - 2);
  return folder.slice(0, Math.max(slash, top) + 1);
}

function resolve(href: string, base: string, { root }: Folder): Destination | null {
  const trimmed = trimHref(href);
  const url = isFileUrl(base) ? parseInFile(trimmed, base, root) : parseUrl(trimmed, base);
  const identity = url === null ? null : identityOf(url, trimmed, base);
  if (url === null || identity === null) {
    if (url !== null && !isNearHttp(trimmed) && !isLocalFile(trimmed)) return null;
    const spelt = isFileUrl(base) ? apartFromFile(trimmed) : trimmed;
    return { url: spelt.slice(0, writtenLimit), fragment: null, written: href.slice(0, writtenLimit) };
  }
  return {
    url: identity,
    fragment: url.hash === '' ? null : decodeFragment(url.hash.slice(1)),
    written: isSuspicious(href) ? href.slice(0, writtenLimit) : null,
  };
}

/** What may be asked for; `null` if that is nothing. Whatever the web says, it leads to no file. */
function identityOf(url: URL, href: string, base: string): string | null {
  if (isHttp(url)) return identify(url);
  return isFileUrl(base) && !writtenScheme.test(href) ? identifyFile(url.href) : null;
}

/**
 * A file's address written out, in the other spelling (RFC 8089 §2): the mistake is this link's, and other links may lead to the
 * file.
 */
function apartFromFile(href: string): string {
  return href.replace(/^file:\/{3}/i, 'file:/');
}

/** A scheme of its own: only what is written without one is relative. */
const writtenScheme = /^[a-z][a-z0-9+.-]*:/i;

/** What a page means by an href that is to be served one day: two slashes lead to a host, and one to the root of its site. */
function parseInFile(href: string, base: string, root: string): URL | null {
  const path = href.replaceAll('\\', '/');
  if (path.startsWith('//')) return parseUrl(`https:${path}`);
  return path.startsWith('/') ? parseUrl(root + path) : parseUrl(href, base);
}

/** Percent-decoded, without what follows `:~:`, which only tells the browser what to highlight (WICG scroll-to-text-fragment). */
export function decodeFragment(encoded: string): string | null {
  const directive = encoded.indexOf(':~:');
  const bare = directive < 0 ? encoded : encoded.slice(0, directive);
  return bare === '' ? null : decodePercent(bare);
}
