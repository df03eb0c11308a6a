import { compare } from '../changes/compare.js';
import { headsUp } from '../changes/heads-up.js';
import type { Earlier } from '../changes/side.js';
import { createIntake, type Intake } from '../changes/intake/intake.js';
import type { OlderAnswers } from '../changes/task-availability.js';
import { compareTasks } from '../changes/tasks.js';
import { StoreError } from '../store/failures.js';
import { openStore, type Store } from '../store/store.js';
import { redactUrl } from '../kit/redact.js';
import { identifyHref } from '../kit/url.js';
import type { HeadsUp } from '../model/change.js';
import type { Glance } from '../model/print.js';
import type { Snapshot } from '../model/snapshot.js';
import type { TaskAnswer } from '../model/task-report.js';
import type { Language } from '../model/text.js';
import type { ActiveRule } from '../verdicts/define.js';
import { judge } from '../verdicts/judge.js';
import { resolveRules } from '../verdicts/rule-set.js';
import { assessOptions, type AssessOptions } from './judging/assess.js';
import type { FullConfig } from './config.js';
import { openEarlier, type EarlierRun } from './judging/earlier-run.js';
import { findTwinsByName } from './judging/find-twins.js';
import { recallBefore } from './judging/recall-before.js';
import { withRulesOf } from './judging/run-options.js';
import { createTaskReconciler } from './tasks/task-reconciler.js';
import { keptLists } from './tasks/kept-lists.js';
import { toolName, version } from './version.js';

/** Which runs to compare. */
export interface ChangesRequest {
  readonly config: FullConfig;
  readonly language: Language;
  /** A run, or a date: what changed since then. `undefined` for the run before. */
  readonly since?: string | undefined;
  /** Two runs. */
  readonly between?: readonly [before: string, after: string] | undefined;
  /** Judge by the rules of the later walk, where it noted them. */
  readonly asWalked: boolean;
}

/** What changed between two runs of the store. Throws a `SetupError` if it has no such runs. */
export function findChanges({ config, language, since, between, asWalked }: ChangesRequest): HeadsUp {
  const store = openStore(config.store);
  const after = store.open(between?.[1]);
  let before: EarlierRun | null = null;
  try {
    before = openEarlier(store, after.run, { run: between?.[0], since, language });
    const options = assessOptions(config, language, false);
    const judging = asWalked ? withRulesOf(after.run, options) : options;
    const found = compareRuns(before.snapshot, takeIn(after, judging), judging, store);
    return before.notices.length === 0 ? found : { ...found, notices: [...before.notices] };
  } finally {
    before?.snapshot.close();
    after.close();
  }
}

/** A run that was judged and can be compared with earlier ones. */
export interface LaterRun {
  readonly snapshot: Snapshot;
  readonly intake: Intake;
  readonly tasks: readonly TaskAnswer[];
}

type Judging = Pick<AssessOptions, 'rules' | 'maxHops' | 'language'>;

/** What changed from a snapshot of a store to a later run, which was judged by the same rules. */
export function compareRuns(
  before: Snapshot,
  after: LaterRun,
  { rules, maxHops, language }: Judging,
  store: Store,
): HeadsUp {
  const active = resolveRules(rules);
  const recollection = recallBefore(store, before.run, { rules: active, maxHops });
  const { recallOpen, recallJudged, recallBehind } = recollection;
  const tell = (recalled: Partial<Earlier>): HeadsUp =>
    tellChanges(before, after, {
      active,
      maxHops,
      language,
      recollection: recalled,
      older: recollection.recallTasks(),
    });
  try {
    return tell(recollection);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    // A run that is recalled whole shows only while it is read that it is damaged. If one of these two is, so it will again.
    return tell({ recallOpen, recallJudged, recallBehind });
  } finally {
    recollection.close();
  }
}

interface Telling extends Pick<Judging, 'maxHops' | 'language'> {
  readonly active: readonly ActiveRule[];
  readonly recollection: Partial<Earlier>;
  readonly older: OlderAnswers;
}

function tellChanges(
  before: Snapshot,
  after: LaterRun,
  { active, maxHops, language, recollection, older }: Telling,
): HeadsUp {
  const reconciler = createTaskReconciler(before, keptLists(before));
  const earlier = {
    snapshot: before,
    judged: (isSettled: (glance: Glance) => boolean) =>
      reconciler.through(judge(before, active, { maxHops, isSettled })),
    ...recollection,
  };
  const differences = compare(earlier, after, findTwinsByName);
  const pastTasks = reconciler.conclude()?.report.tasks ?? [];
  const unreachable = closedSeeds(after);
  const found = headsUp({
    before: before.run,
    after: after.snapshot.run,
    differences,
    tasks: compareTasks(
      { run: before.run, tasks: pastTasks },
      { run: after.snapshot.run, tasks: after.tasks },
      older,
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

/** Judges a run for nothing but a comparison. */
function takeIn(snapshot: Snapshot, { rules, maxHops }: Judging): LaterRun {
  const reconciler = createTaskReconciler(snapshot, keptLists(snapshot));
  const intake = createIntake();
  for (const one of reconciler.through(judge(snapshot, resolveRules(rules), { maxHops }))) intake.note(one);
  return { snapshot, intake, tasks: reconciler.conclude()?.report.tasks ?? [] };
}
