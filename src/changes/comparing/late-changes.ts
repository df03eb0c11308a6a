import { originOf } from '../../kit/urls/url.js';
import type { ChangeKind } from '../../model/change.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Inventory } from '../intake/inventory.js';
import type { ChangeDraft } from './draft.js';
import { hiddenRows, lostRows, rowsWhere } from './hidden-rows.js';
import type { Comparison } from './comparison.js';
import { findDrafts } from './find.js';
import { align } from './align.js';
import { traitsFrom, type Traits } from '../intake/traits.js';
import type { Earlier, RecallJudged, Recollection } from '../side.js';

/** What arrived or was updated behind pages is found by comparing with the earlier run and with what that recalls. */
const missed: ReadonlySet<ChangeKind> = new Set(['moved', 'removed', 'broke', 'fixed']);

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
 * What became of everything behind pages that the earlier run could not read, compared with the last run that read them, and of what
 * no run could tell before. For everything else the earlier run is the better witness.
 */
export function findLateChanges(comparison: Comparison): Late {
  if (!comparison.before.snapshot.run.complete)
    return { changes: [], remembered: new Set(), kept: new Set() };
  const behind = behindPages(comparison);
  return {
    changes: [...behind, ...unsettledArrivals(comparison)],
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
    const { before, after, alignment } = found.comparison;
    const addressOf = ({ before: row, after: now, url }: ChangeDraft): string =>
      url ?? (row < 0 ? urlAt(after, alignment.after, now) : urlAt(before, alignment.before, row));
    const drafts = found.drafts.filter((each) => !known.has(addressOf(each)));
    for (const each of drafts) known.add(addressOf(each));
    return { ...found, drafts };
  });
}

interface Behind extends LateChanges {
  readonly remembered: readonly number[];
  readonly kept: readonly number[];
  /** Pages that did not open in the run that was recalled. */
  readonly closed: readonly string[];
}

/** A page may have failed behind another one before that failed, too: then an older run is the last that read it. */
function behindPages(comparison: Comparison): readonly Behind[] {
  const { before, after, alignment } = comparison;
  const found: Behind[] = [];
  const opening = lostRows(alignment.after, alignment.before).map((row) =>
    urlAt(after, alignment.after, row),
  );
  let pages = new Set([...opening, ...closedPages(comparison)]);
  const asked = new Set<string>();
  while (pages.size > 0) {
    for (const page of pages) asked.add(page);
    const late = (before.recallWhole?.([...pages]) ?? []).map((one) => compareWith(one, comparison));
    found.push(...late);
    pages = new Set(late.flatMap(({ closed }) => closed).filter((page) => !asked.has(page)));
  }
  return withoutStale(found, before);
}

/** What broke or was repaired behind pages while these did not open may have been seen, and told, where it was linked from elsewhere. */
function withoutStale(found: readonly Behind[], { recallJudged }: Earlier): readonly Behind[] {
  const addressOf = ({ comparison: { before, alignment } }: Behind, draft: ChangeDraft): string =>
    urlAt(before, alignment.before, draft.before);
  const urls = found.flatMap((one) =>
    one.drafts.filter(({ kind }) => kind in stateAfter).map((draft) => addressOf(one, draft)),
  );
  const judged = urls.length === 0 ? undefined : recallJudged?.([...new Set(urls)]);
  const isStale = (one: Behind, draft: ChangeDraft): boolean => {
    const last = judged?.get(addressOf(one, draft));
    return last !== undefined && traitsFrom(last).state === stateAfter[draft.kind];
  };
  return found.map((one) => ({ ...one, drafts: one.drafts.filter((draft) => !isStale(one, draft)) }));
}

const stateAfter: Partial<Record<ChangeKind, Traits['state']>> = { broke: 'broken', fixed: 'opens' };

/**
 * Pages that the earlier run could not read, whatever became of them: what was behind them may now be linked from elsewhere, may
 * still be linked there and nowhere else, and where they are linked no more, it went with them.
 */
function closedPages({ before, alignment }: Comparison): readonly string[] {
  const { arrived, absent, broken } = alignment;
  if (arrived.length + absent.length === 0 && broken.every((one) => one.before >= 0)) return [];
  // Where a redirect leads is a row of its own.
  const isClosed = (row: number): boolean => {
    const { state, redirects } = alignment.before.traitsOf(row);
    return state !== 'opens' && !redirects;
  };
  return pagesAt(before, alignment.before, rowsWhere(alignment.before, isClosed));
}

function compareWith({ earlier: run, urls }: Recollection, { after, alignment, byName }: Comparison): Behind {
  // What the earlier run knows is compared with that.
  const ofHidden = (recall: RecallJudged): RecallJudged => {
    return (wanted) => recall(wanted.filter((url) => alignment.before.urls.find(url) < 0));
  };
  const earlier: Earlier = {
    ...run,
    ...(run.recallJudged === undefined ? {} : { recallJudged: ofHidden(run.recallJudged) }),
    ...(run.recallUp === undefined ? {} : { recallUp: ofHidden(run.recallUp) }),
  };
  const comparison: Comparison = { before: earlier, after, alignment: align(earlier, after), byName };
  const { before: past, firstSettled } = comparison.alignment;
  const pages = urls.map((page) => past.urls.find(page)).filter((row) => row >= 0);
  const stillLost = new Set(lostRows(past, alignment.after));
  const stillClosed = pages.filter((row) => stillLost.has(row));
  const hidden = hiddenRows(earlier.snapshot, past, alignment.before, pages);
  const unseen = hiddenRows(earlier.snapshot, past, alignment.after, stillClosed);
  const rows = rowsWhere(past, (row) => hidden[row] === 1);
  return {
    comparison,
    drafts: findDrafts(comparison).filter(
      ({ kind, before: row, subject, url }) =>
        missed.has(kind) &&
        row >= 0 &&
        hidden[row] === 1 &&
        // That the host is back was told when the earlier run saw it.
        !(subject === 'host' && kind === 'fixed' && alignment.wasUp(originOf(url ?? ''))),
    ),
    remembered: sameRows(rows, past, alignment.after).filter((row) => !firstSettled.includes(row)),
    kept: sameRows(
      rowsWhere(past, (row) => unseen[row] === 1),
      past,
      alignment.before,
    ),
    closed: pagesAt(
      earlier,
      past,
      rows.filter((row) => past.traitsOf(row).state !== 'opens'),
    ),
  };
}

/**
 * What was throttled, behind a sign-in or on a host that was down, whenever it was asked for since it came, and what is behind it: the
 * first run that can tell what is there is the first that can tell that it is new.
 */
function unsettledArrivals({ before, after, alignment, byName }: Comparison): readonly LateChanges[] {
  const urls = alignment.firstSettled.map((row) => urlAt(after, alignment.after, row));
  if (urls.length === 0) return [];
  return (before.recallWithout?.(urls) ?? []).map((one) => {
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

interface Side {
  readonly snapshot: Snapshot;
}

function urlAt({ snapshot }: Side, inventory: Inventory, row: number): string {
  return snapshot.resource(inventory.idOf(row))?.url ?? '';
}

/** The addresses of those rows that pages are expected at. */
function pagesAt({ snapshot }: Side, inventory: Inventory, rows: readonly number[]): readonly string[] {
  return rows.flatMap((row) => {
    const resource = snapshot.resource(inventory.idOf(row));
    return resource === null || resource.role === 'check' ? [] : [resource.url];
  });
}

/** The rows of the same addresses in another run, as far as that knows them. */
function sameRows(rows: readonly number[], { urls }: Inventory, other: Inventory): readonly number[] {
  return rows.map((row) => other.urls.findFrom(urls, row)).filter((row) => row >= 0);
}
