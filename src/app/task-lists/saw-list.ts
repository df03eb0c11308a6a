import type { TaskRow } from '../../model/task.js';
import type { KeptLists } from './kept-lists.js';

/**
 * Tells of rows of another run whether this one could read the list in which they stand: one of its configuration, or a page. A
 * list that its configuration does not name says nothing in it.
 */
export function sawListIn(
  { lists }: KeptLists,
  other: KeptLists,
  sawPage: (url: string) => boolean,
): (row: TaskRow) => boolean {
  const read = new Map(
    lists.map(({ name, rows, problems }) => [name, rows.length > 0 || problems.length === 0]),
  );
  const named = new Set(other.lists.map(({ name }) => name));
  return ({ list, where: { file } }) =>
    read.get(list) ?? (named.has(list) || file === undefined || sawPage(file));
}
