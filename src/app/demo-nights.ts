import { nightlyChanges } from '../demo/nights.js';
import { serveDemo } from '../demo/serve-demo.js';
import type { Report } from '../model/report.js';
import type { Language } from '../model/text.js';
import { crawl } from './crawl.js';
import { configureDemo, type DemoSettings } from './demo.js';
import type { World } from './context/world.js';

export interface NightsRequest {
  readonly settings: DemoSettings;
  readonly language: Language;
  readonly all: boolean;
  /** How many, the first included. */
  readonly nights: number;
}

/** One night: what was planted, and what the walk found. */
export interface Night {
  /** From 0. */
  readonly night: number;
  readonly stories: readonly string[];
  readonly report: Report;
  readonly exitCode: number;
}

const oneDay = 86_400_000;

/** Walks the demo portals night after night, at the same addresses, the last tonight; each night is given when it is over. */
export async function* walkNights(
  { settings, language, all, nights }: NightsRequest,
  world: World,
): AsyncGenerator<Night> {
  let night = 0;
  const now = (): number => world.now() - (nights - 1 - night) * oneDay;
  const portals = await serveDemo({ now });
  try {
    const config = configureDemo(portals, settings);
    for (; night < nights && !world.signal.aborted; night++) {
      portals.turnTo(night);
      // A signal of its own for each night, since the listeners of a walk stay on its signal.
      const tonight = { ...world, now, signal: AbortSignal.any([world.signal]) };
      const { report, exitCode } = await crawl({ config, language, all, fresh: false }, tonight);
      yield { night, stories: storiesOf(night, language), report, exitCode };
    }
  } finally {
    await portals.close();
  }
}

function storiesOf(night: number, language: Language): readonly string[] {
  return nightlyChanges.filter((change) => change.night === night).map(({ story }) => story[language]);
}
