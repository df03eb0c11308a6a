import type { Database } from '../database/database.js';

/** Groups writes into transactions, since each transaction waits for the disk. */
interface Batches {
  /** Before each write. */
  readonly enter: () => void;
  /** After each write. */
  readonly leave: () => void;
  /** Commits what was written. */
  readonly commit: () => void;
  /** Rolls back what was written since the last commit. */
  readonly abandon: () => void;
}

/** A crash loses what came after the last commit: at most this many writes, none older than this many milliseconds. */
const atMost = { writes: 4096, milliseconds: 500 };

/**
 * Starts without a batch. `lastly` writes what belongs to a batch just before it is committed; `guard` handles failures of that.
 */
export function createBatches(
  database: Database,
  lastly: () => void,
  guard: (commit: () => void) => void,
): Batches {
  let writes = 0;
  let timer: NodeJS.Timeout | null = null;

  const close = (): boolean => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const open = writes > 0;
    writes = 0;
    return open;
  };
  const commit = (): void => {
    if (!close()) return;
    lastly();
    database.execute('COMMIT');
  };

  return {
    enter: () => {
      if (writes++ > 0) return;
      database.execute('BEGIN IMMEDIATE');
      timer = setTimeout(() => guard(commit), atMost.milliseconds).unref();
    },
    leave: () => {
      if (writes >= atMost.writes) commit();
    },
    commit,
    abandon: () => void close(),
  };
}
