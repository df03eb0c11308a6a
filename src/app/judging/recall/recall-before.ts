import type { Earlier } from '../../../changes/side.js';
import type { OlderAnswers } from '../../../changes/task-availability.js';
import type { Run } from '../../../model/snapshot.js';
import type { Store } from '../../../store/store.js';
import type { StoredSnapshot } from '../../../store/snapshot/stored-snapshot.js';
import { leadingIn, settledIn, settledWhereUp, unknownIn } from './in-one-run.js';
import { runsBefore, type Judging } from './older-runs.js';
import { recallBehind } from './recall-behind.js';
import { recallJudged, recallOpen } from './recall-resources.js';
import { recallRuns } from './recall-runs.js';
import { recallTasks } from './recall-tasks.js';

type Questions =
  'recallOpen' | 'recallJudged' | 'recallUp' | 'recallBehind' | 'recallWhole' | 'recallWithout';

/** What older runs are asked, and how their tasks were answered. Whoever asked closes it: some runs are read on. */
interface Recall extends Required<Pick<Earlier, Questions>> {
  readonly recallTasks: () => OlderAnswers;
  readonly close: () => void;
}

/** Recalls what a run could not see, from the walks of the same portals before it. Opens none of them before it is asked. */
export function recallBefore(store: Store, before: Run, judging: Judging): Recall {
  const older = runsBefore(store, before, judging);
  const opened: StoredSnapshot[] = [];
  return {
    recallOpen: (urls) => recallOpen(older, urls),
    recallJudged: (urls) => recallJudged(older, urls, settledIn),
    recallUp: (urls) => recallJudged(older, urls, settledWhereUp),
    recallBehind: (pages, urls) => recallBehind(older, pages, urls),
    recallWhole: (urls) =>
      recallRuns(older, urls, (snapshot, left) => leadingIn(snapshot, left, judging), opened),
    recallWithout: (urls) => recallRuns(older, urls, (snapshot, left) => unknownIn(snapshot, left), opened),
    recallTasks: () => recallTasks(older),
    close: () => {
      for (const snapshot of opened) snapshot.close();
    },
  };
}
