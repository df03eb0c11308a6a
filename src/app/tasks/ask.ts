import { utcDay } from '../../kit/time/utc-day.js';
import { openStore, type Store } from '../../store/store.js';
import { SetupError } from '../../model/problem.js';
import type { Run, Snapshot } from '../../model/snapshot.js';
import { type TaskAnswer, type TaskReconciliation } from '../../model/task-report.js';
import type { Language, Text } from '../../model/text.js';
import { nearestIds } from '../../tasks/list/nearest-ids.js';
import type { Facts } from '../../tasks/render/facts.js';
import { fullConfigSchema, type FullConfig } from '../context/config.js';
import { judgingBy } from '../judging/recall/runs-before.js';
import { readBehindIn } from '../judging/recall/read-behind.js';
import { passedOver } from '../runs/passed-over.js';
import { judgingOf, type JudgingOptions } from '../runs/run-options.js';
import type { World } from '../context/world.js';
import { consult, factsFor, type Consultation } from './consult.js';
import { keptLists, type KeptLists, type ReadList } from '../task-lists/kept-lists.js';
import { isLost, listsOf } from '../task-lists/recall-lists.js';
import { listsBehind } from './lists-behind.js';
import type { Recheck } from './recheck.js';
import { noListRead, noTask } from './refusals.js';
import { staleness } from './staleness.js';

/** Whether to rest on the last run alone, to look again at what an answer rests on, or to walk everything first. */
export type Freshness = 'offline' | 'recheck' | 'walk';

export interface TaskRequest {
  readonly config: FullConfig;
  /** The tasks asked about; `null` for all of them. */
  readonly ids: readonly string[] | null;
  readonly freshness: Freshness;
  readonly language: Language;
  /** Judge it by the rules it was walked with, not by those of the configuration. */
  readonly asWalked: boolean;
}

/** An id that no list names. */
export interface UnknownTask {
  readonly id: string;
  readonly nearest: readonly string[];
  /** Lists that could not be read, and may name it: those that did first. */
  readonly unread: readonly string[];
}

/** What is known of the tasks asked about. */
export interface TaskReply {
  readonly reconciliation: TaskReconciliation;
  readonly unknown: readonly UnknownTask[];
  readonly facts: Facts;
  readonly run: Run;
  /** When what the answers rest on was seen, milliseconds since 1970-01-01T00:00:00Z. */
  readonly seenAt: number;
  /** What the reader should know about where the answer comes from. */
  readonly notices: readonly Text[];
}

/** Answers from the last run that knows tasks. Rejects with a `SetupError` if there is none. */
export async function askTasks<Value>(
  request: TaskRequest,
  world: World,
  use: (reply: TaskReply) => Value,
): Promise<Value> {
  const store = openStore(request.config.store);
  let newest: string | undefined;
  for (const id of runsToAsk(store, request)) {
    const snapshot = store.open(id);
    try {
      const notices = newest === undefined ? passedOver(store, id) : [knowsNone(newest)];
      newest ??= id;
      const reply = await answer({ store, snapshot, notices }, request, world);
      if (reply !== null) return use(reply);
    } finally {
      snapshot.close();
    }
  }
  const lost = newest === undefined ? [] : listsOf(store, newest).lists.filter(isLost);
  const refusal = lost.length === 0 ? noTask : noListRead;
  throw new SetupError([
    ...lost.flatMap(({ problems }) => problems.slice(0, 1)),
    { place: { file: request.config.store }, ...refusal[request.language] },
  ]);
}

/** The most runs asked: to look further back is of no use. */
const mostAsked = 10;

/** Runs that may know tasks, the newest first: others may have walked other portals since. */
function* runsToAsk(store: Store, { freshness }: TaskRequest): Generator<string, void> {
  let left = freshness === 'walk' ? 1 : mostAsked;
  for (const id of store.ended()) {
    yield id;
    if (--left === 0) return;
  }
}

/** A run to answer from, and what to say about the choice. */
interface AskedRun {
  readonly store: Store;
  readonly snapshot: Snapshot;
  readonly notices: readonly Text[];
}

/** `null` if the run knows no task. */
async function answer(
  { store, snapshot, notices }: AskedRun,
  request: TaskRequest,
  world: World,
): Promise<TaskReply | null> {
  const { config, ids, freshness } = request;
  const { run } = snapshot;
  const judging = judgingFor(run, request);
  const kept = keptLists(snapshot);
  const only = ids === null ? undefined : new Set(ids);
  const sources = { kept, readBehind: readBehindIn(store, snapshot, judgingBy(judging)) };
  const consultation = consult(snapshot, sources, judging, only);
  const { reconciliation } = consultation;
  if (reconciliation === null) return null;
  const unknown = unknownTasks(ids ?? [], consultation, kept, { store, snapshot });
  const asOf = run.endedAt ?? run.startedAt;
  const replyFrom = (
    seen: Snapshot,
    reconciled: TaskReconciliation,
    seenAt: number,
    stale: readonly Text[],
  ): TaskReply => ({
    reconciliation: reconciled,
    unknown,
    facts: factsFor(reconciled.report.tasks, seen, store, judging.rules),
    run,
    seenAt,
    notices: [...notices, ...unreadLists(kept), ...stale],
  });
  if (freshness !== 'recheck' || ids === null) return replyFrom(snapshot, reconciliation, asOf, []);
  const now = await lookAgain(reconciliation.report.tasks, snapshot, config, world);
  const again = consult(now.snapshot, sources, judging, only).reconciliation ?? reconciliation;
  const stale = await staleness(now, run);
  const seenAt = now.answered > 0 && stale.length === 0 ? world.now() : asOf;
  return replyFrom(now.snapshot, again, seenAt, stale);
}

function judgingFor(run: Run, { config, asWalked }: TaskRequest): JudgingOptions {
  const walked = asWalked ? judgingOf(run) : null;
  return walked ?? { rules: config.rules, maxHops: config.limits.maxHops };
}

function unknownTasks(
  asked: readonly string[],
  { ids: known, closed }: Consultation,
  { lists }: KeptLists,
  { store, snapshot }: Pick<AskedRun, 'store' | 'snapshot'>,
): readonly UnknownTask[] {
  const ids = new Set(known);
  const left = asked.filter((id) => !ids.has(id));
  if (left.length === 0) return [];
  const unread = lists.filter(isUnread).map(({ name }) => name);
  const behind = listsBehind(closed, left, snapshot.run, store);
  return left.map((id) => ({
    id,
    nearest: nearestIds(id, known),
    unread: [...(behind.get(id) ?? []), ...unread],
  }));
}

/** Walking and fetching are loaded where they are needed: most answers need neither. */
async function lookAgain(
  answers: readonly TaskAnswer[],
  snapshot: Snapshot,
  config: FullConfig,
  world: World,
): Promise<Recheck> {
  const ids = answers.flatMap(({ documents }) =>
    documents.flatMap(({ sightings }) => sightings.map(({ resource }) => resource)),
  );
  const { recheck } = await import('./recheck.js');
  return recheck(snapshot, ids, reachable(config, snapshot.run), world);
}

/** Without a configuration, the portals of the run are meant. */
function reachable(config: FullConfig, { sources }: Run): FullConfig {
  if (config.sources.length > 0) return config;
  const named = sources.map(({ id, title, seeds }) => ({ id, title, seeds: [...seeds] }));
  const parsed = fullConfigSchema.safeParse({ sources: named });
  return parsed.success ? { ...config, sources: parsed.data.sources } : config;
}

/** Whether a list could not be read when it was walked, though its tasks may be known from before. */
function isUnread(list: ReadList): boolean {
  return list.recalledFrom !== undefined || isLost(list);
}

/** The lists that could not be read when it was walked, and what that means. */
function unreadLists({ lists }: KeptLists): readonly Text[] {
  return lists.filter(isUnread).map(({ name, recalledFrom }) =>
    recalledFrom === undefined
      ? {
          en: `The list ${name} could not be read: what it says of tasks is missing here.`,
          ja: `リスト ${name} を読み取れなかったため、その内容はここに含まれていません。`,
        }
      : {
          en: `The list ${name} could not be read: what it said on ${utcDay(recalledFrom)} is used.`,
          ja: `リスト ${name} を読み取れなかったため、${utcDay(recalledFrom)} に読み取った内容を使っています。`,
        },
  );
}

function knowsNone(id: string): Text {
  return {
    en: `A newer run, ${id}, knows no task: what follows is from before it.`,
    ja: `より新しい巡回 ${id} にはタスクの情報がないため、それ以前の巡回の結果を示します。`,
  };
}
