import { fileURLToPath } from 'node:url';
import { end, start } from './children.js';
import { tallyPath } from './tally.js';

const program = fileURLToPath(new URL('./server.js', import.meta.url));

/**
 * Serves a site from a process of its own. It ends with this one, whatever happens to it.
 *
 * @param {number} pages
 * @param {number} latency Milliseconds before each answer.
 */
export async function serve(pages, latency) {
  const child = start([process.execPath, program, pages, latency], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const origin = await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The benchmark's server ended with exit code ${code}.`)));
  });
  return {
    /** The first page's address. */
    url: `${origin}/`,
    /** What was asked for since the last call. */
    takeTally: async () => (await fetch(origin + tallyPath)).json(),
    close: () => end(child),
  };
}
