import type { NamedEdges } from './edges.js';

/**
 * The numbers of one page's links as bytes, column by column, each as narrow as its largest value allows: the numbers of the
 * target URLs, the cells of the rows, the lengths of the words. Little-endian. What stands in one column is alike, and
 * walking edges reads three columns only.
 */
export interface LinkColumns {
  readonly links: Uint8Array;
  /** The words without anything between them; their lengths are among the numbers. */
  readonly words: string;
}

/** One page's links before they are columns. */
export interface LinkTable {
  /** Of each distinct target URL, in order of first appearance. */
  readonly targets: Uint32Array;
  /** Distinct texts, heading paths (joined by U+001F), fragments and hrefs as written. The first is always empty. */
  readonly words: readonly string[];
  /**
   * `rowWidth` numbers a link: the position of its target, kind (its position in `linkKinds`), text, headings, fragment + 1 or
   * 0, written + 1 or 0.
   */
  readonly rows: Uint32Array;
}

export const rowWidth = 6;
const columnCount = 1 + rowWidth + 1;
/** Three counts of four bytes (targets, rows, words), then the width of each column: 0 (all zero), 1, 2 or 4 bytes. */
const headerSize = 12 + columnCount;
const wordColumn = columnCount - 1;
/** Far more targets, links or words than are read of any page. */
const mostOfAPage = 1 << 20;
/** Which cell of a row is its text. */
const textCell = 2;

let scratch = new Uint8Array(1 << 16);

/** The columns of a table. */
export function encodeColumns({ targets, words, rows }: LinkTable): LinkColumns {
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
  const lengths = new Uint32Array(words.length);
  for (let word = 0; word < words.length; word++) lengths[word] = words[word]?.length ?? 0;
  end = writeColumn(bytes, wordColumn, end, lengths, 0, 1, lengths.length);
  return { links: bytes.slice(0, end), words: words.join('') };
}

/** The same links where their URLs have other numbers: nothing else is looked at. */
export function retarget({ links, words }: LinkColumns, targets: Uint32Array): LinkColumns {
  const { targetCount } = locateColumns(links);
  if (targetCount !== targets.length) throw new Error('every URL of a page needs its number');
  const rest = links.subarray(headerSize + targetCount * (links[12] ?? 0));
  const bytes = new Uint8Array(
    headerSize + targets.length * widthOf(targets, 0, 1, targets.length) + rest.length,
  );
  bytes.set(links.subarray(0, headerSize));
  bytes.set(rest, writeColumn(bytes, 0, headerSize, targets, 0, 1, targets.length));
  return { links: bytes, words };
}

/** Throws unless the bytes have the length that their header says, and that says what a page may hold. */
export function checkColumns({ links }: LinkColumns): void {
  locateColumns(links);
}

/** The numbers of the URLs. */
export function decodeTargets({ links }: LinkColumns): Uint32Array {
  const columns = locateColumns(links);
  return readColumn(links, columns, 0, new Uint32Array(columns.targetCount), 0, 1);
}

/** The rows of packed links. */
export function decodeRows({ links }: LinkColumns): Uint32Array {
  const columns = locateColumns(links);
  const rows = new Uint32Array(columns.rowCount * rowWidth);
  for (let cell = 0; cell < rowWidth; cell++) readColumn(links, columns, 1 + cell, rows, cell, rowWidth);
  return rows;
}

/** The words of packed links. */
export function splitWords({ links, words }: LinkColumns): readonly string[] {
  const columns = locateColumns(links);
  const lengths = readColumn(links, columns, wordColumn, new Uint32Array(columns.wordCount), 0, 1);
  const split: string[] = [];
  let start = 0;
  for (const length of lengths) split.push(words.slice(start, (start += length)));
  return split;
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

/** Looks at every header before anything is made by it: a file may be damaged. */
function locateColumns(bytes: Uint8Array): Columns {
  const columns = {
    targetCount: readWhole(bytes, 0),
    rowCount: readWhole(bytes, 4),
    wordCount: readWhole(bytes, 8),
  };
  const most = Math.max(columns.targetCount, columns.rowCount, columns.wordCount);
  if (most > mostOfAPage || bytes.length !== startOf(bytes, columns, columnCount))
    throw new Error('links of another length expected');
  return columns;
}

/** Writes every `step`-th value from `first` on and notes the width; gives the position behind it. */
function writeColumn(
  bytes: Uint8Array,
  column: number,
  start: number,
  values: Uint32Array,
  first: number,
  step: number,
  count: number,
): number {
  const width = widthOf(values, first, step, count);
  bytes[12 + column] = width;
  let position = start;
  if (width === 0) return position;
  const end = first + count * step;
  for (let index = first; index < end; index += step) {
    writeNumber(bytes, position, width, values[index] ?? 0);
    position += width;
  }
  return position;
}

/** How many bytes the largest of these values takes. */
function widthOf(values: Uint32Array, first: number, step: number, count: number): 0 | 1 | 2 | 4 {
  let largest = 0;
  const end = first + count * step;
  for (let index = first; index < end; index += step) largest |= values[index] ?? 0;
  return largest === 0 ? 0 : largest >>> 8 === 0 ? 1 : largest >>> 16 === 0 ? 2 : 4;
}

function readColumn<Numbers extends Uint32Array | Uint8Array>(
  bytes: Uint8Array,
  columns: Columns,
  column: number,
  into: Numbers,
  first: number,
  step: number,
): Numbers {
  const width = bytes[12 + column] ?? 0;
  if (width === 0) return into;
  const start = startOf(bytes, columns, column);
  const count = countOf(columns, column);
  // A loop for each width takes a third of the time of one for all.
  if (width === 1)
    for (let index = 0; index < count; index++) into[first + index * step] = bytes[start + index] ?? 0;
  else if (width === 2)
    for (let index = 0; index < count; index++)
      into[first + index * step] = readHalf(bytes, start + 2 * index);
  else
    for (let index = 0; index < count; index++)
      into[first + index * step] = readWhole(bytes, start + 4 * index);
  return into;
}

/** Where a column starts; behind the last one, where all end. */
function startOf(bytes: Uint8Array, columns: Columns, column: number): number {
  let position = headerSize;
  for (let before = 0; before < column; before++)
    position += (bytes[12 + before] ?? 0) * countOf(columns, before);
  return position;
}

function countOf({ targetCount, rowCount, wordCount }: Columns, column: number): number {
  return column === 0 ? targetCount : column === wordColumn ? wordCount : rowCount;
}

function writeNumber(bytes: Uint8Array, position: number, width: number, value: number): void {
  bytes[position] = value;
  if (width === 1) return;
  bytes[position + 1] = value >>> 8;
  if (width === 2) return;
  bytes[position + 2] = value >>> 16;
  bytes[position + 3] = value >>> 24;
}

function readHalf(bytes: Uint8Array, position: number): number {
  return (bytes[position] ?? 0) | ((bytes[position + 1] ?? 0) << 8);
}

function readWhole(bytes: Uint8Array, position: number): number {
  return (readHalf(bytes, position) | (readHalf(bytes, position + 2) << 16)) >>> 0;
}
