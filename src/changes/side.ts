import type { Judged } from '../model/judged.js';
import type { Glance } from '../model/print.js';
import type { Resource } from '../model/resource.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Intake } from './intake/intake.js';

/** No more addresses are recalled at once: more come from a host that was down, and are told of as one. */
export const mostRecalled = 10_000;

/**
 * For each address the resource as it last opened by itself, where a run before the earlier one saw that; with `recallSince` one
 * between the two, which was compared with the earlier one as well.
 */
export type RecallOpen = (urls: readonly string[]) => ReadonlyMap<string, Resource>;

/**
 * For each address how the last run before the earlier one that could tell whether it opens judged it, in the order of the runs, the
 * newest first; `recallUp` asks only runs in which its host was not down.
 */
export type RecallJudged = (urls: readonly string[]) => ReadonlyMap<string, Judged>;

/** What runs before the earlier one knew of some addresses. */
export interface KnownBehind {
  readonly seen: ReadonlySet<string>;
  /** Pages that opened in no complete run that was looked at. What other pages lead to and was not seen was not there. */
  readonly unread: readonly string[];
}

/**
 * Which of `urls` were known to runs before the earlier one, back to when each of `pages` had opened in a complete one; so must have
 * those of `urls` that lead on, if they were known.
 */
export type RecallBehind = (
  pages: readonly string[],
  urls: ReadonlyMap<string, { readonly leadsOn: boolean }>,
) => KnownBehind;

/** A complete run before the earlier one, and the addresses that it is recalled for. Runs before it are only asked what opened. */
export interface Recollection {
  readonly earlier: Earlier;
  readonly urls: readonly string[];
}

/**
 * For each address a complete run, the newest run first: `recallWhole` the last in which it opened, `recallWithout` the last that did
 * not know it. Addresses for which there is none are left out.
 */
export type RecallRuns = (urls: readonly string[]) => readonly Recollection[];

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
  readonly recallSince?: RecallOpen;
  readonly recallJudged?: RecallJudged;
  readonly recallUp?: RecallJudged;
  readonly recallBehind?: RecallBehind;
  readonly recallWhole?: RecallRuns;
  readonly recallWithout?: RecallRuns;
}

/** The later of two runs, taken in completely. */
export interface Later {
  readonly snapshot: Snapshot;
  readonly intake: Intake;
}
