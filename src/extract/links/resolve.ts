import { identify, isHttp } from '../../kit/url.js';
import { isNearHttp, isSuspicious } from './suspicion.js';

/** Where an href leads. Several links share one. */
export interface Destination {
  readonly url: string;
  readonly fragment: string | null;
  readonly written: string | null;
}

/** Resolves an href as a browser would; `null` where there is nothing to request (`mailto:`, `javascript:` …). */
export type Resolve = (href: string) => Destination | null;

type Known = Map<string, Destination | null>;

/** Pages of a folder share most of their links, so what their hrefs mean is remembered by folder: 0.1 µs instead of 1.3. */
const folders = new Map<string, Known>();
const folderLimit = 32;
const hrefLimit = 1024;
const rememberedLength = 512;

/** Resolves hrefs against this absolute http(s) URL. Remembering never changes an answer; what is remembered is bounded. */
export function resolverFor(base: string): Resolve {
  const end = base.search(/[?#]/);
  const path = end < 0 ? base : base.slice(0, end);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const known = hrefsOf(folder);

  return (href) => {
    const remembered = known.get(href);
    if (remembered !== undefined) return remembered;
    const first = href.charAt(0);
    if (first === '' || first === '#' || first === '?' || href.length > rememberedLength)
      return resolve(href, base);
    if (known.size === hrefLimit) known.clear();
    const own = detach(href);
    const destination = resolve(own, base);
    known.set(own, destination);
    return destination;
  };
}

function hrefsOf(folder: string): Known {
  const known = folders.get(folder);
  if (known !== undefined) return known;
  const oldest = folders.keys().next();
  if (folders.size === folderLimit && oldest.done !== true) folders.delete(oldest.value);
  const fresh: Known = new Map();
  folders.set(folder, fresh);
  return fresh;
}

function resolve(href: string, base: string): Destination | null {
  const trimmed = href.trim();
  const url = URL.canParse(trimmed, base) ? new URL(trimmed, base) : null;
  if (url !== null && !isHttp(url) && !isNearHttp(trimmed)) return null;
  if (url === null || !isHttp(url)) {
    return { url: trimmed.slice(0, writtenLimit), fragment: null, written: href.slice(0, writtenLimit) };
  }
  return {
    url: identify(url),
    fragment: url.hash === '' ? null : decodeFragment(url.hash.slice(1)),
    written: isSuspicious(href) ? href.slice(0, writtenLimit) : null,
  };
}

const writtenLimit = 2048;

/** Percent-decoded, without what is behind `:~:`, which only tells the browser what to mark (WICG scroll-to-text-fragment). */
export function decodeFragment(encoded: string): string | null {
  const directive = encoded.indexOf(':~:');
  const bare = directive < 0 ? encoded : encoded.slice(0, directive);
  return bare === '' ? null : decodePercent(bare);
}

/** Percent-decodes UTF-8; gives back what it got if that is none. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A copy that does not keep the page alive it was cut from: engines implement `slice` as a view. */
export function detach(text: string): string {
  return ` ${text}`.slice(1);
}
