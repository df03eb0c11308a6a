import { openStore, type Store } from '../../store/store.js';
import { SetupError, type Problem } from '../../model/problem.js';
import { proxiesOf } from '../../sources/connections/proxy.js';
import type { LoadedSecrets } from '../../sources/credentials/secrets.js';
import { checkNotHeld } from '../runs/hold-store.js';
import { checkBaseline } from '../kept/baseline.js';
import { checkMemories } from '../kept/memories.js';
import { loadKnownIssues } from '../kept/known-issues.js';
import { readSecrets } from '../web/secrets.js';
import { readFileLists, type FileLists } from '../task-lists/read-lists.js';
import type { FullConfig } from '../context/config.js';
import { runToResume } from './run-to-resume.js';
import type { World } from '../context/world.js';

/** What is to be walked. */
export interface SetUpRequest {
  readonly config: FullConfig;
  /** Go on with a run that did not end, by its id or the last one, instead of beginning a new one. */
  readonly resume?: { readonly run: string | undefined } | undefined;
}

/** What a run begins with. */
export interface SetUp {
  readonly store: Store;
  /** What the task lists say that are files. */
  readonly fileLists: FileLists;
  readonly secrets: LoadedSecrets;
}

/**
 * Looks at everything that a run, its conclusion included, needs besides the web. Rejects with a `SetupError` that carries every
 * mistake at once: whoever mends one should not hear of the next only then.
 */
export async function setUp(
  { config, resume }: SetUpRequest,
  { environment, now }: Pick<World, 'environment' | 'now'>,
): Promise<SetUp> {
  const problems: Problem[] = [];
  const attempt = async <Value>(read: () => Value | Promise<Value>): Promise<Value | null> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const store = await attempt(() => openStore(config.store));
  if (store !== null) {
    await attempt(() => checkNotHeld(config.store));
    if (resume !== undefined) await attempt(() => runToResume(store, config, resume.run));
    await attempt(() => checkBaseline(store, config.baseline));
    await attempt(() => checkMemories(store));
  }
  await attempt(() => loadKnownIssues(config.known));
  await attempt(() => proxiesOf(environment));
  const secrets = await attempt(() => readSecrets(config, { now }));
  const fileLists = await attempt(() => readFileLists(config));
  if (store === null || secrets === null || fileLists === null || problems.length > 0)
    throw new SetupError(problems);
  return { store, fileLists, secrets };
}
