import { z } from 'zod';
import type { Json, Resource } from '../../model/resource.js';
import type { TaskRow } from '../../model/task.js';
import type { Observation } from '../../model/verdict.js';
import { tasksFromMarkup } from '../../tasks/list/read-task-list.js';
import type { PageObserver } from './page-observer.js';
import { rowSchema } from '../../model/task-list-schema.js';

/** The name of the signal that holds the rows of a page's task tables. */
const signalName = 'task-table';

/** `Ｔａｓｋ` is rare in a heading of a table, and costly to look for. */
const taskWord = /task|タスク/i;
const taskId = /[>\s](?:task|タスク)?[\s_-]?\d{3,5}\s*</i;
const mostRows = 5000;

/** Notes the rows of task tables on a page; `null` for nearly every page, at next to no cost. */
function observeTaskTables({ page, url, answer }: Observation): Json | null {
  const tables = page?.tables ?? [];
  if (answer.status !== 200 || !tables.some((table) => taskWord.test(table) && taskId.test(table)))
    return null;
  // To build the tree of the whole page would cost far more than all else that is done with it.
  const markup = tables.map((table) => `<table>${table}</table>`).join('');
  const { tasks } = tasksFromMarkup(markup, url, page?.base);
  return tasks.length === 0 ? null : z.json().parse(JSON.parse(JSON.stringify(tasks.slice(0, mostRows))));
}

/** Notes the rows of a page's task tables. */
export const taskTables: PageObserver = { signal: signalName, observe: observeTaskTables };

const rowsSchema = z.array(rowSchema);

/** The rows of a walked page's task tables, as rows of one list that is named as its portal is. */
export function taskTablesOf(
  { source, signals }: Resource,
  titles: ReadonlyMap<string, string>,
): readonly TaskRow[] {
  const noted = signals[signalName];
  const list = titles.get(source ?? '');
  if (noted === undefined || list === undefined) return [];
  const parsed = rowsSchema.safeParse(noted);
  return parsed.success ? parsed.data.map((row) => ({ ...row, list })) : [];
}
