import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGraph, nowhere } from '../../../src/findings/trails/graph.js';
import { trails } from '../../../src/findings/trails/trails.js';
import { findWays } from '../../../src/findings/trails/ways.js';
import { leadsToPage, type LinkKind } from '../../../src/model/link.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import { snapshotOf, type ResourceSketch } from '../../support/snapshots.js';

interface Web {
  readonly seeds: readonly number[];
  readonly links: readonly { readonly from: number; readonly to: number; readonly kind: LinkKind }[];
  readonly redirects: readonly { readonly from: number; readonly to: number }[];
}

const size = 12;
const node = fc.nat(size - 1);
const web: fc.Arbitrary<Web> = fc.record({
  seeds: fc.uniqueArray(node, { minLength: 1, maxLength: 2 }),
  links: fc.array(
    fc.record({
      from: node,
      to: node,
      kind: fc.constantFrom<LinkKind>('anchor', 'anchor', 'frame', 'sitemap', 'image'),
    }),
    { maxLength: 40 },
  ),
  redirects: fc.uniqueArray(fc.record({ from: node, to: node }), {
    maxLength: 3,
    selector: ({ from }) => from,
  }),
});
const order = fc.shuffledSubarray(
  Array.from({ length: size }, (_, index) => index),
  { minLength: size },
);

test('every way is one of the shortest, and its links exist', () => {
  fc.assert(
    fc.property(web, (some) => {
      const snapshot = build(some);
      const graph = createGraph(snapshot);
      const { distances, parents, rows } = findWays(graph);
      const costs = referenceCosts(some);
      for (let index = 0; index < size; index++) {
        const id = index + 1;
        const cost = costs[index]!;
        expect(distances[id]).toBe(cost === Infinity ? nowhere : cost % unfollowed);
        const parent = parents[id]!;
        if (parent === nowhere) continue;
        const row = rows[id]!;
        if (row === nowhere) expect(graph.redirects[parent]).toBe(id);
        else expect(graph.targets[graph.offsets[parent]! + row]).toBe(id);
      }
    }),
    { numRuns: 300 },
  );
});

test('ids and order of discovery change no trail', () => {
  fc.assert(
    fc.property(web, order, (some, ids) => {
      const one = build(some);
      const other = build(some, ids);
      const trailsOf = (snapshot: Snapshot): readonly unknown[] => {
        const { to } = trails(snapshot);
        return [...snapshot.resources()].map(({ id, url }) => [url, to(id)]).sort();
      };
      expect(trailsOf(other)).toEqual(trailsOf(one));
    }),
    { numRuns: 100 },
  );
});

function build({ seeds, links, redirects }: Web, ids?: readonly number[]): Snapshot {
  const urlOf = (index: number): string => `https://a/${index}`;
  const resources = Array.from({ length: size }, (_, index): ResourceSketch => {
    const redirect = redirects.find(({ from }) => from === index);
    return {
      url: urlOf(index),
      id: (ids?.[index] ?? index) + 1,
      role: seeds.includes(index) ? 'seed' : 'page',
      title: `Page ${index}`,
      ...(redirect === undefined ? {} : { location: urlOf(redirect.to) }),
      links: links
        .filter(({ from }) => from === index)
        .map(({ to, kind }, row) => ({ url: urlOf(to), kind, text: `${index}.${row}` })),
    };
  });
  return snapshotOf({ resources });
}

/** More than any number of links that persons follow. */
const unfollowed = 1000;

/** By relaxing every edge again and again, which is slow and plainly right. */
function referenceCosts({ seeds, links, redirects }: Web): readonly number[] {
  const costs = Array.from({ length: size }, (_, index) => (seeds.includes(index) ? 0 : Infinity));
  const relax = (from: number, to: number, cost: number): void => {
    costs[to] = Math.min(costs[to]!, costs[from]! + cost);
  };
  for (let round = 0; round < 2 * size; round++) {
    for (const { from, to, kind } of links) {
      relax(from, to, leadsToPage(kind) && kind !== 'sitemap' ? 1 : 1 + unfollowed);
    }
    for (const { from, to } of redirects) relax(from, to, 0);
  }
  return costs;
}
