import { leadsToPage } from '../../model/link.js';
import { cellOf, rowWidth } from '../../model/links/columns.js';
import type { PackedLinks } from '../../model/links/packed-links.js';
import { linkLead } from '../../model/links/unpack.js';
import type { Refusals } from './refusals.js';
import type { Lead } from './scope.js';

/** A URL that may enter the frontier, by one of the links to it. */
export interface CandidateUrl {
  readonly id: number;
  readonly lead: Lead;
  readonly written: string | null;
  /** Redirects in a row that led here. */
  readonly hops: number;
}

/**
 * All links of one page to each of the wanted URLs (positions in `links.targets`), links to pages before images; without those
 * that are refused whatever page they are on.
 */
export function candidatesByUrl(
  links: PackedLinks,
  wanted: ReadonlySet<number>,
  ids: Uint32Array,
  from: string | null,
  refusals: Refusals,
): Iterable<readonly CandidateUrl[]> {
  const groups = new Map<number, CandidateUrl[]>();
  const { rows } = links;
  for (let row = 0; row < rows.length / rowWidth; row++) {
    const start = row * rowWidth;
    const position = rows[start + cellOf.target] ?? 0;
    if (!wanted.has(position)) continue;
    const id = ids[position] ?? 0;
    if (isBare(rows, start) && refusals.has(from, id, rows[start + cellOf.kind] ?? 0)) continue;
    const { url, kind, fragment, written } = linkLead(links, row);
    const candidate = { id, lead: { url, kind, fragment, from }, written, hops: 0 };
    const group = groups.get(position);
    if (group === undefined) groups.set(position, [candidate]);
    else if (leadsToPage(kind)) group.unshift(candidate);
    else group.push(candidate);
  }
  return groups.values();
}

/** Whether only its kind distinguishes a link from others to the same URL. */
function isBare(rows: Uint32Array, start: number): boolean {
  return rows[start + cellOf.fragment] === 0 && rows[start + cellOf.written] === 0;
}
