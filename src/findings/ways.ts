import { leadsToPage, linkKinds } from '../model/link.js';
import { nowhere, type Graph } from './graph.js';

/** How every resource is reached from a seed. */
interface Ways {
  /** The page before, by id; `nowhere` for a seed and for what nothing leads to. */
  readonly parents: Uint32Array;
  /** The position of the link on the page before; `nowhere` where a redirect leads, which is no step of a person's. */
  readonly rows: Uint32Array;
  /** The number of links from a seed; `nowhere` if nothing leads there. */
  readonly distances: Uint32Array;
}

/** The kinds of link that a person follows. Nobody opens a sitemap, so it is a way only where there is no other. */
const followed = linkKinds.map((kind) => leadsToPage(kind) && kind !== 'sitemap');

/**
 * Finds the ways with the fewest links that no person follows, among those the ones with the fewest links, and among those
 * the one whose page before comes first by URL, then the one whose link comes first on it. Ids decide nothing.
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
  /** Proposes the seeds as the beginning of all ways; gives their ids. */
  readonly begin: () => number[];
  /** Makes the proposals of one length final, and whatever they redirect to; gives them in order of URL. */
  readonly settle: (proposed: readonly number[], distance: number) => readonly number[];
  /** Proposes ways over the links of a page that persons follow, or over the others. */
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

  /** Proposes a way to a resource; a longer one, or a later one of the same length, is not taken. */
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
      // A redirect is followed within its level, and the list grows while it is walked.
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
