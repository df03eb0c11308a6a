import { undo } from '../../changes/undo.js';
import { exitCode, findAlarms } from '../../findings/exit-code.js';
import type { Store } from '../../store/store.js';
import { createDoubts, type Doubts } from '../../known-issues/doubts.js';
import { acceptKnown, type KnownIssue } from '../../known-issues/known-issues.js';
import { applyPast } from '../../history/baseline.js';
import type { Witness } from '../../history/changes/fates.js';
import type { Ledger } from '../../history/ledger.js';
import { isNews, noteTold } from '../../history/news.js';
import { addPast, knownBefore, noteRun } from '../../history/findings/remember.js';
import { findReversals } from '../../history/changes/reversals.js';
import { missesList } from '../../history/findings/see-documents.js';
import { tellApart } from '../../history/changes/tell-apart.js';
import { allUndone, noteChanges, untold } from '../../history/changes/told-changes.js';
import { withoutRootSlash } from '../../kit/urls/url.js';
import { utcDay } from '../../kit/time/utc-day.js';
import type { Change, HeadsUp } from '../../model/change.js';
import { seesAll, type Report } from '../../model/report.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { AssessOptions } from './assess.js';
import { assessRun } from './assess-run.js';
import { holdAgainst, openNamedBaseline, type NamedBaseline } from '../kept/baseline.js';
import { olderRuns } from '../runs/older-runs.js';
import { nameReach } from '../runs/same-walk.js';
import { nightsUntilNews } from '../../verdicts/rule-set.js';
import type { FullConfig } from '../context/config.js';
import { judgeBesideLast } from './judge-beside-last.js';
import { lastOpened } from './last-opened.js';
import { readLedger, writeLedger } from '../kept/ledger.js';
import { noticeDamage, setAsideDamaged } from '../kept/memories.js';
import { loadKnownIssues } from '../kept/known-issues.js';
import { haveLedOn } from './recall/recall-resources.js';
import { isOpen, watchFor, type Watch } from './sight.js';
import { addTrend } from '../kept/trend.js';

/** How a run is to be concluded. */
export interface Conclusion {
  readonly config: Pick<FullConfig, 'baseline' | 'known'>;
  readonly options: AssessOptions;
  /** The run has just been made: what it found is remembered, and a baseline file shrinks. */
  readonly isTonight: boolean;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
}

/** What became of a run. */
export interface Assessment {
  readonly report: Report;
  readonly exitCode: number;
  /** Whether it says more than the runs before told; left out where nobody would know. */
  readonly isNews?: boolean;
  /** What changed and no run before told; left out where nobody would know. */
  readonly untold?: HeadsUp | undefined;
}

/**
 * Judges a run and sets it beside those before: what changed, since when each finding is there, what is accepted. Throws a
 * `SetupError` for a baseline or a file of known issues that cannot be used.
 */
export function conclude(store: Store, snapshot: Snapshot, conclusion: Conclusion): Assessment {
  const { options, isTonight, now } = conclusion;
  const { failOn, confirm } = options;
  const damaged = isTonight ? setAsideDamaged(store) : [];
  const kept = openKept(store, snapshot, conclusion);
  const { found, witness, watch, doubts } = seeTonight(store, snapshot, options, kept);
  const openedAt = lastOpened(store, snapshot.run, found, options);
  const ledger = isTonight ? noteRun(kept.ledger, found, { ...witness, openedAt }) : kept.ledger;
  const isLatest = ledger !== kept.ledger;
  const judged = tellApart(ledger, found, witness);
  const reversals = findReversals(ledger, judged, witness);
  const undone = isLatest ? allUndone(ledger, judged, reversals) : undoneBy(ledger, snapshot.run.id);

  const noticed = noticeDamage(addTrend(store, addUndone(judged, undone), isTonight), damaged);
  const dated = applyPast(addPast(ledger, noticed), ledger, confirm);
  const held = holdAgainst(dated, kept.baseline, {
    reach: nameReach(snapshot.run),
    stateOf: witness.stateOf,
    isMissed: (url) => seesAll(dated.run) && witness.isMissed(url),
    missing: watch.missing,
    mayShrink: isLatest,
  });
  const report = accept(held, { issues: kept.issues, ledger }, { doubts, watch }, now);

  const occasion = { alarms: findAlarms(report, failOn, confirm), confirm, nightsUntilNews };
  if (isLatest)
    writeLedger(store, snapshot.run, noteChanges(noteTold(ledger, report, occasion), report, reversals));
  return {
    report,
    exitCode: exitCode(report, failOn, confirm),
    isNews: isNews(ledger, report, occasion),
    untold: untold(ledger, report, reversals),
  };
}

/** What was kept beside the runs before this one. */
interface Kept {
  readonly ledger: Ledger;
  readonly baseline: NamedBaseline | null;
  readonly issues: readonly KnownIssue[];
}

function openKept(store: Store, { run }: Snapshot, { config, options }: Conclusion): Kept {
  const { baseline: named } = config;
  return {
    ledger: readLedger(store, run),
    baseline:
      named === undefined
        ? null
        : openNamedBaseline(store, named, (snapshot) => assessRun(store, snapshot, options)),
    issues: loadKnownIssues(config.known),
  };
}

/** What there is tonight: a judged run, and what it tells of everything that was broken before. */
interface Seen {
  readonly found: Report;
  readonly witness: Witness;
  readonly watch: Watch;
  readonly doubts: Doubts;
}

function seeTonight(store: Store, snapshot: Snapshot, options: AssessOptions, kept: Kept): Seen {
  const { ledger, baseline, issues } = kept;
  const known = knownBefore(ledger, snapshot.run.id);
  const feared = [
    ...[...Object.values(known?.entries ?? {}), ...(baseline?.baseline.findings ?? [])].map(({ url }) => url),
    ...ledger.standing.flatMap(({ url, previousUrl }) => [url, withoutRootSlash(url), previousUrl ?? url]),
  ];
  const older = { store, runs: () => olderRuns(store, snapshot.run) };
  const watch = watchFor(feared, snapshot.run, (urls) => haveLedOn(older, urls));
  const doubts = createDoubts(issues);
  const last = known?.run ?? null;
  const found = judgeBesideLast(store, snapshot, options, {
    // What changed up to a run that crashed before it was noted was told to nobody.
    isWanted: ({ id }) => last === null || id <= last,
    onJudged: (one) => {
      watch.onJudged(one);
      doubts.onSeen(one.resource.url, isOpen(one));
    },
  });
  const { stateOf, isMissed } = watch;
  return { found, witness: { stateOf: stateOf(found.changes ?? null), isMissed, undo }, watch, doubts };
}

function addUndone(report: Report, undone: readonly Change[]): Report {
  return undone.length === 0 ? report : { ...report, undone: [...undone] };
}

/** Of the run that was noted last it is known what it told to be over. */
function undoneBy({ run, undone }: Ledger, id: string): readonly Change[] {
  return run === id ? undone : [];
}

function accept(
  report: Report,
  { issues, ledger }: Omit<Kept, 'baseline'>,
  { doubts, watch }: Pick<Seen, 'doubts' | 'watch'>,
  now: number,
): Report {
  const entries = Object.entries(ledger.entries);
  const remembered = entries.map(([id, { url, nights }]) => ({ id, url, isGone: nights === 0 }));
  const readsAll = watch.readsAll() && !missesList(report);
  return acceptKnown(report, issues, {
    today: utcDay(now),
    isInDoubt: (issue) => doubts.isInDoubt(issue, remembered, readsAll),
  });
}
