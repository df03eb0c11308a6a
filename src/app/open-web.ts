import { describeProblem } from '../model/problem.js';
import { loadSecrets } from '../sources/credentials/secrets.js';
import { defaultUserAgent } from '../sources/user-agent.js';
import { createWeb, type Web } from '../sources/web.js';
import type { FullConfig } from './config.js';
import { version } from './version.js';
import type { World } from './world.js';

/**
 * Opens the web as a configuration wants it, and warns of cookies that have expired. Rejects with a `SetupError` for credentials that
 * cannot be read.
 */
export async function openWeb(config: FullConfig, { environment, now, log }: World): Promise<Web> {
  const { sources, limits, insecure, allowPrivate, deep } = config;
  const secrets = await loadSecrets(sources, now());
  for (const { problem, isAll } of secrets.expired) {
    // Of several, one that counts visits may well be over before the one that signs in.
    const tell = isAll ? log.warn : log.remark;
    tell(describeProblem(problem));
  }
  const userAgent = config.userAgent ?? defaultUserAgent(version);
  return createWeb({ sources, secrets, limits, userAgent, insecure, allowPrivate, deep, environment, now });
}
