import type { Run } from '../../../model/snapshot.js';
import { StoreError } from '../../../store/database/failures.js';
import type { RunSummary } from '../../../store/runs.js';
import type { Store } from '../../../store/store.js';
import type { StoredSnapshot } from '../../../store/snapshot/stored-snapshot.js';
import type { ActiveRule } from '../../../verdicts/define.js';
import { resolveRules } from '../../../verdicts/rule-set.js';
import { olderRuns } from '../../runs/older-runs.js';
import type { JudgingOptions } from '../../runs/run-options.js';

/** More than that are not read from beginning to end for one comparison. */
export const mostWhole = 5;

/** How older runs are judged. */
export interface Judging {
  readonly rules: readonly ActiveRule[];
  readonly maxHops: number;
}

/** How to judge them by a configuration. */
export function judgingBy({ rules, maxHops }: JudgingOptions): Judging {
  return { rules: resolveRules(rules), maxHops };
}

/** The runs before one, and how to judge them. */
export interface OlderRuns {
  readonly store: Store;
  /** The newest first. */
  readonly runs: () => readonly RunSummary[];
  readonly judging: Judging;
}

/** The runs of the same portals before one; they are listed when they are first asked for. */
export function runsBefore(store: Store, run: Run, judging: Judging): OlderRuns {
  let runs: readonly RunSummary[] | null = null;
  return { store, runs: () => (runs ??= olderRuns(store, run)), judging };
}

/** A damaged run recalls nothing, which leaves the two that are compared as they are. */
export function look<Value>(
  { store }: Pick<OlderRuns, 'store'>,
  id: string,
  read: (snapshot: StoredSnapshot) => Value,
): Value | null {
  let snapshot: StoredSnapshot | null = null;
  try {
    snapshot = store.open(id);
    return read(snapshot);
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  } finally {
    snapshot?.close();
  }
}
