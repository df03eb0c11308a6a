import { evidence } from '../intake/content.js';
import type { Alignment } from './align.js';
import { describeArrivals } from './arrivals.js';
import { weigh } from './certainty.js';
import { urlBefore, type Comparison } from './comparison.js';
import type { Redirection } from './differences.js';
import { draft, type ChangeDraft } from './draft.js';
import { withoutEnds } from './ends.js';
import { findMoves } from './moves.js';
import { findOutages } from './outages.js';
import { findUpdates } from './updates.js';

/**
 * Everything that changed. What an incomplete run did not see was not removed; what it did not see broken was not fixed;
 * and what is behind pages that the other run could not read is neither new nor removed.
 */
export function findDrafts(comparison: Comparison): readonly ChangeDraft[] {
  const { after, alignment } = comparison;
  const certainty = weigh(comparison);
  const { isNew, isGone } = certainty;
  const gone = alignment.departed.filter(isGone);
  const vanished = gone.filter((row) => wasOpen(alignment, row));
  const { broken, repaired } = withoutEnds(comparison, {
    broken: alignment.broken.filter((one) => one.before >= 0 || isNew(one.after)),
    repaired: after.snapshot.run.complete ? alignment.repaired : [],
  });
  const missing = broken.filter(({ isMissing, before: row }) => isMissing && row >= 0);
  const targets = new Set(alignment.redirected.map(({ to }) => alignment.after.urls.find(to)));
  const arrived = alignment.arrived.filter((row) => !targets.has(row));
  const moves = findMoves(comparison, {
    gone: [...vanished, ...missing.map((one) => one.before).filter((row) => wasOpen(alignment, row))],
    arrived,
  });
  const left = new Set(moves.map((move) => move.before));
  const settled = new Set(moves.map((move) => move.after));
  return [
    ...describeArrivals(
      comparison,
      arrived.filter((row) => isNew(row) && !settled.has(row)),
      certainty,
    ),
    ...findUpdates(comparison, certainty),
    ...alignment.redirected
      .filter((one) => isElsewhere(urlBefore(comparison, one.before), one.to))
      .map((one) => describeRedirection(one, alignment)),
    ...moves,
    ...vanished.filter((row) => !left.has(row)).map((row) => describeUnlinked('removed', row, alignment)),
    ...findOutages({ ...alignment, broken, repaired }).filter(
      ({ kind, before: row }) => kind !== 'broke' || !left.has(row),
    ),
    ...gone
      .filter((row) => alignment.pastOf(row).state === 'broken')
      .map((row) => describeUnlinked('fixed', row, alignment)),
  ];
}

function wasOpen({ pastOf }: Alignment, row: number): boolean {
  const { state, subject, redirects } = pastOf(row);
  return state === 'opens' && subject !== 'other' && !redirects;
}

function describeUnlinked(kind: 'removed' | 'fixed', before: number, { pastOf }: Alignment): ChangeDraft {
  return draft({
    kind,
    subject: pastOf(before).subject,
    before,
    evidence: [evidence('links', 'linked', null)],
  });
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
