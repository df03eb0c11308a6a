import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { start, type Ended } from './command-line.js';

export interface Measured extends Ended {
  /** Resident memory at its highest, MiB. */
  readonly peak: number;
  readonly seconds: number;
}

/** Code that a Node process runs first: at its end it writes its peak memory, in KiB, into a file. */
const meter = `
import { isMainThread } from 'node:worker_threads';
import { writeFileSync } from 'node:fs';
if (isMainThread) process.on('exit', () =>
  writeFileSync(process.env.PEAK_MEMORY_FILE, String(process.resourceUsage().maxRSS)));
`;

/** Runs the built command line to its end in a process of its own, and measures that. */
export async function measure(args: readonly string[], cwd: string): Promise<Measured> {
  const file = join(cwd, 'peak-memory.txt');
  const started = performance.now();
  const { ended } = start(args, cwd, {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(meter)}`,
    PEAK_MEMORY_FILE: file,
  });
  const told = await ended;
  const seconds = (performance.now() - started) / 1000;
  return { ...told, seconds, peak: Number(readFileSync(file, 'utf8')) / 1024 };
}
