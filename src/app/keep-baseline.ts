import { openStore, type Store } from '../store/store.js';
import { baselineOf } from '../history/baseline.js';
import type { Text } from '../model/text.js';
import { seesAll } from '../model/report.js';
import { assessOptions } from './judging/assess.js';
import { assessRun } from './judging/assess-run.js';
import { writeBaseline } from './kept/baseline.js';
import { passedOver } from './runs/passed-over.js';
import { isSameWalk, nameReach } from './runs/same-walk.js';
import type { FullConfig } from './context/config.js';
import { withRulesOf } from './runs/run-options.js';

/** What became of a baseline. */
export interface KeptBaseline {
  /** How many findings it lets pass. */
  readonly count: number;
  /** Whether the run it was made of saw everything: what that missed will be new. */
  readonly sawAll: boolean;
  /** What else to know of that run. */
  readonly notices: readonly Text[];
}

/**
 * Writes what is broken in the last run as a baseline. What the configuration walks comes before what was walked by hand since.
 */
export function keepBaseline(config: FullConfig, file: string): KeptBaseline {
  const store = openStore(config.store);
  const snapshot = store.open(lastRunOf(store, config));
  try {
    const options = withRulesOf(snapshot.run, assessOptions(config, 'en', false));
    const report = assessRun(store, snapshot, options);
    const baseline = baselineOf(report, nameReach(snapshot.run));
    writeBaseline(file, baseline);
    return {
      count: baseline.findings.length,
      sawAll: seesAll(report.run),
      notices: passedOver(store, snapshot.run.id),
    };
  } finally {
    snapshot.close();
  }
}

/**
 * The newest that ended of those from the seeds of a configuration; `undefined` if that names none, or they were never walked.
 */
function lastRunOf(store: Store, config: FullConfig): string | undefined {
  if (config.sources.length === 0) return undefined;
  return store.runs().find(({ run }) => run?.endedAt != null && isSameWalk(run, config))?.id;
}
