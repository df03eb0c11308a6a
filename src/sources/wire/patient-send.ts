import { isShortage, noRoute } from '../../kit/trouble/shortage.js';
import type { Send } from './send.js';

const shortestWait = 100;
const longestWait = 2000;

interface Trouble {
  /** How long to wait for the end of a shortage, in milliseconds. */
  readonly patience: number;
  /** The same for an outage. */
  readonly outagePatience: number;
  /** Gives back the files of what is idle. */
  readonly release: () => void;
}

/**
 * Sends as `send` does, and tries again while this machine has no file descriptor left for a connection: idle connections give
 * theirs back at once, and other requests will. A waiting request still counts as one under way, so fewer others start. Waits
 * also while this machine knows no way to an origin, but not again where that was in vain: there may never be one.
 */
export function createPatientSend(
  send: Send,
  wait: (milliseconds: number) => Promise<void>,
  { patience, outagePatience, release }: Trouble,
): Send {
  const outOfReach = new Set<string>();

  const isWorthWaiting = (origin: string, detail: string, waited: number): boolean => {
    if (isShortage(detail)) return waited < patience;
    if (detail !== noRoute || outOfReach.has(origin)) return false;
    if (waited >= outagePatience) outOfReach.add(origin);
    return waited < outagePatience;
  };

  return async (order, signal) => {
    let waited = 0;
    for (;;) {
      const received = await send(order, signal);
      if (received.kind !== 'failed' || !isWorthWaiting(order.origin, received.detail, waited))
        return received;
      if (isShortage(received.detail)) release();
      const pause = Math.min(shortestWait + waited, longestWait);
      await wait(pause);
      signal.throwIfAborted();
      waited += pause;
    }
  };
}
