import { serveDemo } from '../demo/serve-demo.js';
import type { Language } from '../model/text.js';
import type { Threshold } from '../model/threshold.js';
import type { Assessment } from './judging/conclude.js';
import { fullConfigSchema, type FullConfig } from './config.js';
import { crawl } from './crawl.js';
import type { World } from './world.js';

export interface DemoRequest {
  /** Where the run is kept. */
  readonly store: string;
  readonly language: Language;
  readonly all: boolean;
  readonly failOn: Threshold;
}

/** Serves the demo portals on free ports, walks them, and closes them again. */
export async function runDemo(
  { store, failOn, language, all }: DemoRequest,
  world: World,
): Promise<Assessment> {
  const portals = await serveDemo({ now: world.now });
  try {
    const config: FullConfig = fullConfigSchema.parse({
      ...portals.config,
      rules: portals.rules,
      store,
      failOn,
    });
    return await crawl({ config, language, all, fresh: false }, world);
  } finally {
    await portals.close();
  }
}

/** The demo portals while they are open to anybody on this machine. */
export interface OpenDemo {
  /** Addresses worth opening in a browser, by what they are. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The configuration that walks them, as a file would hold it. */
  readonly config: unknown;
  readonly close: () => Promise<void>;
}

/** Serves the demo portals until closed. */
export async function openDemo(world: Pick<World, 'now'>): Promise<OpenDemo> {
  const { origins, config, rules, close } = await serveDemo({ now: world.now });
  return {
    addresses: { playbook: `${origins.hub}/en-us/`, community: `${origins.community}/en-us/` },
    config: { ...config, rules },
    close,
  };
}
