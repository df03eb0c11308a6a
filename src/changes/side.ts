import type { Judged } from '../model/judged.js';
import type { Glance } from '../model/print.js';
import type { Resource } from '../model/resource.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Intake } from './intake.js';

/** Of each address the resource as it last opened by itself, where a run before the earlier one knows it so. */
export type RecallOpen = (urls: readonly string[]) => ReadonlyMap<string, Resource>;

/**
 * Which of some addresses were known to the last complete run before the earlier one in which all of some pages opened; `null` if
 * there is no such run.
 */
export type RecallBehind = (pages: readonly string[], urls: readonly string[]) => ReadonlySet<string> | null;

/** The last complete run before the earlier one in which all of some pages opened, with nothing before it; `null` if there is none. */
export type RecallWhole = (pages: readonly string[]) => Earlier | null;

/** The earlier of two runs that are compared. */
export interface Earlier {
  readonly snapshot: Snapshot;
  /**
   * Its resources after their judges, in order of id; probes may be left out, and so may be what is settled at a glance. Walked
   * once.
   */
  readonly judged: (isSettled: (glance: Glance) => boolean) => Iterable<Judged>;
  /** For what it did not see open. Left out where there is nothing before it. */
  readonly recallOpen?: RecallOpen;
  readonly recallBehind?: RecallBehind;
  readonly recallWhole?: RecallWhole;
}

/** The later of two runs, taken in whole. */
export interface Later {
  readonly snapshot: Snapshot;
  readonly intake: Intake;
}
