import { createIntake } from '../changes/intake.js';
import { exitCode } from '../findings/exit-code.js';
import type { Store } from '../history/store.js';
import { acceptKnown } from '../known/known-issues.js';
import { applyPast } from '../memory/baseline.js';
import type { Ledger } from '../memory/ledger.js';
import { remember, type Sight } from '../memory/remember.js';
import type { HeadsUp } from '../model/change.js';
import type { Report } from '../model/report.js';
import type { Snapshot } from '../model/snapshot.js';
import type { TaskAnswer } from '../model/task-report.js';
import { assess, type AssessOptions, type Assessment } from './assess.js';
import { checkBaseline, holdAgainstBaseline } from './baseline-file.js';
import { openBaseline } from './baseline-run.js';
import { compareRuns } from './changes.js';
import type { FullConfig } from './config.js';
import { readLedger, writeLedger } from './kept-ledger.js';
import { loadKnownIssues } from './known-issues.js';
import { watchFor, type Watch } from './sight.js';
import { tellTrend } from './tell-trend.js';

/** How a run is to be concluded. */
export interface Conclusion {
  readonly config: Pick<FullConfig, 'baseline' | 'confirm' | 'known'>;
  readonly options: AssessOptions;
  /** The run has just been made: what it found is remembered, and a baseline file shrinks. */
  readonly isTonight: boolean;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
}

/**
 * Judges a run and sets it beside those before: what changed, since when each finding is there, what is accepted. Throws a
 * `SetupError` for a baseline or a file of known issues that cannot be used.
 */
export function conclude(store: Store, snapshot: Snapshot, conclusion: Conclusion): Assessment {
  const before = openBaseline(store, snapshot.run);
  try {
    return concludeBeside(before, store, snapshot, conclusion);
  } finally {
    before?.close();
  }
}

function concludeBeside(
  before: Snapshot | null,
  store: Store,
  snapshot: Snapshot,
  { config, options, isTonight, now }: Conclusion,
): Assessment {
  const ledger = readLedger(store, snapshot.run);
  const watch = watchFor(ledger);
  const { judged, headsUp } =
    before === null
      ? { judged: assess(snapshot, options, watch).report, headsUp: null }
      : assessBeside(before, snapshot, options, watch);
  const compared = headsUp === null ? judged : { ...judged, changes: headsUp };

  const report = [
    (one: Report) => tellTrend(store, one, isTonight),
    (one: Report) => recall(store, one, { snapshot, ledger, sight: watch.sight(headsUp), isTonight }),
    (one: Report) =>
      holdAgainstBaseline(store, applyPast(one, config.confirm), { config, options, isTonight }),
    (one: Report) =>
      acceptKnown(one, loadKnownIssues(config.known), new Date(now).toISOString().slice(0, 10)),
  ].reduce((one, step) => step(one), compared);
  return { report, exitCode: exitCode(report, options.failOn, config.confirm) };
}

/** Finds what `conclude` could not use before there is a run to conclude. Throws a `SetupError`. */
export function checkConclusion(store: Store, { baseline, known }: Conclusion['config']): void {
  checkBaseline(store, baseline);
  loadKnownIssues(known);
}

/** Judges a run once for its report and for what changed since the one before. */
function assessBeside(
  before: Snapshot,
  snapshot: Snapshot,
  options: AssessOptions,
  watch: Watch,
): { readonly judged: Report; readonly headsUp: HeadsUp } {
  const intake = createIntake();
  let tasks: readonly TaskAnswer[] = [];
  const { report: judged } = assess(snapshot, options, {
    onJudged: (one) => {
      watch.onJudged(one);
      intake.note(one);
    },
    onTasks: (survey) => void (tasks = survey?.report.tasks ?? []),
  });
  return { judged, headsUp: compareRuns(before, { snapshot, intake, tasks }, options) };
}

interface Recall {
  readonly snapshot: Snapshot;
  readonly ledger: Ledger;
  readonly sight: Sight;
  readonly isTonight: boolean;
}

/** Of runs long past the ledger knows nothing: it only looks back from the last. */
function recall(store: Store, report: Report, { snapshot, ledger, sight, isTonight }: Recall): Report {
  if (!isTonight && ledger.run !== report.run.id) return report;
  const { ledger: noted, report: told } = remember(ledger, report, sight);
  if (noted !== ledger) writeLedger(store, snapshot.run, noted);
  return told;
}
