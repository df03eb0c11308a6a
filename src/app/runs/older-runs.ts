import type { Run } from '../../model/snapshot.js';
import type { RunSummary } from '../../store/runs.js';
import type { Store } from '../../store/store.js';
import { isSameWalk } from './same-walk.js';

/** So many older runs are looked into at most. */
export const mostOlderRuns = 14;

/** Runs of the same portals before one, the newest first. To list them, every run of the store is opened. */
export function olderRuns(store: Store, run: Run): readonly RunSummary[] {
  const isOlder = (one: RunSummary): boolean =>
    one.id < run.id && one.run !== null && isSameWalk(one.run, run);
  return store.runs().filter(isOlder).slice(0, mostOlderRuns);
}
