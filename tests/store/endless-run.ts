import { openStore } from '../../src/store/store.js';
import { packLinks } from '../../src/model/links/pack.js';
import { linkOf, resourceOf, runOf } from '../support/snapshots.js';

/** Records until it is killed: page `n` links to page `n + 1`. Says how far it has come. */
const [, , directory = '', id = ''] = process.argv;
const recorder = openStore(directory).begin(runOf({ id, endedAt: null, complete: false }));
for (let page = 1; ; page++) {
  const next = `https://a/${page + 1}`;
  const links = packLinks([linkOf({ url: next, text: `to ${next}` })]);
  recorder.record(resourceOf({ id: page, url: `https://a/${page}`, title: 'T' }), {
    links,
    targets: Uint32Array.of(page + 1),
  });
  if (page % 1000 === 0) process.stdout.write(`${page}\n`);
  if (page % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
}
