import { createMemory } from '../history/memory.js';
import type { Store } from '../history/store.js';
import type { Memory } from '../model/walk.js';
import type { FullConfig } from './config.js';
import { describeRun } from './describe-run.js';
import { lastCompleteRun } from './last-run.js';
import { isReadAlike } from './run-options.js';
import { walkWeb, type Keeping } from './walk-web.js';
import type { World } from './world.js';

export interface WalkRequest {
  readonly config: FullConfig;
  /** Ask for everything as if it had never been seen. */
  readonly fresh: boolean;
}

/** Walks into a run of the store, which must be held; gives the run's id. */
export async function recordWalk(
  store: Store,
  { config, fresh }: WalkRequest,
  world: World,
): Promise<string> {
  const run = describeRun(config, world);
  await withMemory(store, fresh ? null : config, async (memory) => {
    const recorder = store.begin(run);
    await walkToEnd(config, { recorder, memory }, world);
  });
  return run.id;
}

/** Lends what the last complete run knows, where what it read holds today. */
async function withMemory(
  store: Store,
  config: FullConfig | null,
  work: (memory: Memory | null) => Promise<void>,
): Promise<void> {
  const last = config === null ? null : lastCompleteRun(store, config);
  if (config === null || last?.run == null || !isReadAlike(last.run, config)) return work(null);
  const snapshot = store.open(last.id);
  try {
    await work(createMemory(snapshot));
  } finally {
    snapshot.close();
  }
}

/** Whatever happens, the run is ended in the store, so that what was seen can be read. */
async function walkToEnd(config: FullConfig, keeping: Keeping, world: World): Promise<void> {
  let end = { complete: false, limitsReached: ['failed'] as readonly string[] };
  try {
    end = await walkWeb(config, [], keeping, withDeadline(world, config.limits.maxTime));
  } finally {
    keeping.recorder.end({ ...end, endedAt: world.now() });
  }
}

/** A world that asks to stop after so many seconds. */
function withDeadline(world: World, seconds: number | undefined): World {
  if (seconds === undefined) return world;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort('max-time'), seconds * 1000);
  timer.unref();
  return { ...world, signal: AbortSignal.any([world.signal, deadline.signal]) };
}
