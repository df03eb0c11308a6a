import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Chains } from '../chains.js';
import { decodePercent } from '../../kit/urls/url-path.js';
import { isRedirect } from '../marks/statuses.js';

/** A page and the places it has. */
export interface KnownAnchors {
  readonly page: Resource;
  readonly has: (place: string) => boolean;
  /** A place whose name differs in letter case alone; `null` if there is none. */
  readonly inOtherCase: (place: string) => string | null;
}

/**
 * Finds the places of the page that a resource leads to; `null` if it is no page, did not open, its places were not kept or are
 * not all known since the page is too large, or a redirect leads to a fragment itself.
 */
export type Anchors = (target: number) => KnownAnchors | null;

/** Places that GitHub gives every file it shows: `L10`, `L5-L7`, `L5C1-L7C20`. */
const lines = /^L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?$/;

/** Pages whose anchors are held in memory: links of one page tend to name the same few. */
const held = 2048;

/** Looks places up, holding those of the latest pages. */
export function createAnchors(snapshot: Snapshot, chains: Chains): Anchors {
  const latest = new Map<number, KnownAnchors | null>();
  return (target) => {
    const known = latest.get(target);
    if (known !== undefined) return known;
    if (latest.size >= held) latest.clear();
    const anchors = readAnchors(endOf(snapshot.resource(target), chains));
    latest.set(target, anchors);
    return anchors;
  };
}

function endOf(resource: Resource | null, chains: Chains): Resource | null {
  if (resource?.outcome.kind !== 'fetched') return null;
  if (!isRedirect(resource.outcome)) return resource;
  const { hops, end } = chains.subjectOf(resource);
  return chains.landsByItself(hops) ? null : end;
}

function readAnchors(page: Resource | null): KnownAnchors | null {
  if (page?.outcome.kind !== 'fetched' || page.outcome.status !== 200) return null;
  if (page.outcome.flaw === 'too-large') return null;
  const anchors = page.page?.anchors ?? null;
  if (anchors === null) return null;
  const names = new Set(anchors);
  const hasLines = page.outcome.contentType === 'text/markdown';
  let decoded: Set<string> | null = null;
  // An id may itself be percent-encoded; the fragment as written would match it before decoding.
  const has = (place: string): boolean =>
    names.has(place) ||
    (hasLines && lines.test(place)) ||
    (decoded ??= new Set(anchors.map(decodePercent))).has(place);
  const inOtherCase = (place: string): string | null => {
    const wanted = place.toLowerCase();
    return anchors.map(decodePercent).find((anchor) => anchor.toLowerCase() === wanted) ?? null;
  };
  return { page, has, inOtherCase };
}
