import { isShortage } from '../../kit/shortage.js';
import type { Send } from './send.js';

const shortestWait = 100;
const longestWait = 2000;

/**
 * Sends as `send` does, and again where this machine had no file left for a connection, for `patience` milliseconds: others
 * under way will give theirs back. Who waits keeps his place, so that fewer are under way meanwhile.
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
