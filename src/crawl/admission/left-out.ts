import { linkKinds } from '../../model/link.js';
import { cellOf, rowWidth } from '../../model/links/columns.js';
import type { PackedLinks } from '../../model/links/packed-links.js';
import type { WalkState } from '../state/walk-state.js';

/** So many addresses of a source are recorded although its limit leaves them out: sitemaps may list millions. */
const mostLeftOut = 10_000;

const listed = linkKinds.indexOf('sitemap');

/** Counts an address that the limit of its source leaves out; says whether it is to be recorded. */
export function noteLeftOut({ leftOut, limitsReached }: WalkState, source: string): boolean {
  const count = (leftOut.get(source) ?? 0) + 1;
  leftOut.set(source, count);
  limitsReached.add('max-pages');
  if (count <= mostLeftOut) return true;
  limitsReached.add('max-pages-left-out');
  return false;
}

/** Whether a page is a sitemap of which nothing would be asked for or recorded. It is not worth holding, then. */
export function isLeftOut({ leftOut }: WalkState, source: string | null, { rows }: PackedLinks): boolean {
  if ((leftOut.get(source ?? '') ?? 0) <= mostLeftOut || rows.length === 0) return false;
  for (let start = 0; start < rows.length; start += rowWidth)
    if (rows[start + cellOf.kind] !== listed) return false;
  return true;
}
