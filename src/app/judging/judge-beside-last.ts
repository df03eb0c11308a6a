import { createIntake } from '../../changes/intake/intake.js';
import type { RunSummary } from '../../store/runs.js';
import { StoreError } from '../../store/database/failures.js';
import type { Store } from '../../store/store.js';
import type { Judged } from '../../model/judged.js';
import { describeProblemIn } from '../../model/problem.js';
import { addNotices, type Report } from '../../model/report.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { TaskAnswer } from '../../model/task-report.js';
import type { AssessOptions } from './assess.js';
import { assessRun } from './assess-run.js';
import { olderRuns } from '../runs/older-runs.js';
import { openPrevious, type IsWanted } from '../runs/previous-run.js';
import { compareRuns } from './compare-runs.js';

type OnJudged = (judged: Judged) => void;

interface Beside {
  /** Whether a run may be the one that is compared with. */
  readonly isWanted: IsWanted;
  readonly onJudged: OnJudged;
}

/** Judges a run once, for its report and for what changed since the last that can be compared with, if there is one. */
export function judgeBesideLast(
  store: Store,
  snapshot: Snapshot,
  options: AssessOptions,
  { isWanted, onJudged }: Beside,
): Report {
  const last = openPrevious(store, snapshot.run, isWanted);
  if (last === null) return assessRun(store, snapshot, options, { onJudged });
  try {
    const isBetween = ({ id, run }: RunSummary): boolean => id > last.run.id && run !== null && isWanted(run);
    const between = olderRuns(store, snapshot.run).filter(isBetween);
    return judgeBeside({ last, store, between }, snapshot, options, onJudged);
  } finally {
    last.close();
  }
}

/** The last run that can be compared with, and the runs since then that were told of. */
interface EarlierRuns {
  readonly last: Snapshot;
  readonly store: Store;
  readonly between: readonly RunSummary[];
}

function judgeBeside(
  { last, store, between }: EarlierRuns,
  snapshot: Snapshot,
  options: AssessOptions,
  onJudged: OnJudged,
): Report {
  const intake = createIntake();
  let tasks: readonly TaskAnswer[] = [];
  const report = assessRun(store, snapshot, options, {
    onJudged: (judged) => {
      onJudged(judged);
      intake.note(judged);
    },
    onTasks: (reconciled) => void (tasks = reconciled?.report.tasks ?? []),
  });
  try {
    return { ...report, changes: compareRuns(last, { snapshot, intake, tasks }, options, store, between) };
  } catch (error) {
    if (error instanceof StoreError) return withoutChanges(report, error);
    throw error;
  }
}

/** The report without changes, with a notice why. The run itself is undamaged, and the next one can be compared with it. */
function withoutChanges(report: Report, { problems }: StoreError): Report {
  const said = problems.map((problem) => describeProblemIn(report.language, problem)).join(' ');
  return addNotices(report, [
    {
      en: `As the run before cannot be read, what changed is not known: ${said}`,
      ja: `前回の巡回を読み取れないため、変更点は不明です: ${said}`,
    },
  ]);
}
