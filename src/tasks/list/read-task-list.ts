import { compareTexts } from '../../kit/text/compare-texts.js';
import { isHttp, parseUrl } from '../../kit/urls/url.js';
import type { Problem } from '../../model/problem.js';
import type { ColumnMapping, TaskRow } from '../../model/task.js';
import { decodeList } from '../readers/decode.js';
import * as readers from '../readers/all.js';
import { listLimits, refuse, type ListReader, type ListFile, type Table } from '../readers/table.js';
import { readTables } from '../readers/html.js';
import { columnProblems, type ReadTable } from './column-problems.js';
import { findColumns, type Columns } from './columns.js';
import { pageRoom, wholeRoom } from './room.js';
import { readRows } from './rows.js';

/** A list as it was fetched or read from disk. */
export interface TaskListFile {
  /** Its path or address; problems name it, and relative links are relative to it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Media type as declared. */
  readonly contentType?: string;
  readonly mapping?: ColumnMapping;
}

/** The rows of a list, and what could not be read of it. */
export interface TaskList {
  readonly tasks: readonly TaskRow[];
  readonly problems: readonly Problem[];
}

/** Reads a list of any known form. Never throws: a list that cannot be used gives one problem and no rows. */
export function readTaskList({ name, bytes, contentType = '', mapping }: TaskListFile): TaskList {
  if (bytes.length === 0) return refused(name, 'is empty', 'export the list again');
  if (bytes.length > listLimits.bytes)
    return refused(
      name,
      `is larger than ${listLimits.bytes / 1024 / 1024} MiB`,
      'a Task Reference List is far smaller',
    );
  let text: string | null = null;
  const file: ListFile = {
    name,
    bytes,
    contentType: (contentType.split(';')[0] ?? '').trim().toLowerCase(),
    text: () => (text ??= decodeList(bytes)),
  };
  const { tables, problems, base } = chooseReader(file).read(file);
  if (tables.length === 0) return { tasks: [], problems: problems.length > 0 ? problems : [noTable(name)] };
  const list = readTablesOfTasks(tables, { file: name, base: baseOf(name, base) }, mapping);
  return { tasks: list.tasks, problems: [...problems, ...list.problems] };
}

/**
 * Reads the task tables on a page of a portal, whose links are relative to `base`. It is no problem that other tables are none.
 */
export function tasksFromMarkup(markup: string, url: string, base = url): TaskList {
  const tables = readTables(url, markup).tables.filter(({ rows }) => rows.length > 1);
  const tasks: TaskRow[] = [];
  const problems: Problem[] = [];
  const room = pageRoom();
  for (const table of tables) {
    const columns = findColumns(table);
    if ('message' in columns || !columns.labelled || !speaksOfTasks(columns)) continue;
    const read = readRows(table, columns, { file: url, base, room });
    for (const row of read.rows) tasks.push(row);
    for (const problem of read.problems) problems.push(problem);
  }
  return { tasks, problems };
}

/** Whether a table is about tasks: tables of errors and events have ids, too. */
function speaksOfTasks({ titles }: Columns): boolean {
  return titles.some((title) => /task|タスク/i.test(title.normalize('NFKC')));
}

function chooseReader(file: ListFile): ListReader {
  const [best] = Object.values<ListReader>(readers)
    .map((reader) => ({ reader, fit: reader.fits(file) }))
    .sort((one, other) => other.fit - one.fit || compareTexts(one.reader.id, other.reader.id));
  return best?.reader ?? readers.csv;
}

/** What the links of a list are relative to, by its name and what it says of itself; `null` if nobody knows. */
function baseOf(name: string, declared = ''): string | null {
  const own = /^https?:/i.test(name) ? name : null;
  const base = parseUrl(declared, own ?? undefined);
  return base !== null && isHttp(base) ? base.href : own;
}

function readTablesOfTasks(
  tables: readonly Table[],
  { file, base }: { readonly file: string; readonly base: string | null },
  mapping: ColumnMapping | undefined,
): TaskList {
  const tasks: TaskRow[] = [];
  const problems: Problem[] = [];
  const refusals: Problem[] = [];
  const read: ReadTable[] = [];
  const room = wholeRoom();
  for (const table of tables) {
    if (table.rows.length === 0 || isStruckOut(table)) continue;
    const place = { file, ...(table.sheet === null ? {} : { sheet: table.sheet }) };
    const columns = findColumns(table, mapping);
    if ('message' in columns) {
      refusals.push({ place, ...columns });
      continue;
    }
    const own = readRows(table, columns, { file, base, room });
    for (const row of own.rows) tasks.push(row);
    for (const problem of own.problems) problems.push(problem);
    read.push({
      table,
      columns,
      place,
      hasDocuments: own.rows.some(({ documents }) => documents.length > 0),
    });
  }
  problems.unshift(...columnProblems(read));
  if (tasks.length === 0 && problems.length === 0 && refusals.length === 0) refusals.push(noTable(file));
  return { tasks, problems: [...(tasks.length === 0 ? refusals.slice(0, 1) : refusals), ...problems] };
}

/** Whether everything that is written in a table is struck out. */
function isStruckOut({ rows }: Table): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const isBlank = cells.every(({ text, links }) => text === '' && links.length === 0);
  return isBlank && cells.some(({ isStruck }) => isStruck === true);
}

function noTable(file: string): Problem {
  return {
    place: { file },
    message: 'holds no table',
    hint: 'a list has a row of headers and a row for each task',
  };
}

function refused(name: string, message: string, hint: string): TaskList {
  return { tasks: [], problems: refuse(name, message, hint).problems };
}
