import type { Place, Problem } from '../../model/problem.js';
import type { TaskRow } from '../../model/task.js';
import { mostInSpan } from '../../model/task-span.js';
import { listLimits, type Table, type TableRow } from '../readers/table.js';
import type { Columns } from './columns.js';
import { inOtherLanguage, readTask, tasksOf } from './row-tasks.js';

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
  /** How many tasks may still be read, counted once for every row that names them: a few bytes can name a hundred. */
  readonly room: number;
}

/**
 * Reads every row below the header. A row without a task continues the task directly above if it has a document and no name of
 * its own; otherwise it is a problem, and the other rows are used.
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
    if (rows.length + read.tasks.length > source.room) {
      problems.push(tooMany(place));
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

function readRow(
  row: TableRow,
  above: readonly TaskRow[],
  { table, columns, source, place }: RowContext,
): ReadRow {
  const isBlank = row.cells.every(({ text, links }) => text === '' && links.length === 0);
  if (isBlank) return { tasks: [], rows: [], problems: [] };
  const named = tasksOf(row, columns, above);
  if (named.length === 0) return { tasks: [], rows: [], problems: [withoutId(row, columns, place)] };
  const { file, base } = source;
  const read = named.map((task) => readTask(task, { cells: row.cells, columns, base, where: place }, file));
  return {
    tasks: read.map(({ task }) => task),
    rows: read.flatMap(({ task }) => [task, ...inOtherLanguage(task, row, columns)]),
    problems: [...tooShort(row, table, columns, place), ...read.flatMap(({ problems }) => problems)],
  };
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

function tooMany(place: Place): Problem {
  return {
    place,
    message: `more than ${listLimits.rows.toLocaleString('en')} tasks are named up to here; nothing from here on is read`,
    hint: 'a Task Reference List is far smaller; delete what is not the list',
  };
}
