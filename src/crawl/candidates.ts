import { leadsToPage } from '../model/link.js';
import { rowWidth, unpackLink, type PackedLinks } from '../model/packed-links.js';
import type { Lead } from './scope.js';

/** A URL on its way into the frontier, by one of the links to it. */
export interface Candidate {
  readonly id: number;
  readonly lead: Lead;
  readonly written: string | null;
  /** Redirects in a row that led here. */
  readonly hops: number;
}

/** All links of one page to each of the wanted URLs (positions in `links.urls`), links to pages before pictures. */
export function candidatesByUrl(
  links: PackedLinks,
  wanted: ReadonlySet<number>,
  ids: Uint32Array,
  from: string | null,
): Iterable<readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>();
  for (let row = 0; row < links.rows.length / rowWidth; row++) {
    const position = links.rows[row * rowWidth] ?? 0;
    if (!wanted.has(position)) continue;
    const { url, kind, fragment, written } = unpackLink(links, row);
    const candidate = { id: ids[position] ?? 0, lead: { url, kind, fragment, from }, written, hops: 0 };
    const group = groups.get(position);
    if (group === undefined) groups.set(position, [candidate]);
    else if (leadsToPage(kind)) group.unshift(candidate);
    else group.push(candidate);
  }
  return groups.values();
}
