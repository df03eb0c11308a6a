import { configSchema, type Config } from '../../src/model/config.js';
import type { Answer, FetchRequest } from '../../src/model/fetch.js';
import { createWeb, type Web, type WebOptions } from '../../src/sources/web.js';

type ConfigInput = Parameters<typeof configSchema.parse>[0];

/** A web on loopback for tests: nothing from the environment, nothing secret unless given. */
export function openWeb(config: ConfigInput = {}, options: Partial<WebOptions> = {}): Web {
  const { sources, limits }: Config = configSchema.parse(config);
  return createWeb({
    sources,
    limits,
    secrets: { tokens: new Map(), jars: new Map() },
    userAgent: 'playbook-health/test',
    insecure: false,
    allowPrivate: sources.length === 0,
    deep: false,
    environment: {},
    now: Date.now,
    ...options,
  });
}

/** One GET for a page by nobody in particular, unless told otherwise. */
export function get(web: Web, url: string, more: Partial<FetchRequest> = {}): Promise<Answer> {
  const request: FetchRequest = { url, method: 'GET', source: null, appetite: 'whole', ...more };
  return web.fetch(request, new AbortController().signal);
}
