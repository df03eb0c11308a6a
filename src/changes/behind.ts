import type { ChangeKind } from '../model/change.js';
import type { Draft } from './draft.js';
import { hiddenRows, lostRows } from './excuses.js';
import { findDrafts, type Comparison } from './find.js';
import { meet } from './meet.js';

/** What arrived or was updated there, the earlier run and what it recalls tell. */
const missed: ReadonlySet<ChangeKind> = new Set(['moved', 'removed', 'broke', 'fixed']);

/**
 * What became of all that lay behind pages that the earlier run could not read and the later can, set beside the last run that read
 * them; `null` where there is nothing of the kind. Of everything else the earlier run is the better witness.
 */
export function findBehind(
  { before, after, meeting, byName }: Comparison,
  told: readonly Draft[],
): { readonly comparison: Comparison; readonly drafts: readonly Draft[] } | null {
  if (!before.snapshot.run.complete || before.recallWhole === undefined) return null;
  const pages = lostRows(meeting.after, meeting.before).map(
    (row) => after.snapshot.resource(meeting.after.idOf(row))?.url ?? '',
  );
  const whole = pages.length === 0 ? null : before.recallWhole(pages);
  if (whole === null) return null;
  const comparison: Comparison = { before: whole, after, meeting: meet(whole, after), byName };
  const { before: past } = comparison.meeting;
  const hidden = hiddenRows(whole.snapshot, past, meeting.before);
  const down = new Set(told.filter(({ subject }) => subject === 'host').map(({ url }) => url));
  const drafts = findDrafts(comparison).filter(
    ({ kind, subject, before: row, url }) =>
      missed.has(kind) && row >= 0 && hidden[row] === 1 && !(subject === 'host' && down.has(url)),
  );
  return drafts.length === 0 ? null : { comparison, drafts };
}
