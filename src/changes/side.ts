import type { Judged } from '../model/judged.js';
import type { Snapshot } from '../model/snapshot.js';

/** One of two runs that are compared. */
export interface Side {
  readonly snapshot: Snapshot;
  /** Its resources after their judges, in order of id; probes may be left out. Walked once. */
  readonly judged: () => Iterable<Judged>;
}
