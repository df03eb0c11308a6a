import { spawn } from 'node:child_process';

/** Every program started and not yet ended, each leading a process group of its own. */
const living = new Set();

/** Starts a program; `endAll` ends it if it does not end by itself. */
export function start([file, ...rest], options) {
  const child = spawn(file, rest, { ...options, detached: true });
  living.add(child);
  const forget = () => living.delete(child);
  child.once('exit', forget);
  child.once('error', forget);
  return child;
}

/** Ends a program and whatever it started. */
export function end(child) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends everything that was started here. */
export function endAll() {
  living.forEach(end);
}
