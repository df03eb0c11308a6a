import { openStore } from '../history/store.js';
import { assess, type Assessment, type AssessOptions } from './assess.js';
import { judgingOf } from './run-options.js';

export interface ReportRequest {
  readonly store: string;
  /** The id of a run; `undefined` for the newest that ended. */
  readonly run: string | undefined;
  readonly options: AssessOptions;
  /** Judge it by the rules it was walked with, where it noted them. */
  readonly asWalked: boolean;
}

/** Judges an old run again, without the network. Throws a `SetupError` if the store has no such run. */
export function reportRun({ store, run, options, asWalked }: ReportRequest): Assessment {
  const snapshot = openStore(store).open(run);
  try {
    return assess(snapshot, asWalked ? { ...options, ...judgingOf(snapshot.run) } : options);
  } finally {
    snapshot.close();
  }
}
