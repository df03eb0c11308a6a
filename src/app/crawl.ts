import type { Store } from '../store/store.js';
import type { Language } from '../model/text.js';
import { assessOptions } from './judging/assess.js';
import type { FullConfig } from './context/config.js';
import { conclude, type Assessment } from './judging/conclude.js';
import { holdStore } from './runs/hold-store.js';
import { recordWalk, type WalkRequest } from './walking/record-walk.js';
import { pruneStore } from './prune.js';
import { setUp } from './walking/set-up.js';
import { tellChannels } from './notifying/tell-channels.js';
import { withWhatIsKept } from './walking/what-is-kept.js';
import type { World } from './context/world.js';

export interface CrawlRequest extends WalkRequest {
  /** For a configuration that names none. */
  readonly language: Language;
  /** Report every resource, not only what was found. */
  readonly all: boolean;
}

/**
 * Walks, keeps the snapshot in the store, and judges it. Rejects with a `SetupError` for anything that the
 * configuration names and that cannot be used, or a store that another run holds, before anything is fetched.
 */
export async function crawl(request: CrawlRequest, world: World): Promise<Assessment> {
  const { config, language, all } = request;
  const prepared = await setUp(request, world);
  const { store } = prepared;
  return holdStore(config.store, world.now(), async () => {
    const id = await recordWalk(prepared, request, world);
    try {
      const snapshot = store.open(id);
      try {
        const options = assessOptions(config, language, all);
        const assessment = conclude(store, snapshot, { config, options, isTonight: true, now: world.now() });
        const news = { store, run: snapshot.run, channels: config.notify, changes: assessment.untold };
        await tellChannels(news, world);
        return assessment;
      } finally {
        snapshot.close();
        tidy(store, config, world);
      }
    } catch (error) {
      throw withWhatIsKept(error, 'walked', id);
    }
  });
}

/** Deletes what is not kept. A failure to delete is no reason to withhold a report. */
function tidy(store: Store, config: FullConfig, { now, log }: World): void {
  try {
    for (const { id } of pruneStore(store, config, now()).removed)
      log.info('deleted an old run', { run: id });
  } catch (error) {
    log.warn('old runs cannot be deleted', { error: String(error) });
  }
}
