import { hostname } from 'node:os';
import { checkFree, lockStore } from '../../store/lock.js';

/** Throws a `SetupError` that says who holds a store, if another process does. */
export function checkNotHeld(directory: string): void {
  checkFree(directory, hostname());
}

/** Does work that only one process at a time may do in a store. Rejects with a `SetupError` that says who holds it. */
export async function holdStore<Value>(
  directory: string,
  startedAt: number,
  work: () => Promise<Value> | Value,
): Promise<Value> {
  const lock = lockStore(directory, { pid: process.pid, host: hostname(), startedAt });
  try {
    return await work();
  } finally {
    lock.release();
  }
}
