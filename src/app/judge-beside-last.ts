import { createIntake } from '../changes/intake.js';
import type { Store } from '../history/store.js';
import type { Judged } from '../model/judged.js';
import type { Report } from '../model/report.js';
import type { Snapshot } from '../model/snapshot.js';
import type { TaskAnswer } from '../model/task-report.js';
import { assess, type AssessOptions } from './assess.js';
import { openBaseline } from './baseline-run.js';
import { compareRuns } from './changes.js';

type OnJudged = (judged: Judged) => void;

/** Judges a run once, for its report and for what changed since the last that can be compared with, if there is one. */
export function judgeBesideLast(
  store: Store,
  snapshot: Snapshot,
  options: AssessOptions,
  onJudged: OnJudged,
): Report {
  const last = openBaseline(store, snapshot.run);
  if (last === null) return assess(snapshot, options, { onJudged });
  try {
    return judgeBeside(last, snapshot, options, onJudged);
  } finally {
    last.close();
  }
}

function judgeBeside(last: Snapshot, snapshot: Snapshot, options: AssessOptions, onJudged: OnJudged): Report {
  const intake = createIntake();
  let tasks: readonly TaskAnswer[] = [];
  const report = assess(snapshot, options, {
    onJudged: (judged) => {
      onJudged(judged);
      intake.note(judged);
    },
    onTasks: (survey) => void (tasks = survey?.report.tasks ?? []),
  });
  return { ...report, changes: compareRuns(last, { snapshot, intake, tasks }, options) };
}
