import { walk } from '../crawl/walk.js';
import { createFrontier } from '../frontier/frontier.js';
import type { Recorder } from '../model/recorder.js';
import type { Memory, WalkEnd } from '../model/walk.js';
import { robotsOf } from '../sources/robots-answer.js';
import { loadSecrets } from '../sources/secrets.js';
import { defaultUserAgent, robotsToken } from '../sources/user-agent.js';
import { createWeb } from '../sources/web.js';
import type { FullConfig } from './config.js';
import { createProgressMeter } from './measure-progress.js';
import { createReader } from './reading/reader.js';
import { version } from './version.js';
import type { World } from './world.js';

/** What a walk writes to, and what it knows from before. */
export interface Keeping {
  readonly recorder: Recorder;
  readonly memory: Memory | null;
}

/** Walks everything the configuration names over the real web, asks the searches, and records what it sees. */
export async function walkWeb(
  config: FullConfig,
  searches: readonly string[],
  { recorder, memory }: Keeping,
  world: World,
): Promise<WalkEnd> {
  const { sources, limits, insecure, allowPrivate, deep, checkFragments, rules } = config;
  const userAgent = config.userAgent ?? defaultUserAgent(version);
  const web = createWeb({
    sources,
    secrets: await loadSecrets(sources),
    limits,
    userAgent,
    insecure,
    allowPrivate,
    deep,
    environment: world.environment,
    now: world.now,
  });
  const reader = createReader({ checkFragments, rules });
  const token = config.userAgent === undefined ? robotsToken : productOf(config.userAgent);
  try {
    return await walk(
      { ...config, searches },
      {
        frontier: createFrontier(limits),
        fetch: web.fetch,
        follow: web.follow,
        reader,
        recorder,
        memory,
        robotsOf: (answer, origin) => robotsOf(answer, origin, token),
        now: world.now,
        random: world.random,
        after: callAfter,
        signal: world.signal,
        onProgress: createProgressMeter(world.now, world.onProgress),
      },
    );
  } finally {
    await Promise.all([web.close(), reader.close()]);
  }
}

/** The name robots.txt would know a user agent by: `linkcheck` of `linkcheck/1.0 (…)`. */
function productOf(userAgent: string): string {
  return userAgent.split(/[/\s]/, 1)[0] ?? userAgent;
}

function callAfter(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}
