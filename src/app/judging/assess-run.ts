import type { Report } from '../../model/report.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Store } from '../../store/store.js';
import { assess, type AssessOptions, type Onlooker } from './assess.js';
import { readBehindIn } from './recall/read-behind.js';
import { judgingBy } from './recall/runs-before.js';

/** Judges a run of a store and makes its report. Where documents seem to be lost, the runs before it are asked. */
export function assessRun(
  store: Store,
  snapshot: Snapshot,
  options: AssessOptions,
  onlooker: Omit<Onlooker, 'readBehind'> = {},
): Report {
  const readBehind = readBehindIn(store, snapshot, judgingBy(options));
  return assess(snapshot, options, { ...onlooker, readBehind });
}
