import { compare } from '../changes/compare.js';
import { headsUp } from '../changes/heads-up.js';
import { createIntake, type Intake } from '../changes/intake.js';
import { compareTasks } from '../changes/tasks.js';
import { openStore, type Store } from '../history/store.js';
import type { StoredSnapshot } from '../history/stored-snapshot.js';
import type { HeadsUp } from '../model/change.js';
import { SetupError } from '../model/problem.js';
import type { Glance } from '../model/print.js';
import type { Snapshot } from '../model/snapshot.js';
import type { TaskAnswer } from '../model/task-report.js';
import type { Language } from '../model/text.js';
import { judge } from '../verdicts/judge.js';
import { resolveRules } from '../verdicts/rule-set.js';
import { assessOptions, type AssessOptions } from './assess.js';
import { openBaseline } from './baseline-run.js';
import type { FullConfig } from './config.js';
import { findTwinsByName } from './find-twins.js';
import { judgingOf } from './run-options.js';
import { openTaskDesk } from './tasks/desk.js';
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
  let before: StoredSnapshot | null = null;
  try {
    before = between === undefined ? openSince(store, after, since) : store.open(between[0]);
    const options = assessOptions(config, language, false);
    const judging = asWalked ? { ...options, ...judgingOf(after.run) } : options;
    return compareRuns(before, takeIn(after, judging), judging);
  } finally {
    before?.close();
    after.close();
  }
}

/** A run after its judges, ready to be compared with earlier ones. */
export interface LaterRun {
  readonly snapshot: Snapshot;
  readonly intake: Intake;
  readonly tasks: readonly TaskAnswer[];
}

type Judging = Pick<AssessOptions, 'rules' | 'maxHops' | 'language'>;

/** What changed from a snapshot to a later run, which was judged by the same rules. */
export function compareRuns(
  before: Snapshot,
  after: LaterRun,
  { rules, maxHops, language }: Judging,
): HeadsUp {
  const active = resolveRules(rules);
  const desk = openTaskDesk(before, keptLists(before));
  const earlier = {
    snapshot: before,
    judged: (isSettled: (glance: Glance) => boolean) =>
      desk.through(judge(before, active, { maxHops, isSettled })),
  };
  const differences = compare(earlier, after, findTwinsByName);
  const pastTasks = desk.conclude()?.report.tasks ?? [];
  return headsUp({
    before: before.run,
    after: after.snapshot.run,
    differences,
    tasks: compareTasks(
      { run: before.run, tasks: pastTasks },
      { run: after.snapshot.run, tasks: after.tasks },
    ),
    language,
    tool: { name: toolName, version },
  });
}

/** Judges a run for nothing but a comparison. */
function takeIn(snapshot: Snapshot, { rules, maxHops }: Judging): LaterRun {
  const desk = openTaskDesk(snapshot, keptLists(snapshot));
  const intake = createIntake();
  for (const one of desk.through(judge(snapshot, resolveRules(rules), { maxHops }))) intake.note(one);
  return { snapshot, intake, tasks: desk.conclude()?.report.tasks ?? [] };
}

/** A run by its name; or the last one that a date already knew, else the first one after it. */
function openSince(store: Store, after: StoredSnapshot, since: string | undefined): StoredSnapshot {
  if (since !== undefined && store.runs().some(({ id }) => id === since)) return store.open(since);
  const date = since === undefined ? Number.POSITIVE_INFINITY : Date.parse(since);
  if (Number.isNaN(date)) return store.open(since);
  const before =
    openBaseline(store, after.run, ({ startedAt }) => startedAt <= date) ?? openBaseline(store, after.run);
  if (before !== null) return before;
  const message = `there is no earlier complete run of the same portals to compare ${after.run.id} with`;
  throw new SetupError([
    { place: { file: store.directory }, message, hint: 'walk them again, or name two runs with --between' },
  ]);
}
