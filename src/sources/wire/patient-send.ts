import { isShortage } from '../../kit/shortage.js';
import type { Send } from './send.js';

const shortestWait = 100;
const longestWait = 2000;

/**
 * Sends as `send` does, and tries again for up to `patience` milliseconds while this machine has no file descriptor left for a
 * connection: other requests will give theirs back. A waiting request still counts as one under way, so fewer others start.
 */
export function createPatientSend(
  send: Send,
  wait: (milliseconds: number) => Promise<void>,
  patience: number,
): Send {
  return async (order, signal) => {
    let waited = 0;
    for (;;) {
      const received = await send(order, signal);
      if (received.kind !== 'failed' || !isShortage(received.detail) || waited >= patience) return received;
      const pause = Math.min(shortestWait + waited, longestWait);
      await wait(pause);
      signal.throwIfAborted();
      waited += pause;
    }
  };
}
