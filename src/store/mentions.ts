import { redactUrl } from '../kit/redact.js';
import type { PackedLinks } from '../model/links/packed-links.js';

/** A URL that pages lead to, secrets redacted, with its id. */
export type Mention = readonly [id: number, url: string];

/** Remembers what has no row of its own yet, so that its URL is not lost if the run never gets to it. */
export interface Mentions {
  readonly add: (links: Pick<PackedLinks, 'urlAt'>, ids: Uint32Array) => void;
  /** Takes in what the file holds already. */
  readonly know: (id: number) => void;
  /** Notes that a resource has its own row. */
  readonly settle: (id: number) => void;
  readonly isSettled: (id: number) => boolean;
  /** How many resources have a row. */
  readonly settled: () => number;
  /** The new ones since the last time. */
  readonly take: () => readonly Mention[];
}

const mentioned = 1;
const settled = 2;

/** Starts with nothing mentioned. One byte for each id, since it is asked about every link. */
export function createMentions(): Mentions {
  let known = new Uint8Array(1 << 12);
  let fresh: Mention[] = [];
  let count = 0;
  const reserve = (id: number): void => {
    if (id < known.length) return;
    const larger = new Uint8Array(Math.max(id + 1, known.length * 2));
    larger.set(known);
    known = larger;
  };
  return {
    add: (links, ids) => {
      for (let index = 0; index < ids.length; index++) {
        const id = ids[index] ?? 0;
        reserve(id);
        if (known[id] !== 0) continue;
        known[id] = mentioned;
        fresh.push([id, redactUrl(links.urlAt(index))]);
      }
    },
    know: (id) => {
      reserve(id);
      if (known[id] === 0) known[id] = mentioned;
    },
    settle: (id) => {
      reserve(id);
      if (known[id] !== settled) count++;
      known[id] = settled;
    },
    isSettled: (id) => known[id] === settled,
    settled: () => count,
    take: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}
