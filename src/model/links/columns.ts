import { Damage } from '../../kit/trouble/damage.js';

/**
 * The numbers of one page's links as bytes, column by column, each as narrow as its largest value allows: the numbers of the
 * target URLs, the cells of the rows, the lengths of the words. Little-endian. By column, because the values of one are alike,
 * and walking edges reads three columns only.
 */
export interface LinkColumns {
  readonly links: Uint8Array;
  /** The words without anything between them; their lengths are among the numbers. */
  readonly words: string;
}

/** One page's links before they are written as columns. */
export interface LinkTable {
  /** Of each distinct target URL, in order of first appearance. */
  readonly targets: Uint32Array;
  /** Distinct texts, heading paths (joined by U+001F), fragments and hrefs as written. The first is always empty. */
  readonly words: readonly string[];
  /**
   * `rowWidth` numbers a link, each at its place in `cellOf`: the position of its target, kind (its position in `linkKinds`),
   * text, headings, fragment + 1 or 0, written + 1 or 0.
   */
  readonly rows: Uint32Array;
}

/** Where in its row each number of a link stands. */
export const cellOf = { target: 0, kind: 1, text: 2, headings: 3, fragment: 4, written: 5 } as const;
/** Numbers a link. */
export const rowWidth = 6;
const columnCount = 1 + rowWidth + 1;
/** Three counts of four bytes (targets, rows, words), then the width of each column: 0 (all zero), 1, 2 or 4 bytes. */
export const headerSize = 12 + columnCount;
/** The last column: the lengths of the words. */
export const wordColumn = columnCount - 1;
/** Far more targets, links or words than are read of any page. */
const mostOfAPage = 1 << 20;

/** The counts in a header. */
export interface Columns {
  readonly targetCount: number;
  readonly rowCount: number;
  readonly wordCount: number;
}

/**
 * Reads the counts in a header. Throws `Damage` if they are more than a page may have or do not fit the length: a damaged file
 * must not decide how much memory is taken.
 */
export function locateColumns(bytes: Uint8Array): Columns {
  const columns = {
    targetCount: readWhole(bytes, 0),
    rowCount: readWhole(bytes, 4),
    wordCount: readWhole(bytes, 8),
  };
  const most = Math.max(columns.targetCount, columns.rowCount, columns.wordCount);
  if (most > mostOfAPage || bytes.length !== startOf(bytes, columns, columnCount))
    throw new Damage('links of another length');
  return columns;
}

/** Where a column starts; for the column after the last one, where all end. */
export function startOf(bytes: Uint8Array, columns: Columns, column: number): number {
  let position = headerSize;
  for (let before = 0; before < column; before++)
    position += (bytes[12 + before] ?? 0) * countOf(columns, before);
  return position;
}

/** How many numbers stand in a column. */
export function countOf({ targetCount, rowCount, wordCount }: Columns, column: number): number {
  return column === 0 ? targetCount : column === wordColumn ? wordCount : rowCount;
}

/** Two bytes as a number. */
export function readHalf(bytes: Uint8Array, position: number): number {
  return (bytes[position] ?? 0) | ((bytes[position + 1] ?? 0) << 8);
}

/** Four bytes as a number. */
export function readWhole(bytes: Uint8Array, position: number): number {
  return (readHalf(bytes, position) | (readHalf(bytes, position + 2) << 16)) >>> 0;
}
