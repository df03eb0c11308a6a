import { number, text } from '../database/cells.js';
import type { Database } from '../database/database.js';
import { readWaiting } from './waiting.js';

/** URLs are kept in blocks of neighbouring ids; after this many of a block were asked for singly, the rest is read at once. */
const blockSize = 64;
const fewMisses = 2;
const mostBlocks = 1024;

interface Block {
  /** By the lower bits of the id; those not read yet are left out. */
  readonly urls: (string | undefined)[];
  misses: number;
}

/** URLs by id, recent ones from memory, since pages of one site link to much the same. Empty for an unknown id. */
export function createAddresses(database: Database): (id: number) => string {
  const one = database.prepare('SELECT url FROM resource WHERE id = ?');
  const many = database.prepare('SELECT id, url FROM resource WHERE id >= ? AND id < ?');
  const blocks = new Map<number, Block>();
  let waiting: ReadonlyMap<number, string> | undefined;

  const blockOf = (position: number): Block => {
    const known = blocks.get(position);
    if (known !== undefined) return known;
    if (blocks.size >= mostBlocks) blocks.clear();
    const block: Block = { urls: [], misses: 0 };
    blocks.set(position, block);
    return block;
  };
  const waitingUrl = (id: number): string => {
    waiting ??= new Map(readWaiting(database));
    return waiting.get(id) ?? '';
  };
  const read = (id: number, { urls }: Block): string => {
    const row = one.get(id);
    return (urls[id % blockSize] = row === undefined ? waitingUrl(id) : text(row[0]));
  };
  const readAll = (first: number, { urls }: Block): void => {
    for (const [id, url] of many.all(first, first + blockSize)) urls[number(id) % blockSize] = text(url);
  };

  return (id) => {
    const position = Math.floor(id / blockSize);
    const block = blockOf(position);
    const known = block.urls[id % blockSize];
    if (known !== undefined) return known;
    if (block.misses++ === fewMisses) readAll(position * blockSize, block);
    return block.urls[id % blockSize] ?? read(id, block);
  };
}
