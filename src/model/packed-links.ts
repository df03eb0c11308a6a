import { linkKinds, type Link } from './link.js';

/**
 * The links of one page in a form that crosses threads and lies in the store cheaply: every string once,
 * every link a row of small integers. Unpacking gives back equal links.
 */
export interface PackedLinks {
  /** Distinct target URLs, in order of first appearance. */
  readonly urls: readonly string[];
  /** Distinct texts, heading paths (joined by U+001F), fragments and hrefs as written. The first is always empty. */
  readonly words: readonly string[];
  /** `rowWidth` numbers a link: url, kind (its position in `linkKinds`), text, headings, fragment + 1 or 0, written + 1 or 0. */
  readonly rows: Uint32Array;
}

export const rowWidth = 6;
export const noLinks: PackedLinks = { urls: [], words: [''], rows: new Uint32Array(0) };

const headingSeparator = '\u001f';

/** Packs links in their order. */
export function packLinks(links: readonly Link[]): PackedLinks {
  const urls = createTable();
  const words = createTable();
  words.indexOf('');
  const rows = new Uint32Array(links.length * rowWidth);
  let cell = 0;
  // Neighbours stand under the same headings, as one and the same array.
  let headings: readonly string[] = [];
  let joinedHeadings = 0;
  for (const link of links) {
    if (link.headings !== headings) {
      headings = link.headings;
      joinedHeadings = words.indexOf(headings.join(headingSeparator));
    }
    rows[cell++] = urls.indexOf(link.url);
    rows[cell++] = linkKinds.indexOf(link.kind);
    rows[cell++] = words.indexOf(link.text);
    rows[cell++] = joinedHeadings;
    rows[cell++] = link.fragment === null ? 0 : words.indexOf(link.fragment) + 1;
    rows[cell++] = link.written === null ? 0 : words.indexOf(link.written) + 1;
  }
  return { urls: urls.entries, words: words.entries, rows };
}

/** Gives back the links that were packed, in their order. */
export function unpackLinks(packed: PackedLinks): readonly Link[] {
  return Array.from({ length: packed.rows.length / rowWidth }, (_, row) => unpackLink(packed, row));
}

/** Gives back one link by its position. */
export function unpackLink(packed: PackedLinks, row: number): Link {
  const { url, kind, fragment, written } = linkLead(packed, row);
  return { url, kind, ...linkWords(packed, row), fragment, written };
}

/** What a walk has to know of one link, by its position: leaves the words alone where it can. */
export function linkLead(packed: PackedLinks, row: number): Omit<Link, 'text' | 'headings'> {
  const { urls, rows } = packed;
  const start = row * rowWidth;
  const wordAt = (cell: number): string | null => {
    const word = rows[start + cell] ?? 0;
    return word === 0 ? null : (packed.words[word - 1] ?? '');
  };
  return {
    url: urls[rows[start] ?? 0] ?? '',
    kind: linkKinds[rows[start + 1] ?? 0] ?? 'resource',
    fragment: wordAt(4),
    written: wordAt(5),
  };
}

/** What is clicked, by the link's position. */
export function linkText({ words, rows }: PackedLinks, row: number): string {
  return words[rows[row * rowWidth + 2] ?? 0] ?? '';
}

/** What a person reads of one link, by its position: leaves the URLs alone, which may be costly to come by. */
export function linkWords({ words, rows }: PackedLinks, row: number): Pick<Link, 'text' | 'headings'> {
  const start = row * rowWidth;
  const headings = words[rows[start + 3] ?? 0] ?? '';
  return {
    text: words[rows[start + 2] ?? 0] ?? '',
    headings: headings === '' ? [] : headings.split(headingSeparator),
  };
}

function createTable(): { entries: string[]; indexOf: (entry: string) => number } {
  const entries: string[] = [];
  const positions = new Map<string, number>();
  const indexOf = (entry: string): number => {
    const known = positions.get(entry);
    if (known !== undefined) return known;
    positions.set(entry, entries.length);
    return entries.push(entry) - 1;
  };
  return { entries, indexOf };
}
