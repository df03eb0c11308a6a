import type { Link } from './link.js';

/** A body read once: what it says of itself and where it leads. Never stored whole; see `PageFacts`. */
export interface Page extends PageFacts {
  readonly links: readonly Link[];
  /** It has more links than are read of one page. */
  readonly isCut?: boolean;
  /** The markup inside of each outermost table, if it is HTML. */
  readonly tables?: readonly string[];
  /** The URL that its links are relative to, if it may be another than its own. */
  readonly base?: string;
}

/** What a snapshot keeps of a page. */
export interface PageFacts {
  readonly title: string;
  /** The first `h1`, white space folded; empty if there is none. */
  readonly heading: string;
  /** BCP 47, as the page says; `null` if it says nothing. */
  readonly language: string | null;
  /** The charset its bytes were read as (WHATWG name). */
  readonly charset: string;
  /** Titles of the pages above it, outermost first, then its own: from a breadcrumb. Empty if it shows none. */
  readonly breadcrumb: readonly string[];
  /** Every `id` and `name` a fragment may point at. Kept only when fragments are checked; else `null`. */
  readonly anchors: readonly string[] | null;
  /** From `digestOf`, of the part that matters (without tokens, counters and time stamps); `null` if not taken. */
  readonly digest: string | null;
}

/** Names the way digests are taken; to be changed with it. Digests of the first way have no such mark. */
const way = '2-';

/** A digest of 64 bits in hexadecimal, marked with the way it was taken. */
export function digestOf(hexadecimal: string): string {
  return way + hexadecimal;
}

/** Whether two digests were taken in the same way: otherwise they cannot be compared. */
export function areTakenAlike(one: string, other: string): boolean {
  return wayOf(one) === wayOf(other);
}

function wayOf(digest: string): string {
  return digest.slice(0, digest.indexOf('-') + 1);
}
