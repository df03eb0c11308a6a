import type { ChangeKind } from '../model/change.js';
import type { ChangeDraft } from './draft.js';
import { hiddenRows, lostRows } from './excuses.js';
import { findDrafts, type Comparison } from './find.js';
import { meet } from './meet.js';
import type { Recollection } from './side.js';

/** What arrived or was updated there, the earlier run and what it recalls tell. */
const missed: ReadonlySet<ChangeKind> = new Set(['moved', 'removed', 'broke', 'fixed']);

/** Changes against a run other than the earlier one. */
export interface Behind {
  readonly comparison: Comparison;
  readonly drafts: readonly ChangeDraft[];
}

/**
 * What became of all that lay behind pages that the earlier run could not read and the later can, set beside the last run that read
 * them. Of everything else the earlier run is the better witness.
 */
export function findBehind(comparison: Comparison, told: readonly ChangeDraft[]): readonly Behind[] {
  const { before, after, meeting } = comparison;
  if (!before.snapshot.run.complete || before.recallWhole === undefined) return [];
  const pages = lostRows(meeting.after, meeting.before).map(
    (row) => after.snapshot.resource(meeting.after.idOf(row))?.url ?? '',
  );
  if (pages.length === 0) return [];
  const known = new Set(told.filter(({ subject }) => subject === 'host').map(({ url }) => url));
  return before.recallWhole(pages).map((one) => {
    const found = compareWith(one, comparison);
    const urlOf = ({ before: row, url }: ChangeDraft): string | null =>
      url ?? one.earlier.snapshot.resource(found.comparison.meeting.before.idOf(row))?.url ?? null;
    const drafts = found.drafts.filter((each) => !known.has(urlOf(each)));
    for (const each of drafts) known.add(urlOf(each));
    return { ...found, drafts };
  });
}

function compareWith({ earlier, pages }: Recollection, { after, meeting, byName }: Comparison): Behind {
  const comparison: Comparison = { before: earlier, after, meeting: meet(earlier, after), byName };
  const { before: past } = comparison.meeting;
  const rows = pages.map((page) => past.urls.find(page)).filter((row) => row >= 0);
  const hidden = hiddenRows(earlier.snapshot, past, meeting.before, rows);
  const drafts = findDrafts(comparison).filter(
    ({ kind, before: row }) => missed.has(kind) && row >= 0 && hidden[row] === 1,
  );
  return { comparison, drafts };
}
