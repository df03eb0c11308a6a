import { fullConfigSchema, type FullConfig } from '../../src/app/context/config.js';
import { crawl } from '../../src/app/crawl.js';
import { openStore } from '../../src/store/store.js';
import type { Report } from '../../src/model/report.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { temporaryFolder } from './temporary-folder.js';

type ConfigInput = Parameters<typeof fullConfigSchema.parse>[0];

/** What a walk in this process left behind. */
export interface Walked {
  readonly config: FullConfig;
  readonly report: Report;
  readonly snapshot: Snapshot & { readonly close: () => void };
}

/** Walks as the program does, store and report included, in this process: the caller may be the web, too. */
export async function walkHere(
  given: ConfigInput,
  environment: Readonly<Record<string, string>>,
): Promise<Walked> {
  const config = fullConfigSchema.parse({ ...Object(given), store: temporaryFolder() });
  const nothing = (): undefined => undefined;
  const { report } = await crawl(
    { config, language: 'en', all: false, fresh: true },
    {
      now: Date.now,
      random: Math.random,
      environment,
      signal: new AbortController().signal,
      log: { debug: nothing, info: nothing, warn: nothing, remark: nothing, isVerbose: false },
      onProgress: nothing,
    },
  );
  return { config, report, snapshot: openStore(config.store).open(report.run.id) };
}
