import type { Store } from '../../store/store.js';
import type { StoredSnapshot } from '../../store/snapshot/stored-snapshot.js';
import type { Run } from '../../model/snapshot.js';
import { isSameWalk } from './same-walk.js';

/** What a run has to be besides, to be compared with: not too young, for one. */
export type IsWanted = (run: Run) => boolean;

/**
 * The newest complete run before this one that walked the same sources and could open them all: a night when a portal was down is
 * nothing to compare with. `null` if there is none. The caller closes it.
 */
export function openPrevious(
  store: Store,
  after: Run,
  isWanted: IsWanted = () => true,
): StoredSnapshot | null {
  for (const { id, state, run } of store.runs()) {
    if (state !== 'complete' || run === null || id >= after.id) continue;
    if (isSameWalk(run, after) && isWanted(run)) return store.open(id);
  }
  return null;
}
