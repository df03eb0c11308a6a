import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from './serve.js';
import { createSite } from './site.js';
import { summarise } from './summary.js';
import { attempt } from './trial.js';

/** What takes more than this share of the limit is not measured again. */
const patience = 0.1;

/**
 * Runs every program over one site in turn, A B C A B C, so that what else the machine does hits all alike.
 *
 * @param {readonly { peer: import('./peers/peer.js').Peer, program: string }[]} entrants Ours first.
 * @param {number} pages
 * @param {import('./arguments.js').Order} order
 * @param {{ folder: string, say: (line: string) => void }} world
 * @returns {Promise<readonly import('./summary.js').Summary[]>}
 */
export async function compare(entrants, pages, order, { folder, say }) {
  const site = createSite(pages);
  const server = await serve(pages, order.latency);
  const list = join(folder, `addresses-${pages}`);
  const pageList = join(folder, `pages-${pages}`);
  writeFileSync(list, site.paths.join('\n') + '\n');
  writeFileSync(
    pageList,
    site.paths
      .slice(0, pages)
      .map((path) => new URL(path, server.url).href + '\n')
      .join(''),
  );
  const course = { site, server, folder, list, pageList, concurrency: order.concurrency, limit: order.limit };
  /** @type {import('./trial.js').Trial[][]} */
  const trials = entrants.map(() => []);
  try {
    for (let round = 1; round <= order.runs; round++) {
      for (const [position, { peer, program }] of entrants.entries()) {
        const slow = trials[position].some(({ wall }) => wall > order.limit * patience);
        if (slow && position > 0) continue;
        say(`${pages} pages, round ${round} of ${order.runs}: ${peer.name}`);
        trials[position].push(await attempt(peer, program, course));
      }
    }
  } finally {
    server.close();
  }
  return entrants.map(({ peer }, position) =>
    summarise(peer, trials[position], trials[0], { site, ...order }),
  );
}
