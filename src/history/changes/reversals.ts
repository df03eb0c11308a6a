import { groupBy } from '../../kit/collections/group-by.js';
import { originOf, withoutRootSlash } from '../../kit/urls/url.js';
import type { Change, ChangeKind } from '../../model/change.js';
import type { Report } from '../../model/report.js';
import { claimOf, isAboutOpening } from './claims.js';
import { fateOf, type Fate, type Witness } from './fates.js';
import type { Ledger } from '../ledger.js';

/** What became of what was told while nights could not be compared with each other. */
export interface Reversals {
  /** No longer so, which no comparison shows: the run compared with was before all of it. */
  readonly undone: readonly Change[];
  /** The same changes as they were told. */
  readonly over: readonly Change[];
  /** Still so, or not seen. */
  readonly standing: readonly Change[];
}

/** Checks what was told against what a run saw. Pure. */
export function findReversals(ledger: Ledger, report: Report, witness: Witness): Reversals {
  const { standing } = ledger;
  if (standing.length === 0 || report.changes === undefined) return { undone: [], over: [], standing };
  const decide = createDecision(ledger, report.changes.changes, report, witness);
  const undone: Change[] = [];
  const over: Change[] = [];
  const left: Change[] = [];
  for (const one of standing) {
    const fate = decide(one);
    if (fate === 'stands') left.push(one);
    if (fate === 'stands' || fate === 'moot') continue;
    const told: Change = fate === 'gone' ? { ...one, kind: 'new' } : one;
    undone.push(witness.undo(told, report.run, fate !== 'undone'));
    over.push(one);
  }
  return { undone, over, standing: left };
}

/** Decides what became of each change that stands, by what a run found itself and by what it saw. */
function createDecision(
  { standing, before }: Ledger,
  changes: readonly Change[],
  report: Report,
  witness: Witness,
): (one: Change) => Fate {
  const found = new Map(changes.map((one) => [claimOf(one), one]));
  // What is only found once more says nothing of what was told after it.
  const known = new Set(standing.map(claimOf));
  const first = changes.filter((one) => !known.has(claimOf(one)));
  const turns = placesOf(first, tellOfTurns);
  const returns = placesOf(first, tellOfReturns);
  const departures = placesOf(first, tellOfDepartures);
  const newsOn = (one: Change): ReadonlySet<string> => {
    if (isAboutOpening(one)) return turns;
    return one.kind === 'removed' ? returns : departures;
  };
  const broken = brokenIn(report);
  const isBroken = ({ subject, url }: Change): boolean => {
    const place = withoutRootSlash(url);
    if (broken.places.has(place)) return true;
    return subject === 'host' && broken.hosts.has(place) && witness.stateOf(place) !== 'opens';
  };
  const testimony = { ...witness, isBroken, isCompared: before?.sawAll === true };
  return (one) => {
    const again = found.get(claimOf(one));
    if (again !== undefined) return isUnlinked(again) && !isUnlinked(one) ? 'gone' : 'stands';
    if (newsOn(one).has(withoutRootSlash(one.url))) return 'moot';
    return fateOf(one, report, testimony);
  };
}

/** Addresses that are broken, and hosts on which several fail as all of them do when it is down. */
function brokenIn({ findings }: Report): {
  readonly places: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
} {
  const broken = findings.filter(({ verdict }) => verdict === 'broken');
  const failing = groupBy(
    broken.filter(({ status }) => status === null || status >= 500),
    ({ url }) => originOf(url),
  );
  return {
    places: new Set(broken.map(({ url }) => withoutRootSlash(url))),
    hosts: new Set([...failing].filter(([, found]) => found.length > 1).map(([origin]) => origin)),
  };
}

/** Not broken any more only because no page leads there. Whatever was told to open before that has gone. */
function isUnlinked({ kind, evidence }: Change): boolean {
  return kind === 'fixed' && evidence[0]?.kind === 'links';
}

const tellOfTurns: ReadonlySet<ChangeKind> = new Set(['broke', 'fixed', 'moved', 'removed']);
const tellOfReturns: ReadonlySet<ChangeKind> = new Set([...tellOfTurns, 'new', 'localised']);
const tellOfDepartures: ReadonlySet<ChangeKind> = new Set(['moved', 'removed']);

/** The addresses that changes of some kinds tell something new of. */
function placesOf(changes: readonly Change[], kinds: ReadonlySet<ChangeKind>): ReadonlySet<string> {
  const told = changes.filter(({ kind }) => kinds.has(kind));
  return new Set(told.flatMap(({ url, previousUrl }) => [url, previousUrl ?? url].map(withoutRootSlash)));
}
