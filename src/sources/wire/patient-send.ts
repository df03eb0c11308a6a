import { isShortage } from '../../kit/shortage.js';
import type { Send } from './send.js';

const shortestWait = 100;
const longestWait = 2000;

interface Shortage {
  /** How long to wait for its end, in milliseconds. */
  readonly patience: number;
  /** Gives back the files of what is idle. */
  readonly release: () => void;
}

/**
 * Sends as `send` does, and tries again while this machine has no file descriptor left for a connection: idle connections give
 * theirs back at once, and other requests will. A waiting request still counts as one under way, so fewer others start.
 */
export function createPatientSend(
  send: Send,
  wait: (milliseconds: number) => Promise<void>,
  { patience, release }: Shortage,
): Send {
  return async (order, signal) => {
    let waited = 0;
    for (;;) {
      const received = await send(order, signal);
      if (received.kind !== 'failed' || !isShortage(received.detail) || waited >= patience) return received;
      release();
      const pause = Math.min(shortestWait + waited, longestWait);
      await wait(pause);
      signal.throwIfAborted();
      waited += pause;
    }
  };
}
