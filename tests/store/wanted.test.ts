import { expect, it, test } from 'vitest';
import { openStore } from '../../src/store/store.js';
import type { StoredSnapshot } from '../../src/store/snapshot/stored-snapshot.js';
import { printOf, type Glance } from '../../src/model/print.js';
import { resourceOf, runOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const count = 1000;
const all = Array.from({ length: count }, (_, index) =>
  resourceOf({ id: 2 * index + 1, url: `https://a/${index}`, status: index % 7 === 0 ? 404 : 200 }),
);

function recorded(): StoredSnapshot {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf({ endedAt: null, complete: false }));
  for (const resource of all) recorder.record(resource);
  recorder.end({ endedAt: 1, complete: true, limitsReached: [] });
  return store.open();
}

it.each([
  ['none', 0],
  ['few', 1],
  ['many', 60],
  ['all', 100],
])('%s of the rows are wanted at a glance, and come in order of id', (_, percent) => {
  const snapshot = recorded();
  const isWanted = ({ id }: Glance): boolean => (id * 37) % 100 < percent;
  expect([...snapshot.resources(isWanted)]).toEqual(all.filter(({ id }) => (id * 37) % 100 < percent));
  snapshot.close();
});

test('a glance shows id, address and print of every row, once', () => {
  const snapshot = recorded();
  const seen: Glance[] = [];
  const look = (glance: Glance): boolean => seen.push(glance) < 0;
  expect([...snapshot.resources(look)]).toEqual([]);
  expect(seen).toEqual(
    all.map((resource) => ({ id: resource.id, url: resource.url, print: printOf(resource) })),
  );
  snapshot.close();
});
