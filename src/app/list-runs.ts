import type { RunSummary } from '../store/runs.js';
import { openStore } from '../store/store.js';

export type { RunSummary };

/** The runs of a store, the newest first. */
export function listRuns(store: string): readonly RunSummary[] {
  return openStore(store).runs();
}
