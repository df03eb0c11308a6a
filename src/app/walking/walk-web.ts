import { walk } from '../../crawl/walk.js';
import { createFrontier } from '../../frontier/frontier.js';
import { politenessOf } from '../../frontier/politeness.js';
import type { Recorder } from '../../model/recorder.js';
import type { Beginning, Memory, WalkEnd } from '../../model/walk.js';
import type { LoadedSecrets } from '../../sources/credentials/secrets.js';
import { robotsOf } from '../../sources/robots/answer.js';
import { robotsToken } from '../../sources/user-agent.js';
import type { FullConfig } from '../context/config.js';
import { logFetch, logFrontier } from './log-walk.js';
import { createProgressMeter } from './measure-progress.js';
import { fileSeedsOf, openWeb } from '../web/open-web.js';
import { createReader } from '../reading/reader.js';
import type { ReadingThread } from '../reading/thread.js';
import type { TaskPlan } from '../task-lists/task-plan.js';
import type { World } from '../context/world.js';

/** What a walk writes to, and what it knows from before and of its sources. */
export interface Keeping {
  readonly recorder: Recorder;
  readonly memory: Memory | null;
  /** Where to go on; `null` to start from the seeds. */
  readonly beginning: Beginning | null;
  /** A thread that was started ahead; one is started if there is none. */
  readonly thread?: ReadingThread | undefined;
  readonly secrets: LoadedSecrets;
}

/** Walks everything the configuration names, over the real web and among files, asks the searches, and records what it sees. */
export async function walkWeb(
  config: FullConfig,
  plan: TaskPlan,
  { recorder, memory, beginning, thread, secrets }: Keeping,
  world: World,
): Promise<WalkEnd> {
  const { limits, checkFragments, checkStyles, rules } = config;
  const web = openWeb(config, secrets, world);
  const urlKey = Math.floor(world.random() * 2 ** 32);
  const fileSeeds = fileSeedsOf(config);
  const reader = createReader({ checkFragments, checkStyles, rules, urlKey, fileSeeds }, thread);
  if (beginning !== null) resumePlan(plan, beginning);
  const token = config.userAgent === undefined ? robotsToken : productOf(config.userAgent);
  // One document may take seconds to read, and who stops a walk does not wait for that.
  const stopReading = (): void => void reader.close();
  world.signal.addEventListener('abort', stopReading);
  try {
    return await walk(
      { ...config, searches: plan.searches, documents: plan.documents },
      {
        frontier: logFrontier(createFrontier(politenessOf(limits)), world),
        fetch: logFetch(web.fetch, world.log),
        follow: web.follow,
        reader,
        recorder: plan.watch(recorder),
        memory,
        beginning,
        robotsOf: (answer) => robotsOf(answer, token),
        now: world.now,
        random: world.random,
        after: callAfter,
        signal: world.signal,
        onProgress: createProgressMeter(world.now, world.onProgress),
      },
    );
  } finally {
    world.signal.removeEventListener('abort', stopReading);
    await Promise.all([web.close(), reader.close()]);
  }
}

/** Adds to the plan what an earlier part of the run has recorded. */
function resumePlan(plan: TaskPlan, beginning: Beginning): void {
  const ignore = (): void => undefined;
  const { record } = plan.watch({ record: ignore, note: ignore, end: ignore });
  for (const resource of beginning.resources()) record(resource);
}

/** The name robots.txt would know a user agent by: `linkcheck` of `linkcheck/1.0 (…)`. */
function productOf(userAgent: string): string {
  return userAgent.split(/[/\s]/, 1)[0] ?? userAgent;
}

function callAfter(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}
