import { chooseDoomed, removeRun, type Retention } from '../store/prune.js';
import type { RunSummary } from '../store/runs.js';
import { openStore, type Store } from '../store/store.js';
import { SetupError } from '../model/problem.js';
import type { FullConfig } from './context/config.js';
import { holdFullStore } from './runs/hold-store.js';

/** What became of a store. */
export interface Pruned {
  readonly removed: readonly RunSummary[];
  readonly kept: readonly RunSummary[];
}

type PruneConfig = Pick<FullConfig, 'store' | 'keep' | 'maxStore' | 'baseline'>;

/** Deletes the runs of a store that its configuration does not keep. Throws a `SetupError` if a run goes on in it. */
export function prune(config: PruneConfig, now: number): Pruned {
  if (config.keep === undefined && config.maxStore === undefined) {
    const hint = 'say --keep 30, --keep 90d or --max-store 2G, or "keep" and "maxStore" in the configuration';
    throw new SetupError([{ place: {}, message: 'nothing says which runs are to be kept', hint }]);
  }
  const store = openStore(config.store);
  // Holding a store makes its folder, and this one may be misspelt.
  if (store.runs().length === 0) return { removed: [], kept: [] };
  return holdFullStore(config.store, now, () => pruneStore(store, config, now));
}

/** The same in a store that is held. Where nothing says what to keep, nothing is looked at and nothing goes. */
export function pruneStore(store: Store, config: PruneConfig, now: number): Pruned {
  if (config.keep === undefined && config.maxStore === undefined) return { removed: [], kept: [] };
  const summaries = store.runs();
  const spared = new Set(config.baseline === undefined ? [] : [config.baseline]);
  const removed = chooseDoomed(summaries, retentionOf(config), now, spared);
  for (const summary of removed) removeRun(summary);
  return { removed, kept: summaries.filter((summary) => !removed.includes(summary)) };
}

function retentionOf({ keep, maxStore }: PruneConfig): Retention {
  const bytes = maxStore === undefined ? {} : { bytes: maxStore };
  if (keep === undefined) return bytes;
  return typeof keep === 'number' ? { ...bytes, runs: keep } : { ...bytes, days: Number.parseInt(keep, 10) };
}
