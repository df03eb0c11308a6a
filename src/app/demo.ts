import { serveDemo, type DemoPortals } from '../demo/serve-demo.js';
import type { Language } from '../model/text.js';
import type { Assessment } from './judging/conclude.js';
import { fullConfigSchema, type FullConfig } from './context/config.js';
import { crawl } from './crawl.js';
import type { World } from './context/world.js';

/** What can be set when the demo is started. */
export type DemoSettings = Pick<FullConfig, 'store' | 'failOn' | 'baseline' | 'confirm' | 'known'>;

export interface DemoRequest {
  readonly settings: DemoSettings;
  readonly language: Language;
  readonly all: boolean;
}

/** The configuration of a walk of the demo. */
export function configureDemo(
  { config, rules }: Pick<DemoPortals, 'config' | 'rules'>,
  { store, failOn, baseline, confirm, known }: DemoSettings,
): FullConfig {
  return fullConfigSchema.parse({ ...config, rules, store, failOn, baseline, confirm, known });
}

/** Serves the demo portals on free ports, walks them, and closes them again. */
export async function runDemo({ settings, language, all }: DemoRequest, world: World): Promise<Assessment> {
  const portals = await serveDemo({ now: world.now });
  try {
    const config = configureDemo(portals, settings);
    return await crawl({ config, language, all, fresh: false }, world);
  } finally {
    await portals.close();
  }
}

/** The demo portals while they are open to anybody on this machine. */
export interface OpenDemo {
  /** Addresses worth opening in a browser, by what they are. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Serves the demo portals until closed. */
export async function openDemo(world: Pick<World, 'now'>): Promise<OpenDemo> {
  const { origins, close } = await serveDemo({ now: world.now });
  return {
    addresses: { playbook: `${origins.hub}/en-us/`, community: `${origins.community}/en-us/` },
    close,
  };
}
