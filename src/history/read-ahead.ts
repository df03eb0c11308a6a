import { number } from './cells.js';
import type { Cell, Statement } from './database.js';

type Row = readonly Cell[];

/** How rows are read; both statements select the id first. */
interface Rows<Value> {
  /** By an id. */
  readonly one: Statement;
  /** From an id to before another. */
  readonly block: Statement;
  readonly decode: (row: Row) => Value;
}

/** Neighbours are read in blocks of so many, where the last few that had to be read came from the same block. */
const blockSize = 8;
const recentMisses = 8;
/** Cells are kept up to so many characters and bytes. */
const mostKept = 512 * 1024;

/**
 * What lies in rows, by id; `null` if there is no such row. Some are kept, and neighbours are read at once while they are asked
 * for one after the other: that takes half the time of each by itself.
 */
export function createReadAhead<Value>({ one, block, decode }: Rows<Value>): (id: number) => Value | null {
  const rows = new Map<number, Row>();
  const values = new Map<number, Value>();
  const misses: number[] = [];
  let size = 0;

  const keep = (row: Row): Row => {
    size += sizeOf(row);
    if (size > mostKept) {
      rows.clear();
      values.clear();
      size = sizeOf(row);
    }
    rows.set(number(row[0]), row);
    return row;
  };
  const isNeighbour = (position: number): boolean => {
    const isNear = misses.includes(position);
    misses.push(position);
    if (misses.length > recentMisses) misses.shift();
    return isNear;
  };
  const rowOf = (id: number): Row | undefined => {
    const position = Math.floor(id / blockSize);
    if (isNeighbour(position)) block.all(position * blockSize, (position + 1) * blockSize).forEach(keep);
    const read = rows.get(id) ?? one.get(id);
    return read === undefined ? undefined : keep(read);
  };

  return (id) => {
    const known = values.get(id);
    if (known !== undefined) return known;
    const row = rows.get(id) ?? rowOf(id);
    if (row === undefined) return null;
    const value = decode(row);
    values.set(id, value);
    return value;
  };
}

function sizeOf(row: Row): number {
  let size = 0;
  for (const cell of row) {
    if (typeof cell === 'string') size += cell.length;
    else if (cell instanceof Uint8Array) size += cell.byteLength;
  }
  return size;
}
