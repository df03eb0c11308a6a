import { linkKinds } from '../../model/link.js';
import { nowhere, type Graph } from './graph.js';

/** Which navigation lists a page. */
interface Listings {
  /** The page whose navigation lists it, by id; `nowhere` if none does. */
  readonly parents: Uint32Array;
  /** The position of that link on its page. */
  readonly rows: Uint32Array;
  /** Whether a page is a table of contents: it has a navigation, and no other links. */
  readonly isContents: (page: number) => boolean;
}

const navigation = linkKinds.indexOf('navigation');
const anchor = linkKinds.indexOf('anchor');

/** Finds for every page the navigation that lists it: the fullest, then the first by URL, then its first link there. */
export function findListings(graph: Graph): Listings {
  const { size, targets, ranks, offsets } = graph;
  const entries = countLinks(graph, navigation);
  const anchors = countLinks(graph, anchor);
  const parents = new Uint32Array(size).fill(nowhere);
  const rows = new Uint32Array(size).fill(nowhere);

  const isBetter = (page: number, than: number): boolean => {
    if (than === nowhere) return true;
    const fuller = (entries[page] ?? 0) - (entries[than] ?? 0);
    return fuller > 0 || (fuller === 0 && (ranks[page] ?? 0) < (ranks[than] ?? 0));
  };
  for (let page = 0; page < size; page++) {
    if (entries[page] === 0) continue;
    const start = offsets[page] ?? 0;
    for (let link = start; link < (offsets[page + 1] ?? start); link++) {
      const target = targets[link] ?? nowhere;
      if (graph.kinds[link] !== navigation || target >= size || !isBetter(page, parents[target] ?? nowhere))
        continue;
      parents[target] = page;
      rows[target] = link - start;
    }
  }
  return { parents, rows, isContents: (page) => (entries[page] ?? 0) > 0 && anchors[page] === 0 };
}

function countLinks({ size, offsets, kinds }: Graph, kind: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (let page = 0; page < size; page++) {
    let count = 0;
    for (let link = offsets[page] ?? 0; link < (offsets[page + 1] ?? 0); link++)
      if (kinds[link] === kind) count++;
    counts[page] = count;
  }
  return counts;
}
