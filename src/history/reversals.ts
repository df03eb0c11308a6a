import { fingerprint } from '../kit/fingerprints/fingerprint.js';
import { groupBy } from '../kit/collections/group-by.js';
import { originOf, withoutRootSlash } from '../kit/urls/url.js';
import type { Change, ChangeKind } from '../model/change.js';
import type { Report } from '../model/report.js';
import type { Sight } from '../model/sight.js';
import { availabilityOf } from '../model/task-report.js';
import type { Ledger } from './ledger.js';
import { seesAll } from './remember.js';

/** What a run knows about addresses that people were told of. */
export interface Witness {
  readonly stateOf: Sight['stateOf'];
  /** The run read all pages, and none linked to it. */
  readonly isMissed: (url: string) => boolean;
  /** Turns a change into its opposite. */
  readonly undo: (change: Change, run: Report['run'], isUnlinked: boolean) => Change;
}

/** What became of what was told while nights could not be compared with each other. */
export interface Reversals {
  /** No longer so, which no comparison shows: the run compared with was before all of it. */
  readonly undone: readonly Change[];
  /** The same changes as they were told. */
  readonly over: readonly Change[];
  /** Still so, or not seen. */
  readonly standing: readonly Change[];
}

/** Whether a change says that something does not open any more, or does again. */
export function isOutage({ kind }: Change): boolean {
  return kind === 'broke' || kind === 'fixed';
}

/** Whether a change says that something came or went. Lists of tasks are read anew each night. */
export function isPresence({ kind, subject, evidence }: Change): boolean {
  if (subject === 'task') return false;
  if (kind === 'moved') return evidence[0]?.kind !== 'redirect';
  return kind === 'new' || kind === 'localised' || kind === 'removed';
}

/** Whether a change may be undone. */
function isReversible(change: Change): boolean {
  return isOutage(change) || isPresence(change);
}

/** Identifies what a change says to be so, whatever run it was compared with. */
export function claimOf({ kind, subject, url }: Change): string {
  return `${kind} ${subject === 'task' ? 'task ' : ''}${withoutRootSlash(url)}`;
}

/** Every claim that tells nothing new after a change: what has moved is not where it was, either. */
export function claimsAfter(change: Change): readonly string[] {
  const { kind, previousUrl } = change;
  if (kind !== 'moved' || previousUrl === null) return [claimOf(change)];
  return [claimOf(change), claimOf({ ...change, kind: 'removed', url: previousUrl })];
}

/** Checks what was told against what a run saw. Pure. */
export function findReversals({ standing, before }: Ledger, report: Report, witness: Witness): Reversals {
  if (standing.length === 0 || report.changes === undefined) return { undone: [], over: [], standing };
  const { changes } = report.changes;
  const claims = new Map(changes.map((one) => [claimOf(one), one]));
  // What is only found once more says nothing of what was told after it.
  const known = new Set(standing.map(claimOf));
  const first = changes.filter((one) => !known.has(claimOf(one)));
  const told = {
    outage: placesOf(first, tellOfOutages),
    gone: placesOf(first, tellOfReturns),
    there: placesOf(first, tellOfDepartures),
  };
  const broken = brokenIn(report);
  const isBroken = ({ subject, url }: Change): boolean => {
    const place = withoutRootSlash(url);
    if (broken.places.has(place)) return true;
    return subject === 'host' && broken.hosts.has(place) && witness.stateOf(place) !== 'opens';
  };
  const undone: Change[] = [];
  const over: Change[] = [];
  const left: Change[] = [];
  for (const one of standing) {
    const place = withoutRootSlash(one.url);
    const again = claims.get(claimOf(one));
    if (again !== undefined && isUnlinked(again) && !isUnlinked(one)) {
      undone.push(witness.undo({ ...one, kind: 'new' }, report.run, true));
      over.push(one);
    } else if (again !== undefined) left.push(one);
    else if (!told[sortOf(one)].has(place)) {
      const fate = decide(one, report, {
        ...witness,
        isBroken: isBroken(one),
        isCompared: before?.sawAll === true,
      });
      if (fate === 'stands') left.push(one);
      else if (fate !== 'moot') {
        undone.push(witness.undo(one, report.run, fate === 'unlinked'));
        over.push(one);
      }
    }
  }
  return { undone, over, standing: left };
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

const tellOfOutages: ReadonlySet<ChangeKind> = new Set(['broke', 'fixed', 'moved', 'removed']);
const tellOfReturns: ReadonlySet<ChangeKind> = new Set([...tellOfOutages, 'new', 'localised']);
const tellOfDepartures: ReadonlySet<ChangeKind> = new Set(['moved', 'removed']);

function sortOf(one: Change): 'outage' | 'gone' | 'there' {
  if (isOutage(one)) return 'outage';
  return one.kind === 'removed' ? 'gone' : 'there';
}

/** The addresses that changes of some kinds tell something new of. */
function placesOf(changes: readonly Change[], kinds: ReadonlySet<ChangeKind>): ReadonlySet<string> {
  const told = changes.filter(({ kind }) => kinds.has(kind));
  return new Set(told.flatMap(({ url, previousUrl }) => [url, previousUrl ?? url].map(withoutRootSlash)));
}

/**
 * Gives what happened for a second time an id of its own, and keeps that as long as it lasts: compared with the same run, both times
 * would be one change. What was told as moved or translated stays that, where a run can only see less of it. Pure.
 */
export function tellApart(
  { run, ended, standing }: Ledger,
  report: Report,
  { isMissed }: Pick<Witness, 'isMissed'>,
): Report {
  const { changes: headsUp } = report;
  if (headsUp === undefined || run !== report.run.id || standing.length + ended.length === 0) return report;
  const over = new Set(ended);
  const known = new Map(standing.map((one) => [claimOf(one), one.id]));
  const isGone = ({ url }: Change): boolean => seesAll(report.run) && isMissed(url);
  const better = new Map(standing.flatMap((one) => lesserClaims(one, isGone).map((claim) => [claim, one])));
  const totals = { ...headsUp.totals };
  const shown = new Set<string>();
  const changes = headsUp.changes.flatMap((one) => {
    const told = better.get(claimOf(one));
    if (told !== undefined) {
      totals[one.kind]--;
      if (shown.has(told.id)) return [];
      shown.add(told.id);
      totals[told.kind]++;
      return [told];
    }
    const id = known.get(claimOf(one));
    if (isReversible(one) && over.has(one.id))
      return [{ ...one, id: id ?? fingerprint(`${one.id} again ${run}`) }];
    if (!isPresence(one) || id === undefined || id === one.id) return [one];
    // Told already, as a change since a run before the one that this is compared with.
    totals[one.kind]--;
    return [];
  });
  return { ...report, changes: { ...headsUp, totals, changes } };
}

/** What a later run may find that says less than what was told. Where it moved from, it is gone for good only if it is gone altogether. */
function lesserClaims(told: Change, isGone: (told: Change) => boolean): readonly string[] {
  const { kind, previousUrl } = told;
  const claimAs = (lesser: ChangeKind, url = told.url): string => claimOf({ ...told, kind: lesser, url });
  if (kind === 'localised') return [claimAs('new')];
  if (kind !== 'moved') return [];
  const left = previousUrl === null || isGone(told) ? [] : [claimAs('removed', previousUrl)];
  return [claimAs('new'), claimAs('localised'), ...left];
}

type Fate = 'stands' | 'undone' | 'unlinked' | 'moot';

/** What a run knows about one of them. */
interface Sighting extends Witness {
  /** It found it broken. */
  readonly isBroken: boolean;
  /** It was compared with the run before, which saw everything: what has gone since then, the comparison tells. */
  readonly isCompared: boolean;
}

function decide(one: Change, report: Report, witness: Sighting): Fate {
  if (one.subject === 'task') return fateOfTask(one, report);
  return isPresence(one) ? fateOfPresence(one, report, witness) : fateOf(one, report, witness);
}

function fateOf({ kind, subject, url }: Change, { run }: Report, witness: Sighting): Fate {
  const place = subject === 'host' ? withoutRootSlash(url) : url;
  const state = witness.stateOf(place);
  if (kind === 'broke') {
    if (state === 'opens') return 'undone';
    return state === 'absent' || (seesAll(run) && witness.isMissed(place)) ? 'unlinked' : 'stands';
  }
  if (witness.isBroken) return 'undone';
  return state === 'opens' ? 'moot' : 'stands';
}

/**
 * Whatever went and is seen again came back. What came is gone only if a run that saw everything missed it; once such a run has seen
 * it, the next one is compared with that. Where it was before a move, a page that is read again may still seem to lead.
 */
function fateOfPresence({ kind, url, previousUrl }: Change, { run }: Report, witness: Sighting): Fate {
  const state = witness.stateOf(url);
  if (kind === 'removed') return state === 'opens' ? 'undone' : 'stands';
  if (!seesAll(run)) return 'stands';
  if (!witness.isMissed(url)) return state === 'opens' && kind !== 'moved' ? 'moot' : 'stands';
  if (witness.isCompared) return 'stands';
  return kind !== 'moved' || witness.stateOf(previousUrl ?? '') === 'opens' ? 'undone' : 'unlinked';
}

function fateOfTask({ kind, url }: Change, { run, tasks }: Report): Fate {
  const documents = tasks
    .find(({ id }) => id === url)
    ?.documents.map(({ state }) => availabilityOf(state)) ?? ['unknown'];
  if (documents.every((one) => one === 'available')) return kind === 'broke' ? 'undone' : 'moot';
  if (!documents.includes('unavailable') || !seesAll(run)) return 'stands';
  return kind === 'fixed' ? 'undone' : 'moot';
}
