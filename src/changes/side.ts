import type { Judged } from '../model/judged.js';
import type { Glance } from '../model/print.js';
import type { Resource } from '../model/resource.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Intake } from './intake/intake.js';

/** For each address the resource as it last opened by itself, where a run before the earlier one saw that. */
export type RecallOpen = (urls: readonly string[]) => ReadonlyMap<string, Resource>;

/** For each address how the last run before the earlier one that could tell whether it opens judged it. */
export type RecallJudged = (urls: readonly string[]) => ReadonlyMap<string, Judged>;

/**
 * Which of `urls` were known to the last complete run before the earlier one in which all of `pages` opened, or to any run since;
 * `null` if there is no such run.
 */
export type RecallBehind = (pages: readonly string[], urls: readonly string[]) => ReadonlySet<string> | null;

/** A complete run before the earlier one, and pages that no later run saw open; nothing before it is recalled. */
export interface Recollection {
  readonly earlier: Earlier;
  readonly pages: readonly string[];
}

/** For each page the last complete run in which it opened, the newest run first; pages that never did are left out. */
export type RecallWhole = (pages: readonly string[]) => readonly Recollection[];

/** The earlier of two runs that are compared. */
export interface Earlier {
  readonly snapshot: Snapshot;
  /**
   * Its resources as they were judged, in order of id; probes may be left out, and so may what is settled at a glance. Walked
   * once.
   */
  readonly judged: (isSettled: (glance: Glance) => boolean) => Iterable<Judged>;
  /** These tell what older runs know of what it did not see open. Left out if there are none. */
  readonly recallOpen?: RecallOpen;
  readonly recallJudged?: RecallJudged;
  readonly recallBehind?: RecallBehind;
  readonly recallWhole?: RecallWhole;
}

/** The later of two runs, taken in completely. */
export interface Later {
  readonly snapshot: Snapshot;
  readonly intake: Intake;
}
