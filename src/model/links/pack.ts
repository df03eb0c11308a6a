import { linkKinds, type Link } from '../link.js';
import { rowWidth } from './columns.js';
import { encodeColumns } from './encode-columns.js';
import { createNumbering, type GrowingNumbering } from './numbering.js';
import { PackedLinks } from './packed-links.js';

/** Joins the headings of a path to one word. */
export const headingSeparator = '\u001f';

/** Packs links in their order. Unpacking gives back equal links, but for what `keep` makes of their words. */
export function packLinks(
  links: readonly Link[],
  numbering: GrowingNumbering = createNumbering(),
  keep: (word: string) => string = (word) => word,
): PackedLinks {
  const targets = createList<number>();
  const words = createList<string>();
  words.positionOf('');
  const rows = new Uint32Array(links.length * rowWidth);
  let cell = 0;
  // Neighbours stand under the same headings, as one and the same array.
  let headings: readonly string[] = [];
  let joinedHeadings = 0;
  for (const link of links) {
    if (link.headings !== headings) {
      headings = link.headings;
      joinedHeadings = words.positionOf(headings.join(headingSeparator));
    }
    rows[cell++] = targets.positionOf(numbering.numberOf(link.url));
    rows[cell++] = linkKinds.indexOf(link.kind);
    rows[cell++] = words.positionOf(link.text);
    rows[cell++] = joinedHeadings;
    rows[cell++] = link.fragment === null ? 0 : words.positionOf(link.fragment) + 1;
    rows[cell++] = link.written === null ? 0 : words.positionOf(link.written) + 1;
  }
  const columns = encodeColumns({
    targets: new Uint32Array(targets.entries),
    words: words.entries.map(keep),
    rows,
  });
  return new PackedLinks(columns, numbering);
}

/** Distinct entries in order of first appearance. */
function createList<Entry>(): {
  readonly entries: readonly Entry[];
  readonly positionOf: (entry: Entry) => number;
} {
  const entries: Entry[] = [];
  const positions = new Map<Entry, number>();
  const positionOf = (entry: Entry): number => {
    const known = positions.get(entry);
    if (known !== undefined) return known;
    positions.set(entry, entries.length);
    return entries.push(entry) - 1;
  };
  return { entries, positionOf };
}
