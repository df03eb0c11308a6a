import { evidence } from '../intake/content.js';
import type { Alignment } from './align.js';
import { describeArrivals } from './arrivals.js';
import { weigh, type Certainty } from './certainty.js';
import { urlBefore, type Comparison } from './comparison.js';
import type { Redirection } from './differences.js';
import { draft, type ChangeDraft } from './draft.js';
import { withoutEnds, type Turns } from './ends.js';
import { findMoves } from './moves.js';
import { findOutages } from './outages.js';
import { findUpdates } from './updates.js';

/**
 * Everything that changed. What an incomplete run did not see was not removed; what it did not see broken was not fixed;
 * and what is behind pages that the other run could not read is neither new nor removed.
 */
export function findDrafts(comparison: Comparison): readonly ChangeDraft[] {
  const { alignment } = comparison;
  const certainty = weigh(comparison);
  const turns = certainTurns(comparison, certainty);
  const gone = alignment.departed.filter(certainty.isGone);
  const vanished = gone.filter((row) => wasOpen(alignment, row));
  const arrived = arrivedByThemselves(alignment);
  const moves = findMoves(comparison, { gone: [...vanished, ...missingNow(turns, alignment)], arrived });
  const movedFrom = new Set(moves.map((move) => move.before));
  const movedTo = new Set(moves.map((move) => move.after));
  const isNews = (row: number): boolean => certainty.isNew(row) && !movedTo.has(row);
  const hasStayed = (row: number): boolean => !movedFrom.has(row);
  return [
    ...describeArrivals(comparison, arrived.filter(isNews), certainty),
    ...findUpdates(comparison, certainty),
    ...describeRedirections(comparison),
    ...moves,
    ...describeUnlinked('removed', vanished.filter(hasStayed), alignment),
    ...findOutages({ ...alignment, ...turns }).filter((one) => one.kind !== 'broke' || hasStayed(one.before)),
    ...describeUnlinked(
      'fixed',
      gone.filter((row) => alignment.pastOf(row).state === 'broken'),
      alignment,
    ),
  ];
}

/** What broke and what was repaired, as far as these two runs can tell. */
function certainTurns(comparison: Comparison, { isNew }: Certainty): Turns {
  const { after, alignment } = comparison;
  return withoutEnds(comparison, {
    broken: alignment.broken.filter((one) => one.before >= 0 || isNew(one.after)),
    repaired: after.snapshot.run.complete ? alignment.repaired : [],
  });
}

/** Rows of the earlier run that opened and now are not there, as the server says. */
function missingNow({ broken }: Turns, alignment: Alignment): readonly number[] {
  return broken
    .filter(({ isMissing, before }) => isMissing && before >= 0 && wasOpen(alignment, before))
    .map(({ before }) => before);
}

/** Where something redirects now has not arrived by itself. */
function arrivedByThemselves({ after, arrived, redirected }: Alignment): readonly number[] {
  const targets = new Set(redirected.map(({ to }) => after.urls.find(to)));
  return arrived.filter((row) => !targets.has(row));
}

function wasOpen({ pastOf }: Alignment, row: number): boolean {
  const { state, subject, redirects } = pastOf(row);
  return state === 'opens' && subject !== 'other' && !redirects;
}

function describeUnlinked(
  kind: 'removed' | 'fixed',
  rows: readonly number[],
  { pastOf }: Alignment,
): readonly ChangeDraft[] {
  const why = [evidence('links', 'linked', null)];
  return rows.map((before) => draft({ kind, subject: pastOf(before).subject, before, evidence: why }));
}

function describeRedirections(comparison: Comparison): readonly ChangeDraft[] {
  return comparison.alignment.redirected
    .filter((one) => isElsewhere(urlBefore(comparison, one.before), one.to))
    .map((one) => describeRedirection(one, comparison.alignment));
}

/** Another spelling of the same place (scheme, final slash, case, query) is not a move. */
function isElsewhere(url: string, to: string): boolean {
  return plain(url) !== plain(to);
}

function plain(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/(?=$|[?#])/gi, '').toLowerCase();
}

function describeRedirection({ before, after, to }: Redirection, alignment: Alignment): ChangeDraft {
  const row = alignment.after.urls.find(to);
  const { subject } = alignment.pastOf(before);
  return draft({
    kind: 'moved',
    subject,
    before,
    after: row < 0 ? after : row,
    url: to,
    evidence: [evidence('redirect', null, to)],
  });
}
