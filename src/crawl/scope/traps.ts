import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import { originOf } from '../../kit/urls/url.js';

/**
 * Notices sites without end: calendars, session ids in paths, relative links that grow. Each page of such a site is real, so
 * no address is refused for what it looks like: only after very many have led to nothing but more of their kind are the others
 * left alone, and the run says so.
 */
export interface Traps {
  /** Whether an address is one too many of its kind; `from` is the page that links, `null` for none. */
  readonly springs: (id: number, url: string, from: number | null) => boolean;
  /** Notes the text of a page, by its digest. */
  readonly note: (id: number, url: string, digest: string | null) => void;
}

/** For walks that do not look for traps. */
export const noTraps: Traps = { springs: () => false, note: () => undefined };

/** Clicks since the last address of a new kind before more of the same is suspicious. Sites are broad, traps are deep. */
const clicksOfAKind = 50;
/** Addresses that show the same text before what they link to is suspicious. */
const copiesOfAText = 10;
/** How often one segment may occur in a path. */
const sameSegments = 5;

/** Lets `most` suspicious addresses of each kind pass, and as many behind copies on each host. */
export function createTraps(most: number): Traps {
  const kinds = new Set<string>();
  const clicks: number[] = [];
  const copies = new Map<string, number>();
  const repeating = new Set<number>();
  const passed = new Map<string, number>();

  const passes = (kind: string): boolean => {
    const count = (passed.get(kind) ?? 0) + 1;
    if (count > most) return false;
    passed.set(kind, count);
    return true;
  };
  return {
    springs: (id, url, from) => {
      if (repeatsItself(url)) return true;
      const kind = fingerprint(kindOf(url));
      const isCopied = from !== null && repeating.has(from);
      const reached = from === null || !kinds.has(kind) ? 0 : (clicks[from] ?? 0) + 1;
      if (isCopied && !passes(originOf(url))) return true;
      if (reached > clicksOfAKind && !passes(kind)) return true;
      kinds.add(kind);
      clicks[id] = Math.min(clicks[id] ?? reached, reached);
      return false;
    },
    note: (id, url, digest) => {
      if (digest === null) return;
      const text = fingerprint(originOf(url) + digest);
      const count = (copies.get(text) ?? 0) + 1;
      copies.set(text, count);
      if (count > copiesOfAText) repeating.add(id);
    },
  };
}

/** What addresses made by one template have in common: numbers and ids are replaced. */
export function kindOf(url: string): string {
  return url.replace(/[^/?&=;]+/g, (part) => {
    if (!/\d/.test(part)) return part;
    return isMixed(part) ? '*' : part.replace(/\d+/g, '0');
  });
}

/** Letters and digits alternate, as in a session id. */
function isMixed(part: string): boolean {
  return part.length >= 6 && /(?:\d[a-z]+\d|[a-z]\d+[a-z])/i.test(part);
}

/** A link that should not be relative makes the same folder repeat below itself: `/a/b/a/b/a/b`. */
function repeatsItself(url: string): boolean {
  const end = url.indexOf('?');
  const segments = (end < 0 ? url : url.slice(0, end)).split('/').slice(3);
  if (segments.length <= sameSegments) return false;
  const counts = new Map<string, number>();
  return segments.some((segment) => {
    const count = (counts.get(segment) ?? 0) + 1;
    counts.set(segment, count);
    return count > sameSegments && !/^\d*$/.test(segment);
  });
}
