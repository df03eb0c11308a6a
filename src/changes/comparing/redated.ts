import type { ChangeEvidence } from '../../model/change.js';
import { evidence } from '../intake/content.js';
import type { Inventory } from '../intake/inventory.js';
import type { Alignment } from './align.js';
import type { Certainty } from './certainty.js';
import type { Comparison } from './comparison.js';
import type { Pair } from './differences.js';
import type { Earlier, Later } from '../runs.js';
import type { UpdateDate } from '../intake/update-dates.js';

/** What a page's table says has been updated since. */
export interface Redated extends Pair {
  readonly evidence: ChangeEvidence;
}

/**
 * What both runs know and pages now give another date for, whether or not its content could be seen. `isNew` tells whether a page
 * of the later run is new, rather than one that the earlier did not get to see.
 */
export function findRedated(
  { before, after, alignment }: Comparison,
  { isNew }: Pick<Certainty, 'isNew'>,
): readonly Redated[] {
  const { addresses, entries } = after.intake.updateDates;
  const found = new Map<number, Redated>();
  for (const [entry, now] of entries.entries()) {
    const was = alignment.updateDates.entries[alignment.updateDates.addresses.findFrom(addresses, entry)];
    if (was === undefined || was.day === now.day || !isComparable(was, now, alignment, isNew)) continue;
    // A page that dates things to the day of each visit says nothing.
    if (saysToday(was, before) && saysToday(now, after)) continue;
    const pair = pairOf(alignment.after.urls.findFrom(addresses, entry), after, alignment);
    if (pair !== null)
      found.set(pair.after, { ...pair, evidence: evidence('update-table', was.day, now.day) });
  }
  return [...found.values()];
}

/** Either one page gives both dates, or another gives a later one, and would have been read before as well. */
function isComparable(
  was: UpdateDate,
  now: UpdateDate,
  { before, after }: Alignment,
  isNew: Certainty['isNew'],
): boolean {
  const known = before.urls.findFrom(after.urls, now.page);
  if (known === was.page) return true;
  if (now.day < was.day) return false;
  return known < 0 ? isNew(now.page) : isSeen(before, known);
}

function isSeen({ traitsOf }: Inventory, row: number): boolean {
  const { state, isRead } = traitsOf(row);
  return state === 'opens' && isRead;
}

function saysToday({ day }: UpdateDate, { snapshot }: Earlier | Later): boolean {
  return new Date(snapshot.run.startedAt).toISOString().startsWith(day);
}

/** The resource in both runs, or where it leads if it redirects in both. What is broken is reported as broken instead. */
function pairOf(row: number, { intake }: Later, { before, after }: Alignment): Pair | null {
  const known = row < 0 ? -1 : before.urls.findFrom(after.urls, row);
  if (known < 0) return null;
  const [past, present] = [before.traitsOf(known), after.traitsOf(row)];
  if (past.state === 'broken' || present.state === 'broken') return null;
  if (present.state !== 'opens' || !(past.redirects || present.redirects))
    return { before: known, after: row };
  const end = past.redirects ? after.urls.find(intake.destinations.get(row) ?? '') : -1;
  const formerEnd = end < 0 ? -1 : before.urls.findFrom(after.urls, end);
  return formerEnd < 0 ? null : { before: formerEnd, after: end };
}
