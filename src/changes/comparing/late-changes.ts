import type { ChangeKind } from '../../model/change.js';
import { align } from './align.js';
import { changesBehindPages } from './behind-pages.js';
import { urlAfter, urlBefore, type Comparison } from './comparison.js';
import type { ChangeDraft } from './draft.js';
import { findDrafts } from './find.js';
import { hiddenRows } from './hidden-rows.js';

const arrivals: ReadonlySet<ChangeKind> = new Set(['new', 'localised', 'moved', 'updated', 'broke']);

/** Changes since a run before the earlier one. */
export interface LateChanges {
  readonly comparison: Comparison;
  readonly drafts: readonly ChangeDraft[];
}

/** What runs before the earlier one show. */
export interface Late {
  readonly changes: readonly LateChanges[];
  /** Rows of the later run that were behind pages when these were last read. The earlier run does not know them. */
  readonly remembered: ReadonlySet<number>;
  /** Rows of the earlier run to which pages led that neither run could read, when these were last read: they may still. */
  readonly kept: ReadonlySet<number>;
}

/**
 * What became of everything behind pages that the earlier run could not read, compared with the last run that read them, and of
 * what no run could tell before. For everything else the earlier run is the better witness.
 */
export function findLateChanges(comparison: Comparison): Late {
  if (!comparison.before.snapshot.run.complete)
    return { changes: [], remembered: new Set(), kept: new Set() };
  const behind = changesBehindPages(comparison);
  return {
    changes: [...behind, ...undecidedArrivals(comparison)],
    remembered: new Set(behind.flatMap(({ remembered }) => remembered)),
    kept: new Set(behind.flatMap(({ kept }) => kept)),
  };
}

/** Each address in one change at most, and none on a host that `seen`, the changes since the earlier run, tell of as one. */
export function withoutRepeats(
  late: readonly LateChanges[],
  seen: readonly ChangeDraft[],
): readonly LateChanges[] {
  const known = new Set(seen.filter(({ subject }) => subject === 'host').map(({ url }) => url));
  return late.map((found) => {
    const addressOf = ({ before, after, url }: ChangeDraft): string =>
      url ?? (before < 0 ? urlAfter(found.comparison, after) : urlBefore(found.comparison, before));
    const drafts = found.drafts.filter((each) => !known.has(addressOf(each)));
    for (const each of drafts) known.add(addressOf(each));
    return { ...found, drafts };
  });
}

/**
 * What was throttled, behind a sign-in or on a host that was down, whenever it was asked for since it came, and what is behind
 * it: the first run that can tell what is there is the first that can tell that it is new.
 */
function undecidedArrivals(now: Comparison): readonly LateChanges[] {
  const { before, after, alignment, byName } = now;
  const urls = alignment.firstDecided.map((row) => urlAfter(now, row));
  if (urls.length === 0) return [];
  return before.recall.without(urls).map((one) => {
    const comparison = { before: one.earlier, after, alignment: align(one.earlier, after), byName };
    const rows = one.urls.map(alignment.after.urls.find);
    const behind = hiddenRows(after.snapshot, alignment.after, alignment.before, [...rows]);
    const isWanted = new Set(rows);
    const drafts = findDrafts(comparison).filter(
      ({ kind, after: row }) => arrivals.has(kind) && (isWanted.has(row) || behind[row] === 1),
    );
    return { comparison, drafts };
  });
}
