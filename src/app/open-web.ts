import { loadSecrets } from '../sources/secrets.js';
import { defaultUserAgent } from '../sources/user-agent.js';
import { createWeb, type Web } from '../sources/web.js';
import type { FullConfig } from './config.js';
import { version } from './version.js';
import type { World } from './world.js';

/** Opens the web as a configuration wants it. Rejects with a `SetupError` for credentials that cannot be read. */
export async function openWeb(config: FullConfig, { environment, now }: World): Promise<Web> {
  const { sources, limits, insecure, allowPrivate, deep } = config;
  const secrets = await loadSecrets(sources);
  const userAgent = config.userAgent ?? defaultUserAgent(version);
  return createWeb({ sources, secrets, limits, userAgent, insecure, allowPrivate, deep, environment, now });
}
