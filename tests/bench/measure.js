import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { end, start } from './children.js';
import { watchProcess } from './watch-process.js';
import { canTime, childOf, timed, readTime } from './gnu-time.js';

/**
 * What a program cost.
 *
 * @typedef {object} Cost
 * @property {number} wall Seconds.
 * @property {number | null} cpu Seconds of processor time, the system's share included; `null` where nobody tells.
 * @property {number | null} memory MiB that were resident at the peak; `null` where nobody tells.
 * @property {boolean} timedOut It was ended for taking too long.
 * @property {number | null} exitCode `null` if it did not end by itself.
 */

/**
 * Runs a program to its end, its output into the files `stdout` and `stderr` of a folder.
 *
 * @param {readonly string[]} command
 * @param {{ folder: string, limit: number }} options Seconds after which it is ended.
 * @returns {Promise<Cost>}
 */
export async function measure(command, { folder, limit }) {
  const timeFile = join(folder, 'time');
  const files = ['stdout', 'stderr'].map((name) => openSync(join(folder, name), 'w'));
  const started = performance.now();
  const child = start(canTime ? timed(command, timeFile) : command, {
    cwd: folder,
    stdio: ['ignore', ...files],
  });
  files.forEach(closeSync);
  const watch = canTime ? null : watchProcess(child.pid);

  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    endKindly(child);
  }, limit * 1000);
  const exitCode = await ended(child);
  const wall = (performance.now() - started) / 1000;
  clearTimeout(timer);
  end(child);
  const cost = watch === null ? readTime(readFileSync(timeFile, 'utf8')) : watch();
  return { ...cost, wall, timedOut, exitCode: timedOut ? null : exitCode };
}

/** Lets `time` live on to tell what its program has cost so far. */
function endKindly(child) {
  const measured = canTime ? childOf(child.pid) : null;
  if (measured === null) end(child);
  else process.kill(measured, 'SIGKILL');
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('exit', resolve);
    child.once('error', reject);
  });
}
