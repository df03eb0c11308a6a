import { openStore } from '../store/store.js';
import { baselineOf } from '../history/baseline.js';
import { assess, assessOptions } from './judging/assess.js';
import { writeBaseline } from './kept/baseline.js';
import { nameReach } from './runs/same-walk.js';
import type { FullConfig } from './context/config.js';
import { withRulesOf } from './runs/run-options.js';

/** Writes what is broken in the last run as a baseline; gives how many findings that are. */
export function keepBaseline(config: FullConfig, file: string): number {
  const snapshot = openStore(config.store).open();
  try {
    const options = withRulesOf(snapshot.run, assessOptions(config, 'en', false));
    const baseline = baselineOf(assess(snapshot, options), nameReach(snapshot.run));
    writeBaseline(file, baseline);
    return baseline.findings.length;
  } finally {
    snapshot.close();
  }
}
