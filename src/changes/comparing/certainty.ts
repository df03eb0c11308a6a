import { hiddenRows, leadsOn, closedRows, rowsWhere } from './hidden-rows.js';
import { urlAfter, type Comparison } from './comparison.js';

/** What can be told of addresses that only one of the two runs knows: the other may not have been able to see them. */
export interface Certainty {
  /** A row of the later run that was not there before. */
  readonly isNew: (row: number) => boolean;
  /** A row of the earlier run that nothing leads to any more. */
  readonly isGone: (row: number) => boolean;
  /** A row of the later run that older ones had come across, though the earlier does not know it. */
  readonly wasKnown: (row: number) => boolean;
}

/**
 * Weighs what the two runs did not see: an incomplete run may have missed anything, and pages that could not be read hide what is
 * behind them. Reads no older run if the earlier one saw everything.
 */
export function weigh(comparison: Comparison): Certainty {
  const { before, after, alignment, remembered = new Set(), kept = new Set() } = comparison;
  const hidden = hiddenRows(before.snapshot, alignment.before, alignment.after, [
    ...closedRows(alignment.before, alignment.after),
    ...kept,
  ]);
  const unseen = hiddenRows(after.snapshot, alignment.after, alignment.before);
  const { wasSeen, wasAbsent } = askBehind(comparison, unseen);
  const isWhole = after.snapshot.run.complete;
  const wasWhole = before.snapshot.run.complete;
  return {
    isNew: (row) => wasWhole && !remembered.has(row) && (unseen[row] === 0 || wasAbsent(row)),
    isGone: (row) => isWhole && hidden[row] === 0 && !kept.has(row),
    wasKnown: (row) => remembered.has(row) || wasSeen(row),
  };
}

/** What older runs tell of rows of the later run behind pages that the earlier could not read. */
interface SeenBehind {
  readonly wasSeen: (row: number) => boolean;
  /** It was not there when these pages were last read. */
  readonly wasAbsent: (row: number) => boolean;
}

function askBehind(comparison: Comparison, unseen: Uint8Array): SeenBehind {
  const { before, after, alignment } = comparison;
  const rows = rowsWhere(alignment.after, (row) => unseen[row] === 1);
  if (rows.length === 0) return { wasSeen: () => false, wasAbsent: () => false };
  const urlOf = (row: number): string => urlAfter(comparison, row);
  const { seen, unread } = before.recall.behind(
    closedRows(alignment.after, alignment.before).map(urlOf),
    new Map(rows.map((row) => [urlOf(row), { leadsOn: leadsOn(alignment.after.traitsOf(row)) }])),
  );
  const known = new Set(rows.filter((row) => seen.has(urlOf(row))));
  const unsure = hiddenRows(
    after.snapshot,
    alignment.after,
    alignment.before,
    unread.map(alignment.after.urls.find),
  );
  return {
    wasSeen: (row) => known.has(row),
    wasAbsent: (row) => unseen[row] === 1 && unsure[row] === 0 && !known.has(row),
  };
}
