import { rmSync } from 'node:fs';

/**
 * Deletes a file that has served its purpose, if it is there and can be deleted: one that stays is no reason to withhold what was
 * done, nor to hide why that failed.
 */
export function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // See above. Virus scanners hold new files for a moment, and a disk that fails becomes read-only.
  }
}
