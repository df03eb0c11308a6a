import { openStore } from '../history/store.js';
import type { Text } from '../model/text.js';
import type { AssessOptions } from './assess.js';
import { conclude, type Assessment, type Conclusion } from './conclude.js';
import { passedOver } from './passed-over.js';
import { judgingOf } from './run-options.js';

export interface ReportRequest {
  readonly store: string;
  /** The id of a run; `undefined` for the newest that ended. */
  readonly run: string | undefined;
  readonly config: Conclusion['config'];
  readonly options: AssessOptions;
  /** Judge it by the rules it was walked with, where it noted them. */
  readonly asWalked: boolean;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
}

/** Judges an old run again, without the network. Throws a `SetupError` if the store has no such run. */
export function reportRun({
  store: directory,
  run,
  config,
  options,
  asWalked,
  now,
}: ReportRequest): Assessment {
  const store = openStore(directory);
  const snapshot = store.open(run);
  try {
    const judging = asWalked ? { ...options, ...judgingOf(snapshot.run) } : options;
    const assessment = conclude(store, snapshot, { config, options: judging, isTonight: false, now });
    return run === undefined ? withNotices(assessment, passedOver(store, snapshot.run.id)) : assessment;
  } finally {
    snapshot.close();
  }
}

function withNotices(assessment: Assessment, added: readonly Text[]): Assessment {
  if (added.length === 0) return assessment;
  const { report } = assessment;
  const notices = [...added.map((notice) => notice[report.language]), ...(report.notices ?? [])];
  return { ...assessment, report: { ...report, notices } };
}
