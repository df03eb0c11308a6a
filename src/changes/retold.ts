import type { ChangeEvidence } from '../model/change.js';
import { evidence } from './content.js';
import type { Inventory } from './inventory.js';
import type { Meeting, Pair } from './meet.js';
import type { Earlier, Later } from './side.js';
import type { ToldDate } from './told.js';

/** What a page's table says was updated since. */
export interface Retold extends Pair {
  readonly evidence: ChangeEvidence;
}

interface Sides {
  readonly before: Earlier;
  readonly after: Later;
  readonly meeting: Meeting;
  /** Whether a page of the later run is new, rather than one that the earlier did not get to see. */
  readonly isNews: (row: number) => boolean;
}

/** What both runs know, and pages date otherwise than before; whether its content could be seen or not. */
export function findRetold({ before, after, meeting, isNews }: Sides): readonly Retold[] {
  const { addresses, entries } = after.intake.told;
  const found = new Map<number, Retold>();
  for (const [entry, now] of entries.entries()) {
    const was = meeting.told.entries[meeting.told.addresses.findFrom(addresses, entry)];
    if (was === undefined || was.day === now.day || !isComparable(was, now, meeting, isNews)) continue;
    // A page that dates things to the day of each visit says nothing.
    if (saysToday(was, before) && saysToday(now, after)) continue;
    const pair = pairOf(meeting.after.urls.findFrom(addresses, entry), after, meeting);
    if (pair !== null)
      found.set(pair.after, { ...pair, evidence: evidence('update-table', was.day, now.day) });
  }
  return [...found.values()];
}

/** One page says it of both; or another says something later, and would have been heard before. */
function isComparable(
  was: ToldDate,
  now: ToldDate,
  { before, after }: Meeting,
  isNews: Sides['isNews'],
): boolean {
  const known = before.urls.findFrom(after.urls, now.page);
  if (known === was.page) return true;
  if (now.day < was.day) return false;
  return known < 0 ? isNews(now.page) : isSeen(before, known);
}

function isSeen({ traitsOf }: Inventory, row: number): boolean {
  const { state, isRead } = traitsOf(row);
  return state === 'opens' && isRead;
}

function saysToday({ day }: ToldDate, { snapshot }: Earlier | Later): boolean {
  return new Date(snapshot.run.startedAt).toISOString().startsWith(day);
}

/** The resource in both runs; of one that redirects in both, where it leads. What is broken is told of as that. */
function pairOf(row: number, { intake }: Later, { before, after }: Meeting): Pair | null {
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
