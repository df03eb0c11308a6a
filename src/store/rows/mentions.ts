import { redactUrl } from '../../kit/urls/redact.js';
import type { PackedLinks } from '../../model/links/packed-links.js';

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
  /** Whether something mentioned has no row. */
  readonly anyWaiting: () => boolean;
  /** The new ones since the last time. */
  readonly take: () => readonly Mention[];
}

const mentioned = 1;
const settled = 2;

/** Starts with nothing mentioned. One byte for each id, since it is asked about every link. */
export function createMentions(): Mentions {
  let known = new Uint8Array(1 << 12);
  let fresh: Mention[] = [];
  let settledCount = 0;
  let waitingCount = 0;
  const reserve = (id: number): void => {
    if (id < known.length) return;
    const larger = new Uint8Array(Math.max(id + 1, known.length * 2));
    larger.set(known);
    known = larger;
  };
  const mention = (id: number): boolean => {
    reserve(id);
    if (known[id] !== 0) return false;
    known[id] = mentioned;
    waitingCount++;
    return true;
  };
  return {
    add: (links, ids) => {
      for (let index = 0; index < ids.length; index++) {
        const id = ids[index] ?? 0;
        if (mention(id)) fresh.push([id, redactUrl(links.urlAt(index))]);
      }
    },
    know: (id) => void mention(id),
    settle: (id) => {
      reserve(id);
      if (known[id] === mentioned) waitingCount--;
      if (known[id] !== settled) settledCount++;
      known[id] = settled;
    },
    isSettled: (id) => known[id] === settled,
    settled: () => settledCount,
    anyWaiting: () => waitingCount > 0,
    take: () => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}
