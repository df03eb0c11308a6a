import type { Store } from '../../store/store.js';
import type { RunSummary } from '../../store/runs.js';
import { isSameWalk } from './same-walk.js';
import type { FullConfig } from '../context/config.js';

/** The newest complete walk of the same sources from the same seeds, but for one run; `null` if there is none. */
export function lastCompleteRun(store: Store, config: FullConfig, but: string | null): RunSummary | null {
  const isAlike = ({ id, state, run }: RunSummary): boolean =>
    id !== but && state === 'complete' && run !== null && isSameWalk(run, config);
  return store.runs().find(isAlike) ?? null;
}
