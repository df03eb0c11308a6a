import { spawn } from 'node:child_process';

/** Every program started and not yet ended, each leading a process group of its own. */
const living = new Set();

/**
 * What programs run in: this machine's environment without what would be measured instead of them. No proxy stands between, and
 * Node does not read certificates it will not need, which takes up to 50 ms at every start.
 */
const env = { ...process.env, no_proxy: '127.0.0.1' };
delete env.NODE_EXTRA_CA_CERTS;

/** Starts a program; `endAll` ends it if it does not end by itself. */
export function start([file, ...parameters], options) {
  const child = spawn(file, parameters, { ...options, env, detached: true });
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
