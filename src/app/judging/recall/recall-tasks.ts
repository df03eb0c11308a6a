import type { OlderAnswers } from '../../../changes/task-availability.js';
import type { TaskAnswer } from '../../../model/task-report.js';
import type { StoredSnapshot } from '../../../store/snapshot/stored-snapshot.js';
import { judge } from '../../../verdicts/judge.js';
import { keptLists } from '../../task-lists/kept-lists.js';
import { createTaskReconciler } from '../../task-lists/task-reconciler.js';
import { look, mostWhole, type OlderRuns } from './runs-before.js';
import { readBehindIn } from './read-behind.js';

/** How the tasks of older runs were answered, the newest first; each run is read once, when its answers are first asked for. */
export function recallTasks(older: OlderRuns): OlderAnswers {
  const unread = readAnswers(older);
  const known: (readonly TaskAnswer[])[] = [];
  return {
    *[Symbol.iterator]() {
      yield* known;
      for (let next = unread.next(); next.done !== true; next = unread.next()) {
        known.push(next.value);
        yield next.value;
      }
    },
  };
}

function* readAnswers(older: OlderRuns): Generator<readonly TaskAnswer[], void> {
  for (const { id, state } of older.runs().slice(0, mostWhole))
    if (state === 'complete') yield look(older, id, (snapshot) => answerTasks(snapshot, older)) ?? [];
}

function answerTasks(snapshot: StoredSnapshot, { store, judging }: OlderRuns): readonly TaskAnswer[] {
  const reconciler = createTaskReconciler(
    snapshot,
    keptLists(snapshot),
    readBehindIn(store, snapshot, judging),
  );
  reconciler.noteAll(judge(snapshot, judging.rules, judging));
  return reconciler.conclude()?.report.tasks ?? [];
}
