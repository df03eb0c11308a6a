import type { ChangeKind } from '../../model/change.js';
import type { ChangeDraft } from './draft.js';
import { hiddenRows, lostRows } from './hidden-rows.js';
import { findDrafts, type Comparison } from './find.js';
import { align } from './align.js';
import type { Recollection } from '../side.js';

/** What arrived or was updated is found by comparing with the earlier run and with what that recalls. */
const missed: ReadonlySet<ChangeKind> = new Set(['moved', 'removed', 'broke', 'fixed']);

const arrivals: ReadonlySet<ChangeKind> = new Set(['new', 'localised', 'moved', 'updated', 'broke']);

/** Changes since a run before the earlier one. */
export interface LateChanges {
  readonly comparison: Comparison;
  readonly drafts: readonly ChangeDraft[];
}

/**
 * What became of everything behind pages that the earlier run could not read and the later one can, compared with the last run that
 * read them. For everything else the earlier run is the better witness. `seen` are the changes since the earlier run.
 */
export function findLateChanges(
  comparison: Comparison,
  seen: readonly ChangeDraft[],
): readonly LateChanges[] {
  if (!comparison.before.snapshot.run.complete) return [];
  const known = new Set(seen.filter(({ subject }) => subject === 'host').map(({ url }) => url));
  return [...behindPages(comparison), ...unsettledArrivals(comparison)].map((found) => {
    const { before, after, alignment } = found.comparison;
    const urlOf = ({ before: row, after: now, url }: ChangeDraft): string | null => {
      if (url !== null) return url;
      const one =
        row < 0
          ? after.snapshot.resource(alignment.after.idOf(now))
          : before.snapshot.resource(alignment.before.idOf(row));
      return one?.url ?? null;
    };
    const drafts = found.drafts.filter((each) => !known.has(urlOf(each)));
    for (const each of drafts) known.add(urlOf(each));
    return { ...found, drafts };
  });
}

/** A page may have failed behind another one before that failed, too: then an older run is the last that read it. */
function behindPages(comparison: Comparison): readonly LateChanges[] {
  const { before, after, alignment } = comparison;
  const urlsOf = (rows: readonly number[]): readonly string[] =>
    rows.map((row) => after.snapshot.resource(alignment.after.idOf(row))?.url ?? '');
  const found: LateChanges[] = [];
  let pages = urlsOf(lostRows(alignment.after, alignment.before));
  const asked = new Set<string>();
  while (pages.length > 0) {
    for (const page of pages) asked.add(page);
    const late = (before.recallWhole?.(pages) ?? []).map((one) => compareWith(one, comparison));
    found.push(...late);
    const closed = late.flatMap((one) =>
      lostRows(alignment.after, one.comparison.alignment.before).filter(
        (row) => alignment.before.urls.findFrom(alignment.after.urls, row) < 0,
      ),
    );
    pages = [...new Set(urlsOf(closed))].filter((page) => !asked.has(page));
  }
  return found;
}

/**
 * What was throttled, or behind a sign-in, whenever it was asked for since it came, and what is behind it: the first run that can
 * tell what is there is the first that can tell that it is new.
 */
function unsettledArrivals({ before, after, alignment, byName }: Comparison): readonly LateChanges[] {
  const urls = alignment.firstSettled.map(
    (row) => after.snapshot.resource(alignment.after.idOf(row))?.url ?? '',
  );
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

function compareWith({ earlier, urls }: Recollection, { after, alignment, byName }: Comparison): LateChanges {
  const comparison: Comparison = { before: earlier, after, alignment: align(earlier, after), byName };
  const { before: past } = comparison.alignment;
  const rows = urls.map((page) => past.urls.find(page)).filter((row) => row >= 0);
  const hidden = hiddenRows(earlier.snapshot, past, alignment.before, rows);
  const drafts = findDrafts(comparison).filter(
    ({ kind, before: row }) => missed.has(kind) && row >= 0 && hidden[row] === 1,
  );
  return { comparison, drafts };
}
