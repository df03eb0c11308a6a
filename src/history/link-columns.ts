import { rowWidth, type PackedLinks } from '../model/packed-links.js';
import type { NamedEdges } from '../model/snapshot.js';

/**
 * The numbers of one page's links as bytes, column by column, each as narrow as its largest value allows: the ids of the
 * targets, the cells of the rows, the lengths of the words. Little-endian. What stands in one column is alike, and
 * walking edges reads three columns only.
 */
interface LinkColumns {
  readonly links: Uint8Array;
  /** The words without anything between them; their lengths are among the numbers. */
  readonly words: string;
}

const columnCount = 1 + rowWidth + 1;
/** Three counts of four bytes (targets, rows, words), then the width of each column: 0 (all zero), 1, 2 or 4 bytes. */
const headerSize = 12 + columnCount;
const wordColumn = columnCount - 1;
/** Which cell of a row is its text. */
const textCell = 2;

let scratch = new Uint8Array(1 << 16);

/** Encodes links whose `urls` have the given ids. */
export function encodeLinks({ urls, words, rows }: PackedLinks, targets: Uint32Array): LinkColumns {
  if (urls.length !== targets.length) throw new Error('every URL of a page needs its id');
  const rowCount = rows.length / rowWidth;
  const worst = headerSize + 4 * (targets.length + rows.length + words.length);
  if (scratch.length < worst) scratch = new Uint8Array(worst * 2);
  const bytes = scratch;
  writeNumber(bytes, 0, 4, targets.length);
  writeNumber(bytes, 4, 4, rowCount);
  writeNumber(bytes, 8, 4, words.length);
  let end = writeColumn(bytes, 0, headerSize, targets, 0, 1, targets.length);
  for (let cell = 0; cell < rowWidth; cell++) {
    end = writeColumn(bytes, 1 + cell, end, rows, cell, rowWidth, rowCount);
  }
  const lengths = words.map((word) => word.length);
  end = writeColumn(bytes, wordColumn, end, lengths, 0, 1, lengths.length);
  return { links: bytes.slice(0, end), words: words.join('') };
}

/** Decodes everything but the URLs, which are the resources with these ids. */
export function decodeLinks({
  links,
  words,
}: LinkColumns): Omit<PackedLinks, 'urls'> & { readonly targets: Uint32Array } {
  const columns = locateColumns(links);
  const rows = new Uint32Array(columns.rowCount * rowWidth);
  for (let cell = 0; cell < rowWidth; cell++) readColumn(links, columns, 1 + cell, rows, cell, rowWidth);
  const lengths = readColumn(links, columns, wordColumn, new Uint32Array(columns.wordCount), 0, 1);
  let start = 0;
  const split = Array.from(lengths, (length) => words.slice(start, (start += length)));
  const targets = readColumn(links, columns, 0, new Uint32Array(columns.targetCount), 0, 1);
  return { targets, rows, words: split };
}

/** Decodes where each link leads and its kind. */
export function decodeEdges(links: Uint8Array): { readonly to: Uint32Array; readonly kinds: Uint8Array } {
  const columns = locateColumns(links);
  const targets = readColumn(links, columns, 0, new Uint32Array(columns.targetCount), 0, 1);
  const to = readColumn(links, columns, 1, new Uint32Array(columns.rowCount), 0, 1);
  for (let row = 0; row < to.length; row++) to[row] = targets[to[row] ?? 0] ?? 0;
  const kinds = readColumn(links, columns, 2, new Uint8Array(columns.rowCount), 0, 1);
  return { to, kinds };
}

/** Decodes where each link leads, its kind and, when it is asked for, what it says. */
export function decodeNamedEdges({ links, words }: LinkColumns): Omit<NamedEdges, 'from'> {
  const columns = locateColumns(links);
  const wordOf = readColumn(links, columns, 1 + textCell, new Uint32Array(columns.rowCount), 0, 1);
  const ends = readColumn(links, columns, wordColumn, new Uint32Array(columns.wordCount), 0, 1);
  for (let word = 1; word < ends.length; word++) ends[word] = (ends[word] ?? 0) + (ends[word - 1] ?? 0);
  const textOf = (link: number): string => {
    const word = wordOf[link] ?? 0;
    return words.slice(ends[word - 1] ?? 0, ends[word] ?? 0);
  };
  return { ...decodeEdges(links), textOf };
}

interface Columns {
  readonly targetCount: number;
  readonly rowCount: number;
  readonly wordCount: number;
}

function locateColumns(bytes: Uint8Array): Columns {
  return {
    targetCount: readNumber(bytes, 0, 4),
    rowCount: readNumber(bytes, 4, 4),
    wordCount: readNumber(bytes, 8, 4),
  };
}

/** Writes every `step`-th value from `first` on and notes the width; gives the position behind it. */
function writeColumn(
  bytes: Uint8Array,
  column: number,
  start: number,
  values: ArrayLike<number>,
  first: number,
  step: number,
  count: number,
): number {
  let largest = 0;
  const end = first + count * step;
  for (let index = first; index < end; index += step) largest |= values[index] ?? 0;
  const width = largest === 0 ? 0 : largest >>> 8 === 0 ? 1 : largest >>> 16 === 0 ? 2 : 4;
  bytes[12 + column] = width;
  let position = start;
  if (width === 0) return position;
  for (let index = first; index < end; index += step) {
    writeNumber(bytes, position, width, values[index] ?? 0);
    position += width;
  }
  return position;
}

function readColumn<Numbers extends Uint32Array | Uint8Array>(
  bytes: Uint8Array,
  { targetCount, rowCount, wordCount }: Columns,
  column: number,
  into: Numbers,
  first: number,
  step: number,
): Numbers {
  const width = bytes[12 + column] ?? 0;
  if (width === 0) return into;
  let position = headerSize;
  for (let before = 0; before < column; before++) {
    position += (bytes[12 + before] ?? 0) * (before === 0 ? targetCount : rowCount);
  }
  const count = column === 0 ? targetCount : column === wordColumn ? wordCount : rowCount;
  for (let index = 0; index < count; index++) {
    into[first + index * step] = readNumber(bytes, position, width);
    position += width;
  }
  return into;
}

function writeNumber(bytes: Uint8Array, position: number, width: number, value: number): void {
  bytes[position] = value;
  if (width === 1) return;
  bytes[position + 1] = value >>> 8;
  if (width === 2) return;
  bytes[position + 2] = value >>> 16;
  bytes[position + 3] = value >>> 24;
}

function readNumber(bytes: Uint8Array, position: number, width: number): number {
  const low = bytes[position] ?? 0;
  if (width === 1) return low;
  const half = low | ((bytes[position + 1] ?? 0) << 8);
  if (width === 2) return half;
  return (half | ((bytes[position + 2] ?? 0) << 16) | ((bytes[position + 3] ?? 0) << 24)) >>> 0;
}
