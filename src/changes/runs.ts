import type { Judged } from '../model/judged.js';
import type { Glance } from '../model/print.js';
import type { Resource } from '../model/resource.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Intake } from './intake/intake.js';

/** No more addresses are recalled at once: more come from a host that was down, and are told of as one. */
export const mostRecalled = 10_000;

/** What runs before the earlier one knew of some addresses. */
export interface KnownBehind {
  readonly seen: ReadonlySet<string>;
  /** Pages that opened in no complete run that was looked at. What other pages lead to and was not seen was not there. */
  readonly unread: readonly string[];
}

/**
 * A complete run before the earlier one, and the addresses that it is recalled for. Runs before it are only asked what opened.
 */
export interface Recollection {
  readonly earlier: Earlier;
  readonly urls: readonly string[];
}

/** What runs before the earlier one tell of what it did not see open. The newest that knows is the one that answers. */
export interface Recall {
  /** Each address as it last opened by itself. */
  readonly open: (urls: readonly string[]) => ReadonlyMap<string, Resource>;
  /** The same in runs between the two that are compared, which were compared with the earlier one as well. */
  readonly since: Recall['open'];
  /** Each address as the last run judged it that could tell whether it opens, in the order of the runs. */
  readonly judged: (urls: readonly string[]) => ReadonlyMap<string, Judged>;
  /** The same in runs in which its host was not down. */
  readonly up: Recall['judged'];
  /**
   * Which of `urls` were there, back to when each of `pages` had opened in a complete run; so must have those of `urls` that lead
   * on, if they were there.
   */
  readonly behind: (
    pages: readonly string[],
    urls: ReadonlyMap<string, { readonly leadsOn: boolean }>,
  ) => KnownBehind;
  /** For each address the last complete run in which it opened, the newest run first. */
  readonly whole: (urls: readonly string[]) => readonly Recollection[];
  /** For each address the last complete run that did not know it, the newest run first. */
  readonly without: Recall['whole'];
}

/** Where there are no older runs. */
export const nothingRecalled: Recall = {
  open: () => new Map(),
  since: () => new Map(),
  judged: () => new Map(),
  up: () => new Map(),
  behind: (pages) => ({ seen: new Set(), unread: pages }),
  whole: () => [],
  without: () => [],
};

/** The earlier of two runs that are compared. */
export interface Earlier {
  readonly snapshot: Snapshot;
  /**
   * Its resources as they were judged, in order of id; probes may be left out, and so may what is settled at a glance. Walked
   * once.
   */
  readonly judged: (isSettled: (glance: Glance) => boolean) => Iterable<Judged>;
  readonly recall: Recall;
}

/** The later of two runs, taken in completely. */
export interface Later {
  readonly snapshot: Snapshot;
  readonly intake: Intake;
}
