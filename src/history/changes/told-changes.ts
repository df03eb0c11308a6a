import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import { originOf } from '../../kit/urls/url.js';
import { byKind, type Change, type HeadsUp } from '../../model/change.js';
import { seesAll, type Report } from '../../model/report.js';
import { claimOf, claimsAfter, isAboutOpening, isAboutPresence } from './claims.js';
import type { Ledger } from '../ledger.js';
import type { Reversals } from './reversals.js';

/** Of either sort the most recent are kept: those are what people still wait for. */
const mostStanding = 1000;
const mostEnded = 10_000;
/** As many as one heads-up lists, and as many that the night could not show. */
const mostTold = 20_000;

/**
 * What a run that was noted is the first to tell. Until a run sees everything, later ones are compared with the same run again
 * and find the same changes; that one of them is over, they do not find.
 */
export function untold(
  ledger: Ledger,
  { run, changes }: Report,
  { undone, over, standing }: Reversals,
): HeadsUp | undefined {
  if (changes === undefined || ledger.run !== run.id) return changes;
  const told = new Set(ledger.changes);
  const claims = new Set([...standing, ...over].flatMap(claimsAfter));
  const isToldOfHost = toldOfHosts(standing);
  const totals = { ...changes.totals };
  const left = changes.changes.filter((change) => {
    const isNew = !told.has(keyOf(change)) && !claims.has(claimOf(change)) && !isToldOfHost(change);
    if (!isNew) totals[change.kind]--;
    return isNew;
  });
  for (const { kind } of undone) totals[kind]++;
  const all = [...left, ...undone].sort(byKind);
  return { ...changes, totals, changes: all };
}

/** Whether a change says of one address what was told of its whole host: tonight nothing else of that was seen. */
function toldOfHosts(standing: readonly Change[]): (change: Change) => boolean {
  const down = standing.filter(({ kind, subject }) => kind === 'broke' && subject === 'host');
  const origins = new Set(down.map(({ url }) => originOf(url)));
  return ({ kind, subject, url }) => kind === 'broke' && subject !== 'task' && origins.has(originOf(url));
}

/** What a run that was noted told to be undone, in both its parts if it was resumed, unless that is not so either. */
export function allUndone(
  ledger: Ledger,
  { run, changes }: Report,
  { undone }: Pick<Reversals, 'undone'>,
): readonly Change[] {
  if (ledger.run !== run.id) return undone;
  const anew = new Set([...(changes?.changes ?? []), ...undone].map(({ url }) => url));
  return [...ledger.undone.filter(({ url }) => !anew.has(url)), ...undone];
}

/** Notes the changes that a run tells, as long as later runs may find them again, or their end. Pure. */
export function noteChanges(ledger: Ledger, report: Report, { undone, over, standing }: Reversals): Ledger {
  const { run, changes } = report;
  if (ledger.run !== run.id) return ledger;
  const found = changes?.changes ?? [];
  // What went may come back behind a page that no run can read, or seem to have gone only when that is read again: that it was
  // there before says nothing then.
  const again = seesAll(run) ? found.filter(({ kind }) => kind === 'removed' || kind === 'moved') : found;
  const claims = new Set(found.map(claimOf));
  const unseen = standing.filter((one) => !claims.has(claimOf(one)));
  const within = new Set(unseen.flatMap(claimsAfter));
  const isToldOfHost = toldOfHosts(unseen);
  const added = again.filter((one) => !within.has(claimOf(one)) && !isToldOfHost(one));
  return {
    ...ledger,
    changes: seesAll(run) ? [] : [...toldOtherwise(ledger, found), ...found.map(keyOf)].slice(-mostTold),
    standing: [isAboutOpening, isAboutPresence].flatMap((isSuch) =>
      [...unseen, ...added].filter(isSuch).slice(-mostStanding),
    ),
    undone: [...allUndone(ledger, report, { undone })],
    ended: seesAll(run) ? [] : [...new Set([...ledger.ended, ...over.map(({ id }) => id)])].slice(-mostEnded),
  };
}

/** What was told before and this run does not find: the page that showed it may be out of order for a night. */
function toldOtherwise({ changes }: Ledger, found: readonly Change[]): readonly string[] {
  const ids = new Set(found.map(({ id }) => id));
  return changes.filter((key) => !ids.has(key.split(' ', 1)[0] ?? ''));
}

/**
 * The id of a change between two runs, and what is told of its content. Whether documents of a task open may change by itself.
 */
function keyOf({ id, evidence }: Change): string {
  const told = evidence.filter(({ kind }) => kind !== 'task').map(({ after }) => after);
  return `${id} ${fingerprint(JSON.stringify(told))}`;
}
