import { describeProblem } from '../model/problem.js';
import { loadSecrets, type LoadedSecrets } from '../sources/credentials/secrets.js';
import { defaultUserAgent } from '../sources/user-agent.js';
import { createWeb, type Web } from '../sources/web.js';
import type { FullConfig } from './config.js';
import { version } from './version.js';
import type { World } from './world.js';

/** Reads the files that credentials name. Rejects with a `SetupError` for those that cannot be used. */
export function readSecrets(
  { sources }: Pick<FullConfig, 'sources'>,
  { now }: Pick<World, 'now'>,
): Promise<LoadedSecrets> {
  return loadSecrets(sources, now());
}

/** Warns of cookies that have expired. */
export function remarkOnExpired({ expired }: LoadedSecrets, { log }: Pick<World, 'log'>): void {
  for (const { problem, isAll } of expired) {
    // If only some have expired, they may be of no use for signing in.
    const tell = isAll ? log.warn : log.remark;
    tell(describeProblem(problem));
  }
}

/** Opens the web as a configuration wants it. Throws a `SetupError` if the environment names an impossible proxy. */
export function openWeb(config: FullConfig, secrets: LoadedSecrets, { environment, now }: World): Web {
  const { sources, limits, insecure, allowPrivate, deep } = config;
  const userAgent = config.userAgent ?? defaultUserAgent(version);
  return createWeb({ sources, secrets, limits, userAgent, insecure, allowPrivate, deep, environment, now });
}
