import { number } from '../database/cells.js';
import type { Cell, Statement } from '../database/database.js';

type Row = readonly Cell[];

/** Rows in a block: neighbours are read together if the last few that had to be read came from the same block. */
const blockSize = 8;
const recentMisses = 8;
/** Rows kept at most that were not asked for yet. */
const mostAhead = 32 * blockSize;

/**
 * Rows by their id, each most likely asked for once: neighbours are read together while they are asked for one after the other,
 * which takes half the time of reading each by itself. `one` selects by an id, `block` from one id up to, not including, another;
 * both select the id first.
 */
export function createReadAhead(one: Statement, block: Statement): (id: number) => Row | undefined {
  const ahead = new Map<number, Row>();
  const misses: number[] = [];

  const isNeighbour = (position: number): boolean => {
    const isNear = misses.includes(position);
    misses.push(position);
    if (misses.length > recentMisses) misses.shift();
    return isNear;
  };
  const readBlock = (position: number): void => {
    if (ahead.size >= mostAhead) ahead.clear();
    for (const row of block.all(position * blockSize, (position + 1) * blockSize))
      ahead.set(number(row[0]), row);
  };

  return (id) => {
    const position = Math.floor(id / blockSize);
    if (!ahead.has(id) && isNeighbour(position)) readBlock(position);
    const row = ahead.get(id) ?? one.get(id);
    ahead.delete(id);
    return row;
  };
}
