import { statSync, utimesSync } from 'node:fs';

const interval = 60_000;

/** Half a day: less than what lies between two nights, and more than the clocks of two machines differ by. */
const longSilence = 12 * 3_600_000;

/** Touches a file every minute while this process lives and the file is its own; gives what ends that. */
export function giveSignsOfLife(file: string, isOurs: () => boolean): () => void {
  const timer = setInterval(() => {
    if (isOurs()) touch(file);
  }, interval).unref();
  return () => clearInterval(timer);
}

/** Whether nobody has touched a file for so long that whoever did is taken to be dead. */
export function isSilent(file: string): boolean {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return touched !== undefined && Date.now() - touched > longSilence;
}

function touch(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The next sign may be seen.
  }
}
