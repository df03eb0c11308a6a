import { openStore } from '../history/store.js';
import type { Language } from '../model/text.js';
import { assess, assessOptions, type Assessment } from './assess.js';
import { holdStore } from './hold-store.js';
import { recordWalk, type WalkRequest } from './record-walk.js';
import type { World } from './world.js';

export interface CrawlRequest extends WalkRequest {
  /** For a configuration that names none. */
  readonly language: Language;
  /** Report every resource, not only what was found. */
  readonly all: boolean;
}

/**
 * Walks, keeps the snapshot in the store, and judges it. Rejects with a `SetupError` for a store or credentials that
 * cannot be used, or a store that another run holds, before anything is fetched.
 */
export async function crawl(request: CrawlRequest, world: World): Promise<Assessment> {
  const { config, language, all } = request;
  const store = openStore(config.store);
  return holdStore(config.store, world.now(), async () => {
    const snapshot = store.open(await recordWalk(store, request, world));
    try {
      return assess(snapshot, assessOptions(config, language, all));
    } finally {
      snapshot.close();
    }
  });
}
