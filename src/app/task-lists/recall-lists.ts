import type { Store } from '../../store/store.js';
import { keptLists, type KeptLists, type ReadList } from './kept-lists.js';

/**
 * The lists, those of which nothing can be read now as they were when that was last possible: a list rarely changes from one
 * night to the next, and without it none of its tasks would seem to need anything.
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
    const { lists, startedAt } = listsOf(store, id);
    const last = lists.find((list) => list.name === name && list.rows.length > 0);
    if (last !== undefined) return { ...last, problems, recalledFrom: last.recalledFrom ?? startedAt };
    if (--left === 0) break;
  }
  return null;
}

interface ListsOfRun {
  readonly lists: readonly ReadList[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** The lists that were kept with a run; one that cannot be read has none. */
export function listsOf(store: Store, id: string): ListsOfRun {
  try {
    const snapshot = store.open(id);
    try {
      return { lists: keptLists(snapshot).lists, startedAt: snapshot.run.startedAt };
    } finally {
      snapshot.close();
    }
  } catch {
    return { lists: [], startedAt: 0 };
  }
}
