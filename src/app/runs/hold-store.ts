import { hostname } from 'node:os';
import { checkFree, lockStore, type Lock } from '../../store/lock.js';

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
  const lock = take(directory, startedAt);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * The same for work that makes room: a full disk has none for the note of who holds the store, but then no run can begin there,
 * either. What else is wrong with the store that work will say.
 */
export function holdFullStore<Value>(directory: string, startedAt: number, work: () => Value): Value {
  const lock = takeIfPossible(directory, startedAt);
  try {
    return work();
  } finally {
    lock?.release();
  }
}

function takeIfPossible(directory: string, startedAt: number): Lock | null {
  try {
    return take(directory, startedAt);
  } catch {
    checkNotHeld(directory);
    return null;
  }
}

function take(directory: string, startedAt: number): Lock {
  return lockStore(directory, { pid: process.pid, host: hostname(), startedAt });
}
