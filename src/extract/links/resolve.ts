import { detach } from '../../kit/detach.js';
import { identify, isHttp, originOf, parseUrl } from '../../kit/url.js';
import { decodePercent } from '../../kit/url-path.js';
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
  /** Scheme, host and port. */
  readonly origin: string;
  readonly destinations: Map<string, Destination | null>;
}

/** Remembering costs 0.1 µs for each link, parsing 1 to 2. It never changes an answer, and it is bounded. */
const folders = new Map<string, Folder>();
const folderLimit = 256;
const destinationLimit = 256;
const rememberedLength = 512;
const writtenLimit = 2048;

/** Resolves hrefs against this absolute http(s) URL. */
export function resolverFor(base: string): Resolve {
  const folder = folderOf(base);
  return (href) => {
    if (plainHref.test(href)) return join(folder, href);
    const known = folder.destinations.get(href);
    if (known !== undefined) return known;
    const destination = resolve(href, base);
    if (isOfFolder(href)) remember(folder, href, destination);
    return destination;
  };
}

function folderOf(base: string): Folder {
  const end = base.search(/[?#]/);
  const path = end < 0 ? base : base.slice(0, end);
  const key = path.slice(0, path.lastIndexOf('/') + 1);
  const known = folders.get(key);
  if (known !== undefined) return known;
  const oldest = folders.keys().next();
  if (folders.size === folderLimit && oldest.done !== true) folders.delete(oldest.value);
  const url = new URL('.', base);
  const folder = {
    url: identify(url),
    origin: originOf(identify(url)),
    destinations: new Map<string, Destination | null>(),
  };
  folders.set(key, folder);
  return folder;
}

/**
 * What may mean another place on each page of a folder: nothing, a query or a fragment, also after blanks, which are
 * ignored, or after a scheme alone (`http:#top`).
 */
const ofOnePage = /^(?:$|[\0-\x20#?]|\s|https?:(?!\/))/i;

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

function joinPath({ url, origin }: Folder, path: string): string {
  if (path.startsWith('/')) return origin + path;
  if (path.startsWith('./')) return url + path.slice(2);
  let base = url;
  let start = 0;
  while (path.startsWith('../', start)) {
    base = parentOf(base, origin.length);
    start += 3;
  }
  return start === 0 ? base + path : base + path.slice(start);
}

/** The folder above, with its last slash; nothing is above the root (RFC 3986 §5.2.4). */
function parentOf(folder: string, root: number): string {
  const slash = folder.lastIndexOf('/', folder.length - 2);
  return folder.slice(0, Math.max(slash, root) + 1);
}

function resolve(href: string, base: string): Destination | null {
  const trimmed = href.trim();
  const url = parseUrl(trimmed, base);
  if (url !== null && !isHttp(url) && !isNearHttp(trimmed) && !isLocalFile(trimmed)) return null;
  if (url === null || !isHttp(url)) {
    return { url: trimmed.slice(0, writtenLimit), fragment: null, written: href.slice(0, writtenLimit) };
  }
  return {
    url: identify(url),
    fragment: url.hash === '' ? null : decodeFragment(url.hash.slice(1)),
    written: isSuspicious(href) ? href.slice(0, writtenLimit) : null,
  };
}

/** Percent-decoded, without what follows `:~:`, which only tells the browser what to highlight (WICG scroll-to-text-fragment). */
export function decodeFragment(encoded: string): string | null {
  const directive = encoded.indexOf(':~:');
  const bare = directive < 0 ? encoded : encoded.slice(0, directive);
  return bare === '' ? null : decodePercent(bare);
}
