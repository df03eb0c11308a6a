import { start } from './children.js';
import { median } from './summary.js';

const times = 10;

/** Milliseconds that a command takes to its end, the median of ten. The first, with cold caches, does not count. */
export async function measureStartUp(command) {
  const all = [];
  for (let time = 0; time <= times; time++) {
    const started = performance.now();
    await new Promise((resolve) => start(command, { stdio: 'ignore' }).once('exit', resolve));
    all.push(performance.now() - started);
  }
  return median(all.slice(1));
}
