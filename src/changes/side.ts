import type { Judged } from '../model/judged.js';
import type { Glance } from '../model/print.js';
import type { Resource } from '../model/resource.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Intake } from './intake.js';

/** Of each address the resource as it last opened by itself, where a run before the earlier one knows it so. */
export type RecallOpen = (urls: readonly string[]) => ReadonlyMap<string, Resource>;

/**
 * Which of some addresses were known to the last complete run before the earlier one in which all of some pages opened, or to any run
 * since; `null` if there is no such run.
 */
export type RecallBehind = (pages: readonly string[], urls: readonly string[]) => ReadonlySet<string> | null;

/** A complete run before the earlier one, and pages that no later one saw open; nothing is recalled of what was before it. */
export interface Recollection {
  readonly earlier: Earlier;
  readonly pages: readonly string[];
}

/** For each of some pages the last complete run in which it opened, the newest run first; pages that never did are left out. */
export type RecallWhole = (pages: readonly string[]) => readonly Recollection[];

/** The earlier of two runs that are compared. */
export interface Earlier {
  readonly snapshot: Snapshot;
  /**
   * Its resources after their judges, in order of id; probes may be left out, and so may what is settled at a glance. Walked
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
