import { openStore } from '../history/store.js';
import { redactUrl } from '../kit/redact.js';
import type { Recorder } from '../model/recorder.js';
import type { Language } from '../model/text.js';
import type { Run } from '../model/snapshot.js';
import { assess, assessOptions, type Assessment } from './assess.js';
import type { FullConfig } from './config.js';
import { nameRun } from './run-id.js';
import { optionsOf } from './run-options.js';
import { version } from './version.js';
import { walkWeb } from './walk-web.js';
import type { World } from './world.js';

export interface CrawlRequest {
  readonly config: FullConfig;
  /** For a configuration that names none. */
  readonly language: Language;
  /** Report every resource, not only what was found. */
  readonly all: boolean;
}

/**
 * Walks, keeps the snapshot in the store, and judges it. Rejects with a `SetupError` for a store or credentials that
 * cannot be used, before anything is fetched.
 */
export async function crawl({ config, language, all }: CrawlRequest, world: World): Promise<Assessment> {
  const store = openStore(config.store);
  const run = describeRun(config, world);
  await record(store.begin(run), config, world);
  const snapshot = store.open(run.id);
  try {
    return assess(snapshot, assessOptions(config, language, all));
  } finally {
    snapshot.close();
  }
}

/** Whatever happens, the run is ended in the store, so that what was seen can be read. */
async function record(recorder: Recorder, config: FullConfig, world: World): Promise<void> {
  let end = { complete: false, limitsReached: ['failed'] as readonly string[] };
  try {
    end = await walkWeb(config, [], recorder, withDeadline(world, config.limits.maxTime));
  } finally {
    recorder.end({ ...end, endedAt: world.now() });
  }
}

function describeRun(config: FullConfig, world: World): Run {
  const startedAt = world.now();
  return {
    id: nameRun(startedAt, world.random),
    startedAt,
    endedAt: null,
    complete: false,
    limitsReached: [],
    sources: config.sources.map(({ id, title, seeds, library, language }) => ({
      id,
      title: title ?? '',
      seeds: seeds.map(redactUrl),
      library,
      language: language ?? null,
    })),
    checkFragments: config.checkFragments,
    version,
    options: optionsOf(config),
  };
}

/** A world that asks to stop after so many seconds. */
function withDeadline(world: World, seconds: number | undefined): World {
  if (seconds === undefined) return world;
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort('max-time'), seconds * 1000);
  timer.unref();
  return { ...world, signal: AbortSignal.any([world.signal, deadline.signal]) };
}
