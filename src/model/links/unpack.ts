import { linkKinds, type Link, type LinkKind } from '../link.js';
import { cellOf, rowWidth } from './columns.js';
import { headingSeparator } from './pack.js';
import type { PackedLinks } from './packed-links.js';

/** Gives back one link by its position. */
export function unpackLink(packed: PackedLinks, row: number): Link {
  const { url, kind, fragment, written } = linkLead(packed, row);
  return { url, kind, ...linkWords(packed, row), fragment, written };
}

/** What a walk needs of one link, by its position. Words are decoded only if it has a fragment or a slip. */
export function linkLead(packed: PackedLinks, row: number): Omit<Link, 'text' | 'headings'> {
  const { rows } = packed;
  const start = row * rowWidth;
  return {
    url: packed.urlAt(rows[start + cellOf.target] ?? 0),
    kind: linkKind(packed, row),
    fragment: linkFragment(packed, row),
    written: wordAt(packed, start + cellOf.written),
  };
}

/** What made the link, by its position. */
export function linkKind({ rows }: PackedLinks, row: number): LinkKind {
  return linkKinds[rows[row * rowWidth + cellOf.kind] ?? 0] ?? 'resource';
}

/** The fragment of one link, by its position; `null` when it has none. */
export function linkFragment(packed: PackedLinks, row: number): string | null {
  return wordAt(packed, row * rowWidth + cellOf.fragment);
}

function wordAt(packed: PackedLinks, cell: number): string | null {
  const word = packed.rows[cell] ?? 0;
  return word === 0 ? null : (packed.words[word - 1] ?? '');
}

/** What a person reads of one link, by its position. URLs are not read, which may be costly. */
export function linkWords({ words, rows }: PackedLinks, row: number): Pick<Link, 'text' | 'headings'> {
  const start = row * rowWidth;
  const headings = words[rows[start + cellOf.headings] ?? 0] ?? '';
  return {
    text: words[rows[start + cellOf.text] ?? 0] ?? '',
    headings: headings === '' ? [] : headings.split(headingSeparator),
  };
}
