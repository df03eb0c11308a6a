import type { Recall } from '../../../changes/runs.js';
import type { OlderAnswers } from '../../../changes/task-availability.js';
import type { Run } from '../../../model/snapshot.js';
import type { RunSummary } from '../../../store/runs.js';
import type { Store } from '../../../store/store.js';
import type { StoredSnapshot } from '../../../store/snapshot/stored-snapshot.js';
import { leadingIn, decidedIn, decidedWhereUp, unknownIn } from './in-one-run.js';
import { runsBefore, type Judging } from './runs-before.js';
import { recallBehind } from './recall-behind.js';
import { recallJudged, recallOpen } from './recall-resources.js';
import { recallRuns } from './recall-runs.js';
import { recallTasks } from './recall-tasks.js';

/** What older runs tell. Whoever asked closes it: some runs are read on. */
interface Recalling {
  readonly recall: Recall;
  /** How their tasks were answered. */
  readonly answers: OlderAnswers;
  readonly close: () => void;
}

/**
 * Recalls what a run could not see, from the walks of the same portals before it and from those `between` it and the later run,
 * the newest first. Opens none of them before it is asked.
 */
export function recallBefore(
  store: Store,
  before: Run,
  between: readonly RunSummary[],
  judging: Judging,
): Recalling {
  const older = runsBefore(store, before, judging);
  const since = { store, runs: () => between, judging };
  const opened: StoredSnapshot[] = [];
  const recall: Recall = {
    open: (urls) => recallOpen(older, urls),
    since: (urls) => recallOpen(since, urls),
    judged: (urls) => recallJudged(older, urls, decidedIn),
    up: (urls) => recallJudged(older, urls, decidedWhereUp),
    behind: (pages, urls) => recallBehind(older, pages, urls),
    whole: (urls) => recallRuns(older, urls, (snapshot, left) => leadingIn(snapshot, left, judging), opened),
    without: (urls) => recallRuns(older, urls, unknownIn, opened),
  };
  return {
    recall,
    answers: recallTasks(older),
    close: () => {
      for (const snapshot of opened) snapshot.close();
    },
  };
}
