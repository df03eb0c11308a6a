import { createIntake } from '../changes/intake/intake.js';
import type { HeadsUp } from '../model/change.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Language } from '../model/text.js';
import { openStore, type Store } from '../store/store.js';
import { judge } from '../verdicts/judge.js';
import type { FullConfig } from './context/config.js';
import { assessOptions } from './judging/assess.js';
import { compareRuns, type LaterRun } from './judging/compare-runs.js';
import { judgingBy } from './judging/recall/runs-before.js';
import { readBehindIn } from './judging/recall/read-behind.js';
import { openEarlier, type EarlierRun } from './runs/earlier-run.js';
import { passedOver } from './runs/passed-over.js';
import { withRulesOf, type JudgingOptions } from './runs/run-options.js';
import { keptLists } from './task-lists/kept-lists.js';
import { createTaskReconciler } from './task-lists/task-reconciler.js';

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
    const found = compareRuns(before.snapshot, takeIn(store, after, judging), judging, store);
    const passed = between === undefined ? passedOver(store, after.run.id) : [];
    const notices = [...passed.map((notice) => notice[language]), ...before.notices];
    return notices.length === 0 ? found : { ...found, notices };
  } finally {
    before?.snapshot.close();
    after.close();
  }
}

/** Judges a run for nothing but a comparison. */
function takeIn(store: Store, snapshot: Snapshot, options: JudgingOptions): LaterRun {
  const judging = judgingBy(options);
  const readBehind = readBehindIn(store, snapshot, judging);
  const reconciler = createTaskReconciler(snapshot, keptLists(snapshot), readBehind);
  const intake = createIntake();
  for (const one of reconciler.through(judge(snapshot, judging.rules, judging))) intake.note(one);
  return { snapshot, intake, tasks: reconciler.conclude()?.report.tasks ?? [] };
}
