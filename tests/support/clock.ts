import { createHeap } from '../../src/kit/collections/heap.js';

/** Time that passes only when everybody waits: tests of hours take milliseconds and never depend on the machine. */
export interface Clock {
  readonly now: () => number;
  readonly after: (milliseconds: number, call: () => void) => () => void;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Lets time pass until the promise is settled. */
  readonly run: <Value>(promise: Promise<Value>) => Promise<Value>;
}

export function createClock(start = 1_700_000_000_000): Clock {
  const alarms = createHeap<() => void>();
  let time = start;
  const after = (milliseconds: number, call: () => void): (() => void) => {
    let active = true;
    alarms.push(time + milliseconds, () => {
      if (active) call();
    });
    return () => (active = false);
  };
  return {
    now: () => time,
    after,
    sleep: (milliseconds) => new Promise((resolve) => void after(milliseconds, resolve)),
    run: async (promise) => {
      const state = { settled: false };
      const watched = promise.finally(() => (state.settled = true));
      watched.catch(() => undefined);
      for (;;) {
        await quiet();
        if (state.settled) return watched;
        const at = alarms.least();
        if (at === null) throw new Error('everybody waits for ever');
        time = Math.max(time, at);
        alarms.pop()?.();
      }
    },
  };
}

/** Lets promises that are ready go on. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
