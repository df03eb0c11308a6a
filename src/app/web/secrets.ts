import { describeProblem } from '../../model/problem.js';
import { loadSecrets, type LoadedSecrets } from '../../sources/credentials/secrets.js';
import type { FullConfig } from '../context/config.js';
import type { World } from '../context/world.js';

/** Reads the files that credentials name. Rejects with a `SetupError` for those that cannot be used. */
export function readSecrets(
  { sources }: Pick<FullConfig, 'sources'>,
  { now }: Pick<World, 'now'>,
): Promise<LoadedSecrets> {
  return loadSecrets(sources, now());
}

/** Warns of cookies that have expired. */
export function remarkOnExpired({ expired }: LoadedSecrets, { log }: Pick<World, 'log'>): void {
  for (const { problem, isAll } of expired) {
    // If only some have expired, they may be of no use for signing in.
    const tell = isAll ? log.warn : log.remark;
    tell(describeProblem(problem));
  }
}
