import { compare } from '../../changes/compare.js';
import { headsUp } from '../../changes/heads-up.js';
import type { Intake } from '../../changes/intake/intake.js';
import { nothingRecalled, type Recall } from '../../changes/runs.js';
import type { OlderAnswers } from '../../changes/task-availability.js';
import { compareTasks } from '../../changes/tasks.js';
import { redactUrl } from '../../kit/urls/redact.js';
import { identifyHref } from '../../kit/urls/url.js';
import type { HeadsUp } from '../../model/change.js';
import type { Glance } from '../../model/print.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { TaskAnswer } from '../../model/task-report.js';
import type { Language } from '../../model/text.js';
import { StoreError } from '../../store/database/failures.js';
import type { RunSummary } from '../../store/runs.js';
import type { Store } from '../../store/store.js';
import type { ActiveRule } from '../../verdicts/define.js';
import { judge } from '../../verdicts/judge.js';
import { resolveRules } from '../../verdicts/rule-set.js';
import { keptLists } from '../task-lists/kept-lists.js';
import { sawListIn } from '../task-lists/saw-list.js';
import { createTaskReconciler, type ReadBehind } from '../task-lists/task-reconciler.js';
import { toolName, version } from '../context/version.js';
import type { JudgingOptions } from '../runs/run-options.js';
import { findTwinsByName } from './find-twins.js';
import { readBehindIn } from './recall/read-behind.js';
import { recallBefore } from './recall/recall-before.js';

/** A run that was judged and can be compared with earlier ones. */
export interface LaterRun {
  readonly snapshot: Snapshot;
  readonly intake: Intake;
  readonly tasks: readonly TaskAnswer[];
}

/** How two runs are judged that are to be compared. */
export interface ComparisonOptions extends JudgingOptions {
  readonly language: Language;
}

/**
 * What changed from a snapshot of a store to a later run, which was judged by the same rules. `between` are runs between the two
 * whose changes since the snapshot were told, the newest first.
 */
export function compareRuns(
  before: Snapshot,
  after: LaterRun,
  { rules, maxHops, language }: ComparisonOptions,
  store: Store,
  between: readonly RunSummary[] = [],
): HeadsUp {
  const active = resolveRules(rules);
  const judging = { rules: active, maxHops };
  const { recall, answers, close } = recallBefore(store, before.run, between, judging);
  const readBehind = readBehindIn(store, before, judging);
  const tell = (known: Recall): HeadsUp =>
    tellChanges(before, after, { active, maxHops, language, recall: known, answers, readBehind });
  try {
    return tell(recall);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    // A run that is recalled whole shows only while it is read that it is damaged. If one of these two is, so it will again.
    return tell({ ...recall, whole: nothingRecalled.whole, without: nothingRecalled.without });
  } finally {
    close();
  }
}

interface Telling extends Pick<ComparisonOptions, 'maxHops' | 'language'> {
  readonly active: readonly ActiveRule[];
  readonly recall: Recall;
  readonly answers: OlderAnswers;
  readonly readBehind: ReadBehind;
}

function tellChanges(
  before: Snapshot,
  after: LaterRun,
  { active, maxHops, language, recall, answers, readBehind }: Telling,
): HeadsUp {
  const [listsBefore, listsAfter] = [keptLists(before), keptLists(after.snapshot)];
  const reconciler = createTaskReconciler(before, listsBefore, readBehind);
  const earlier = {
    snapshot: before,
    judged: (isSettled: (glance: Glance) => boolean) =>
      reconciler.through(judge(before, active, { maxHops, isSettled })),
    recall,
  };
  const differences = compare(earlier, after, findTwinsByName);
  const pastTasks = reconciler.conclude()?.report.tasks ?? [];
  const { seen } = differences;
  const sawBefore = sawListIn(listsBefore, listsAfter, seen.before);
  const sawAfter = sawListIn(listsAfter, listsBefore, seen.after);
  const unreachable = closedSeeds(after);
  const found = headsUp({
    before: before.run,
    after: after.snapshot.run,
    differences,
    tasks: compareTasks(
      { run: before.run, tasks: pastTasks, sawListOf: sawBefore },
      { run: after.snapshot.run, tasks: after.tasks, sawListOf: sawAfter },
      answers,
    ),
    language,
    tool: { name: toolName, version },
  });
  return unreachable.length === 0 ? found : { ...found, after: { ...found.after, unreachable } };
}

/** Where the walk starts and could not go on. */
function closedSeeds({ snapshot: { run }, intake: { inventory } }: LaterRun): string[] {
  const seeds = run.sources.flatMap((source) =>
    source.seeds.map((seed) => redactUrl(identifyHref(seed) ?? seed)),
  );
  return seeds.filter((seed) => {
    const row = inventory.urls.find(seed);
    return row >= 0 && inventory.traitsOf(row).state !== 'opens';
  });
}
