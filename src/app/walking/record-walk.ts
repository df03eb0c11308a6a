import { holds } from '../../crawl/resume.js';
import { createMemory } from '../../store/snapshot/memory.js';
import type { Store } from '../../store/store.js';
import type { StoredSnapshot } from '../../store/snapshot/stored-snapshot.js';
import type { Memory } from '../../model/walk.js';
import type { FullConfig } from '../context/config.js';
import { beginRun } from './begin-run.js';
import { lastCompleteRun } from '../runs/last-complete-run.js';
import { remarkOnExpired } from '../web/secrets.js';
import { isReadAlike } from '../runs/run-options.js';
import type { ReadingThread } from '../reading/thread.js';
import { runToResume } from './run-to-resume.js';
import { keepLists } from '../task-lists/kept-lists.js';
import { planTasks, type TaskPlan } from '../task-lists/task-plan.js';
import { completeLists } from '../task-lists/read-lists.js';
import { recallLists } from '../task-lists/recall-lists.js';
import type { SetUp, SetUpRequest } from './set-up.js';
import { walkWeb, type Keeping } from './walk-web.js';
import { withWhatIsKept } from './what-is-kept.js';
import type { World } from '../context/world.js';

export interface WalkRequest extends SetUpRequest {
  /** Ask for everything as if it had never been seen. */
  readonly fresh?: boolean;
  /** A thread that reads, started ahead. */
  readonly thread?: ReadingThread;
}

/** Walks into a run of the store, which must be held; gives the run's id. */
export async function recordWalk(
  { store, fileLists, secrets }: SetUp,
  request: WalkRequest,
  world: World,
): Promise<string> {
  const { config, fresh = false, resume } = request;
  remarkOnExpired(secrets, world);
  const lists = recallLists(await completeLists(fileLists, config, secrets, world), store);
  // Again, since another process may have ended it meanwhile. Before the run begins: whoever looks through the store meanwhile
  // would hold its file.
  const resumed = resume === undefined ? null : runToResume(store, config, resume.run);
  const last = fresh ? null : snapshotToRemember(store, config, resumed, world);
  return withMemory(last, async (memory) => {
    const { id, recorder, beginning } = open(store, config, resumed, world);
    try {
      keepLists(recorder, lists);
      const plan = planTasks(lists, config.sources);
      await walkToEnd(config, plan, { recorder, beginning, memory, thread: request.thread, secrets }, world);
      return id;
    } catch (error) {
      throw withWhatIsKept(error, 'begun', id);
    }
  });
}

interface Opened extends Omit<Keeping, 'memory' | 'thread' | 'secrets'> {
  readonly id: string;
}

function open(store: Store, config: FullConfig, resumed: string | null, world: World): Opened {
  if (resumed !== null) return { id: resumed, ...store.resume(resumed, holds) };
  const run = beginRun(config, world, store.latest());
  return { id: run.id, recorder: store.begin(run), beginning: null };
}

/**
 * The last complete run, where what it read holds today, but for one that goes on. One that cannot be read costs time tonight
 * and nothing else.
 */
function snapshotToRemember(
  store: Store,
  config: FullConfig,
  resumed: string | null,
  { log }: World,
): StoredSnapshot | null {
  const last = lastCompleteRun(store, config, resumed);
  if (last?.run == null || !isReadAlike(last.run, config)) return null;
  try {
    return store.open(last.id);
  } catch (error) {
    log.warn('the last run cannot be read', { run: last.id, error: String(error) });
    return null;
  }
}

async function withMemory<Value>(
  snapshot: StoredSnapshot | null,
  work: (memory: Memory | null) => Promise<Value>,
): Promise<Value> {
  if (snapshot === null) return work(null);
  try {
    return await work(createMemory(snapshot));
  } finally {
    snapshot.close();
  }
}

/** Whatever happens, the run is ended in the store, so that what was seen can be read. */
async function walkToEnd(config: FullConfig, plan: TaskPlan, keeping: Keeping, world: World): Promise<void> {
  let end = { complete: false, limitsReached: ['failed'] as readonly string[] };
  try {
    end = await walkWeb(config, plan, keeping, withDeadline(world, config.limits.maxTime));
  } finally {
    keeping.recorder.end({ ...end, endedAt: world.now() });
  }
}

/** A world that asks to stop after a number of seconds. */
function withDeadline(world: World, seconds: number | undefined): World {
  if (seconds === undefined) return world;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort('max-time'), seconds * 1000);
  timer.unref();
  return { ...world, signal: AbortSignal.any([world.signal, deadline.signal]) };
}
