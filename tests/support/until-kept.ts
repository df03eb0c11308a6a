import { start } from './command-line.js';

/**
 * Resolves when the unfinished run of a store has so many resources on the disk: that much outlives its process. Asks another
 * process, since an engine that is done with a file may hold it for a while.
 */
export async function untilKept(store: string, resources: number, cwd: string): Promise<void> {
  for (;;) {
    const { stdout } = await start(['runs', '--store', store], cwd).ended;
    const kept = Number(/unfinished +(\d+)/.exec(stdout)?.[1] ?? 0);
    if (kept >= resources) return;
  }
}
