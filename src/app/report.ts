import { openStore } from '../history/store.js';
import { assess, type Assessment, type AssessOptions } from './assess.js';

export interface ReportRequest {
  readonly store: string;
  /** The id of a run; `undefined` for the newest that ended. */
  readonly run: string | undefined;
  readonly options: AssessOptions;
}

/** Judges an old run again, without the network. Throws a `SetupError` if the store has no such run. */
export function reportRun({ store, run, options }: ReportRequest): Assessment {
  const snapshot = openStore(store).open(run);
  try {
    return assess(snapshot, options);
  } finally {
    snapshot.close();
  }
}
