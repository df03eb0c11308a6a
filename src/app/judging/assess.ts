import { assemble } from '../../findings/assemble.js';
import type { Judged } from '../../model/judged.js';
import type { Report } from '../../model/report.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { TaskReconciliation } from '../../model/task-report.js';
import type { Language } from '../../model/text.js';
import type { Threshold } from '../../model/threshold.js';
import { judgeFragments } from '../../verdicts/fragments/judge-fragments.js';
import { judge } from '../../verdicts/judge.js';
import { resolveRules, resolveSurveys } from '../../verdicts/rule-set.js';
import { survey } from '../../verdicts/surveys/survey.js';
import type { FullConfig } from '../context/config.js';
import type { FullJudgingOptions } from '../runs/run-options.js';
import { createTaskReconciler, type ReadBehind } from '../task-lists/task-reconciler.js';
import { keptLists } from '../task-lists/kept-lists.js';
import { toolName, version } from '../context/version.js';

/** How a snapshot is to be judged and told. */
export interface AssessOptions extends FullJudgingOptions {
  readonly failOn: Threshold;
  /** Runs in a row that something has to be found in before anything fails for it. */
  readonly confirm: number;
  readonly language: Language;
  /** Report every resource, not only what was found. */
  readonly all: boolean;
}

/** Is called while a snapshot is judged. */
export interface Onlooker {
  /** Called with each resource after it is judged. */
  readonly onJudged?: (judged: Judged) => void;
  /** Called with what became of the tasks; with `null` if there are none. */
  readonly onTasks?: (tasks: TaskReconciliation | null) => void;
  /** Called where documents seem to be lost. */
  readonly readBehind?: ReadBehind;
}

/** Judges a snapshot and makes its report. Pure: any old run can be judged again by new rules. */
export function assess(snapshot: Snapshot, options: AssessOptions, onlooker: Onlooker = {}): Report {
  const { maxHops, language, all } = options;
  const rules = resolveRules(options.rules);
  const surveyed = survey(snapshot, resolveSurveys(options.rules));
  const kept = keptLists(snapshot);
  const reconciler = createTaskReconciler(snapshot, kept, onlooker.readBehind);
  const report = assemble({
    snapshot,
    judged: watched(reconciler.through(judge(snapshot, rules, { maxHops, surveyed })), onlooker),
    fragments: judgeFragments(snapshot, rules, {
      maxHops,
      skip: options.skipFragments,
      tuned: options.rules,
    }),
    language,
    all,
    tool: { name: toolName, version },
    tasks: () => {
      const tasks = reconciler.conclude();
      onlooker.onTasks?.(tasks);
      return tasks;
    },
    lists: kept.lists,
  });
  const { failOn, confirm } = options;
  return { ...report, failOn, ...(confirm > 1 ? { confirm } : {}) };
}

function* watched(judged: Iterable<Judged>, onlooker: Onlooker): Generator<Judged> {
  for (const one of judged) {
    onlooker.onJudged?.(one);
    yield one;
  }
}

/** What a configuration says of judging. `language` is what to use where it names none. */
export function assessOptions(
  config: Pick<FullConfig, 'rules' | 'skipFragments' | 'limits' | 'failOn' | 'confirm' | 'language'>,
  language: Language,
  all: boolean,
): AssessOptions {
  const { rules, skipFragments, limits, failOn, confirm } = config;
  return {
    rules,
    skipFragments,
    maxHops: limits.maxHops,
    failOn,
    confirm,
    language: config.language ?? language,
    all,
  };
}
