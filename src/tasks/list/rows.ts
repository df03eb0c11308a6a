import type { Place, Problem } from '../../model/problem.js';
import type { TaskRow } from '../../model/task.js';
import { mostInSpan } from '../../model/task-span.js';
import { listLimits, type Table, type TableRow } from '../readers/table.js';
import type { Columns } from './columns.js';
import { lengthOf, type Room } from './room.js';
import { inOtherLanguage, readTask, tasksOf, type ReadTask, type RowTask } from './row-tasks.js';

/** The rows of a table as tasks, and what of it cannot be read. */
export interface RowReading {
  readonly rows: readonly TaskRow[];
  readonly problems: readonly Problem[];
}

/** Where a list came from. */
export interface ListSource {
  readonly file: string;
  /** What relative links are relative to; with `null` they are not read. */
  readonly base: string | null;
  readonly room: Room;
}

/**
 * Reads every row below the header. A row without a task continues the task directly above if it has a document and no name of
 * its own; otherwise it is a problem, and the other rows are used. A row whose task is struck out asks for nothing.
 */
export function readRows(table: Table, columns: Columns, source: ListSource): RowReading {
  const rows: TaskRow[] = [];
  const problems: Problem[] = [];
  let above: readonly TaskRow[] = [];
  let last = -1;
  for (const row of table.rows.slice(columns.header + 1)) {
    // Where not every cell is written, a row without any is not there at all.
    if (!table.complete && row.line > last + 1) above = [];
    last = row.line;
    if (repeatsHeader(row, table.rows[columns.header])) continue;
    const place = placeOf(source.file, table, row);
    const read = readRow(row, above, { table, columns, source, place });
    if (read === null) {
      problems.push(tooMuch(place, source.room));
      break;
    }
    above = read.tasks;
    rows.push(...read.rows);
    problems.push(...read.problems);
  }
  return { rows, problems };
}

/** Where a row stands, and how it is to be read. */
interface RowContext {
  readonly table: Table;
  readonly columns: Columns;
  readonly source: ListSource;
  readonly place: Place;
}

/** What one row of a table says. */
interface ReadRow extends RowReading {
  /** The same tasks, each by one name: what the next row may continue. */
  readonly tasks: readonly TaskRow[];
}

/** `null` if there is no room for it. */
function readRow(
  row: TableRow,
  above: readonly TaskRow[],
  { table, columns, source, place }: RowContext,
): ReadRow | null {
  const isBlank = row.cells.every(({ text, links }) => text === '' && links.length === 0);
  if (isBlank) return { tasks: [], rows: [], problems: [] };
  if (row.cells[columns.id]?.isStruck === true) return { tasks: [], rows: [], problems: [] };
  const named = tasksOf(row, columns, above);
  if (named.length === 0) return { tasks: [], rows: [], problems: [withoutId(row, columns, place)] };
  const { file, base, room } = source;
  const read = readWithin(room, named, (task) =>
    readTask(task, { cells: row.cells, columns, base, where: place }, file),
  );
  if (read === null) return null;
  const rows = read.flatMap(({ task }) => [task, ...inOtherLanguage(task, row, columns)]);
  room.tasks -= rows.length;
  return {
    tasks: read.map(({ task }) => task),
    rows,
    problems: [...tooShort(row, table, columns, place), ...read.flatMap(({ problems }) => problems)],
  };
}

/** Reads a row as each of its tasks; `null` if there is no room for all of them. */
function readWithin(
  room: Room,
  tasks: readonly RowTask[],
  readAs: (task: RowTask) => ReadTask,
): readonly ReadTask[] | null {
  if (tasks.length > room.tasks) return null;
  const read: ReadTask[] = [];
  for (const task of tasks) {
    const one = readAs(task);
    room.text -= lengthOf(one.task);
    if (room.text < 0) return null;
    read.push(one);
  }
  return read;
}

function placeOf(file: string, table: Table, row: TableRow): Place {
  return { file, ...(table.sheet === null ? {} : { sheet: table.sheet }), line: row.line };
}

/** A row that ends before the columns that matter. */
function tooShort(
  { cells }: TableRow,
  { complete }: Table,
  columns: Columns,
  place: Place,
): readonly Problem[] {
  const { titles } = columns;
  if (!complete || cells.length >= titles.length || cells.length >= lastNeeded(columns)) return [];
  const message = `has ${cells.length} cells where the header has ${titles.length}; what is there is used`;
  return [{ place, message }];
}

function lastNeeded(columns: Columns): number {
  return (
    Math.max(
      columns.id,
      ...columns.name,
      ...columns.document,
      ...columns.url,
      ...columns.services,
      ...columns.mandatory,
    ) + 1
  );
}

function repeatsHeader(row: TableRow, header: TableRow | undefined): boolean {
  return (
    header !== undefined &&
    row.cells.some(({ text }) => text !== '') &&
    row.cells.every(({ text }, column) => text === '' || text === header.cells[column]?.text)
  );
}

function withoutId(row: TableRow, columns: Columns, place: Place): Problem {
  const found = row.cells[columns.id]?.text ?? '';
  const shown = found !== '' ? found : (row.cells.find(({ text }) => text !== '')?.text ?? '');
  return {
    place: { ...place, column: columns.id + 1 },
    message:
      found === '' ? `no task id before "${shown.slice(0, 60)}"` : `"${shown.slice(0, 60)}" is not a task id`,
    hint: `ids are 3 to 5 digits, as in "4122" or "Task4122"; a range such as "4106-4108" names at most ${mostInSpan}`,
  };
}

function tooMuch(place: Place, { text }: Room): Problem {
  const most =
    text < 0
      ? `${listLimits.bytes / 1024 / 1024} MiB of documents`
      : `${listLimits.rows.toLocaleString('en')} tasks`;
  return {
    place,
    message: `more than ${most} are named up to here; nothing from here on is read`,
    hint: 'a Task Reference List is far smaller; delete what is not the list',
  };
}
