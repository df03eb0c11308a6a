import { addToGroup } from '../../kit/collections/group-by.js';
import type { Lookup } from './lookup.js';

/** Lookups that wait for others. */
export interface Turns {
  /** The same lookup, for a few names at once. */
  readonly lookup: Lookup;
  /** Whether the system was not asked for a name yet. */
  readonly isQueued: (hostname: string) => boolean;
}

/**
 * Looks up at most so many names at once: the system makes any others wait, but does not say which, so that they themselves would
 * seem to take long.
 */
export function inTurn(ask: Lookup, most: number): Turns {
  /** By name, and for one name in order. */
  const queue = new Map<string, (() => void)[]>();
  let underWay = 0;

  const startNext = (): void => {
    const [first] = queue;
    if (first === undefined || underWay >= most) return;
    const [hostname, starts] = first;
    const start = starts.shift();
    if (starts.length === 0) queue.delete(hostname);
    start?.();
  };

  return {
    lookup: (hostname, options, found) => {
      const start = (): void => {
        underWay++;
        ask(hostname, options, (error, addresses) => {
          underWay--;
          startNext();
          found(error, addresses);
        });
      };
      if (underWay < most) start();
      else addToGroup(queue, hostname, start);
    },
    isQueued: (hostname) => queue.has(hostname),
  };
}
