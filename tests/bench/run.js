/** `npm run bench`: whole programs, side by side, on a site that knows what is ill in it. Nothing here ships. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArguments } from './arguments.js';
import { endAll } from './children.js';
import { compare } from './compare.js';
import { renderGoals } from './goals.js';
import * as peers from './peers/all.js';
import { measureStartUp } from './start-up.js';
import { grouped, renderGrowth, renderTable } from './table.js';

const { ours, ...others } = peers;
const say = (line) => process.stderr.write(`${line}\n`);
const print = (...lines) => process.stdout.write(`${lines.join('\n')}\n\n`);

const { help, complaints, order } = parseArguments(
  process.argv.slice(2),
  Object.values(others).map(({ name }) => name),
);
if (help !== undefined) print(help.trimEnd());
if (complaints !== undefined) {
  complaints.forEach(say);
  process.exitCode = 2;
}
if (order !== undefined) await bench(order);

async function bench(order) {
  const folder = mkdtempSync(join(tmpdir(), 'playbook-health-bench-'));
  const tidyUp = () => {
    endAll();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('SIGINT', () => leave(tidyUp, 130));
  process.once('SIGTERM', () => leave(tidyUp, 143));
  try {
    const entrants = findEntrants(order.peers);
    print(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}, ${describe(order)}`);
    const sizes = [];
    for (const pages of order.sizes) {
      const summaries = await compare(entrants, pages, order, { folder, say });
      sizes.push(summaries);
      print(
        `${grouped(pages)} pages, ${grouped(summaries[0].addresses)} addresses`,
        '',
        renderTable(summaries),
      );
    }
    const startUp = await measureStartUp([process.execPath, entrants[0].program, '--help']);
    if (sizes.length > 1) print('Growth', '', ...renderGrowth(sizes));
    print('Goals', '', ...renderGoals(sizes, startUp, order.latency));
    if (order.json !== null)
      writeFileSync(resolve(order.json), JSON.stringify({ order, sizes, startUp }, null, 2) + '\n');
  } finally {
    tidyUp();
  }
}

/** Ours, then those of the wanted peers that are here. */
function findEntrants(names) {
  const wanted = [ours, ...Object.values(others).filter(({ name }) => names.includes(name))];
  return wanted.flatMap((peer) => {
    const program = peer.find();
    if (program === null) say(`${peer.name} is not on the PATH and is left out.`);
    return program === null ? [] : [{ peer, program }];
  });
}

function describe({ runs, latency, concurrency }) {
  const delay = latency === 0 ? '' : `, each answer after ${latency} ms`;
  return `${concurrency} requests under way${delay}, medians of ${runs}`;
}

function leave(tidyUp, exitCode) {
  tidyUp();
  process.exit(exitCode);
}
