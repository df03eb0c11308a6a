import type { Store } from '../../store/store.js';
import { keptLists, type KeptLists, type ReadList } from './kept-lists.js';

/**
 * The lists, those of which nothing can be read now as they were when that was last possible: a list rarely changes from one night
 * to the next, and without it none of its tasks would seem to need anything.
 */
export function recallLists(kept: KeptLists, store: Store): KeptLists {
  const lists = kept.lists.map((list) => (isLost(list) ? (recall(list, store) ?? list) : list));
  return { ...kept, lists };
}

/** Whether nothing could be read of a list. */
export function isLost({ rows, problems }: ReadList): boolean {
  return rows.length === 0 && problems.length > 0;
}

/** The most runs asked: who misses a list for longer has read about it in as many reports. */
const mostAsked = 10;

function recall({ name, problems }: ReadList, store: Store): ReadList | null {
  let left = mostAsked;
  for (const id of store.ended()) {
    const rows = listsOf(store, id).find((list) => list.name === name)?.rows ?? [];
    if (rows.length > 0) return { name, rows, problems, recalled: true };
    if (--left === 0) break;
  }
  return null;
}

/** The lists that were kept with a run; one that cannot be read has none. */
export function listsOf(store: Store, id: string): readonly ReadList[] {
  try {
    const snapshot = store.open(id);
    try {
      return keptLists(snapshot).lists;
    } finally {
      snapshot.close();
    }
  } catch {
    return [];
  }
}
