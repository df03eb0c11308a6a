import { leadsToPage, linkKinds } from '../../model/link.js';
import { nowhere, type Graph } from './graph.js';

/** How every resource is reached from a seed. */
interface Ways {
  /** The page before, by id; `nowhere` for a seed and for what nothing leads to. */
  readonly parents: Uint32Array;
  /** The position of the link on the page before; `nowhere` after a redirect, which is no step that a person takes. */
  readonly rows: Uint32Array;
  /** The number of links from a seed; `nowhere` if nothing leads there. */
  readonly distances: Uint32Array;
}

/** The kinds of link that people follow. Nobody opens a sitemap, so a way over one counts only if there is no other. */
const followed = linkKinds.map((kind) => leadsToPage(kind) && kind !== 'sitemap');

/**
 * Finds the best way to each resource: with the fewest links that nobody follows, then with the fewest links, then with the first
 * page before it by URL, then with the first link on that page. Ids do not matter.
 */
export function findWays(graph: Graph): Ways {
  const search = createSearch(graph);
  let levels: number[][] = [search.begin()];
  while (levels.length > 0) {
    const settled: number[] = [];
    for (let distance = 0; distance < levels.length; distance++) {
      const level = search.settle(levels[distance] ?? [], distance);
      for (const page of level) {
        search.expand(page, true, levels);
        settled.push(page);
      }
    }
    levels = [];
    for (const page of settled) search.expand(page, false, levels);
  }
  return search.ways;
}

interface Search {
  readonly ways: Ways;
  /** Begins a way at each seed; returns their ids. */
  readonly begin: () => number[];
  /** Makes the proposed ways of one length final, and those to whatever they redirect to; returns the ids in order of URL. */
  readonly settle: (proposed: readonly number[], distance: number) => readonly number[];
  /** Proposes ways over the links of a page that people follow, or over the others. */
  readonly expand: (page: number, byPersons: boolean, levels: number[][]) => void;
}

function createSearch({ size, seeds, offsets, targets, kinds, redirects, ranks }: Graph): Search {
  const ways: Ways = {
    parents: new Uint32Array(size).fill(nowhere),
    rows: new Uint32Array(size).fill(nowhere),
    distances: new Uint32Array(size).fill(nowhere),
  };
  const { parents, rows, distances } = ways;
  const final = new Uint8Array(size);
  const byRank = (one: number, other: number): number => (ranks[one] ?? 0) - (ranks[other] ?? 0);

  /** Proposes a way to a resource; refuses one that is not shorter than the one it has. */
  const take = (id: number, distance: number, parent: number, row: number): boolean => {
    if (id >= size || final[id] === 1 || distance >= (distances[id] ?? 0)) return false;
    distances[id] = distance;
    parents[id] = parent;
    rows[id] = row;
    return true;
  };

  return {
    ways,
    begin: () => seeds.filter((seed) => take(seed, 0, nowhere, nowhere)),
    settle: (proposed, distance) => {
      const level = proposed.filter((id) => final[id] === 0 && distances[id] === distance).sort(byRank);
      for (const id of level) final[id] = 1;
      // A redirect is followed within its level: the list grows during the loop.
      for (const id of level) {
        const target = redirects[id] ?? nowhere;
        if (!take(target, distance, id, nowhere)) continue;
        final[target] = 1;
        level.push(target);
      }
      return level.sort(byRank);
    },
    expand: (page, byPersons, levels) => {
      const start = offsets[page] ?? 0;
      const end = offsets[page + 1] ?? start;
      const distance = (distances[page] ?? 0) + 1;
      for (let link = start; link < end; link++) {
        if (followed[kinds[link] ?? 0] !== byPersons) continue;
        const target = targets[link] ?? nowhere;
        if (final[target] !== 0 || !take(target, distance, page, link - start)) continue;
        while (levels.length <= distance) levels.push([]);
        levels[distance]?.push(target);
      }
    },
  };
}
