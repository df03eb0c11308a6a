import { fullConfigSchema, type FullConfig } from '../../src/app/context/config.js';
import type { World } from '../../src/app/context/world.js';

const ignore = (): void => undefined;

/** The world as it is, without anybody who watches. */
export function quietWorld(world: Partial<World> = {}): World {
  return {
    now: Date.now,
    random: Math.random,
    environment: {},
    signal: new AbortController().signal,
    log: { debug: ignore, info: ignore, warn: ignore, remark: ignore, isVerbose: false },
    onProgress: ignore,
    ...world,
  };
}

let nights = 0;

/** The same, a day after the last one that was made. */
export function nextNight(world: Partial<World> = {}): World {
  const shift = ++nights * 86_400_000;
  return quietWorld({ now: () => Date.now() + shift, ...world });
}

/** A configuration that walks one site without waiting for anything. */
export function configOf(origin: string, store: string, rest: Record<string, unknown> = {}): FullConfig {
  return fullConfigSchema.parse({
    sources: [{ id: 'site', seeds: [`${origin}/`] }],
    limits: { retries: 0, backoff: 0, maxWait: 20 },
    store,
    ...rest,
  });
}
