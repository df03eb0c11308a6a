import type { Place, Problem } from '../../model/problem.js';
import type { TaskRow } from '../../model/task.js';
import { mostInSpan } from '../../model/task-span.js';
import type { Language } from '../../model/text.js';
import { isJapanese } from '../matching/fold.js';
import { listLimits, type Cell, type Table, type TableRow } from '../readers/table.js';
import type { Columns } from './columns.js';
import { isDitto, linesOf, oneLine } from './document-lines.js';
import { readDocuments, type ListRow } from './documents.js';
import { idsOf } from './ids.js';

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
    const isBlank = row.cells.every(({ text, links }) => text === '' && links.length === 0);
    if (repeatsHeader(row, table.rows[columns.header])) continue;
    const place = placeOf(source.file, table, row);
    const read = isBlank
      ? []
      : tasksOf(row, columns, above).map((task) =>
          readRow(task, { cells: row.cells, columns, base: source.base, where: place }, source.file),
        );
    if (rows.length + read.length > source.room) {
      problems.push(tooMany(place));
      break;
    }
    above = read.map((one) => one.read);
    if (read.length === 0) {
      if (!isBlank) problems.push(withoutId(row, columns, place));
      continue;
    }
    const short = table.complete && row.cells.length < columns.titles.length;
    if (short && row.cells.length < lastNeeded(columns))
      problems.push({
        place,
        message: `has ${row.cells.length} cells where the header has ${columns.titles.length}; what is there is used`,
      });
    for (const { read: own, problems: doubts } of read) {
      rows.push(own, ...inOtherLanguage(own, row, columns));
      problems.push(...doubts);
    }
  }
  return { rows, problems };
}

/** A task of a row, and the row above if that is of the same task. */
interface RowTask {
  readonly id: string;
  readonly above?: TaskRow | undefined;
}

function tasksOf(row: TableRow, columns: Columns, above: readonly TaskRow[]): readonly RowTask[] {
  const written = row.cells[columns.id]?.text ?? '';
  const ids = idsOf(written);
  if (ids.length > 0) return ids.map((id) => ({ id, above: above.find((one) => one.id === id) }));
  const documents = [...columns.document, ...columns.url].flatMap((column) => row.cells[column] ?? []);
  const goesOn =
    isAsAbove(written) &&
    columns.name.every((column) => isAsAbove(row.cells[column]?.text ?? '', above[0]?.name)) &&
    documents.some((cell) => cell.links.length > 0 || linesOf(cell).length > 0);
  return goesOn ? above.map((one) => ({ id: one.id, above: one })) : [];
}

/** Whether a text means "the same as above": it is empty, a mark for that, or repeated. */
function isAsAbove(text: string, above = ''): boolean {
  const line = oneLine(text);
  return line === '' || line === above || isDitto(line);
}

function placeOf(file: string, table: Table, row: TableRow): Place {
  return { file, ...(table.sheet === null ? {} : { sheet: table.sheet }), line: row.line };
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

function readRow(
  { id, above }: RowTask,
  row: ListRow,
  list: string,
): { readonly read: TaskRow; readonly problems: readonly Problem[] } {
  const { columns, where } = row;
  const cells = (wanted: readonly number[]): readonly Cell[] =>
    wanted.flatMap((column) => row.cells[column] ?? []);
  const own = oneLine(cells(columns.name).find(({ text }) => text !== '')?.text ?? '');
  const name = above !== undefined && isAsAbove(own) ? above.name : own;
  const task = { name, language: languageOf(cells(columns.language)) };
  const { documents, problems } = readDocuments(row, task);
  const read: TaskRow = {
    id,
    name,
    language: isJapanese(name) ? 'ja' : 'en',
    documents,
    services: cells(columns.services)
      .flatMap(({ text }) => text.split(/[/,、;\n]/))
      .map(oneLine)
      .filter((text) => text !== ''),
    mandatory: mandatoryOf(cells(columns.mandatory)),
    list,
    where,
    ...(name === above?.name ? { continued: true } : {}),
  };
  return { read, problems };
}

/** A list may name a task in two languages: the second name becomes a row of its own that needs the same documents. */
function inOtherLanguage(read: TaskRow, row: TableRow, columns: Columns): readonly TaskRow[] {
  const names = columns.name.map((column) => oneLine(row.cells[column]?.text ?? ''));
  const other = names.find((name) => !isAsAbove(name) && (isJapanese(name) ? 'ja' : 'en') !== read.language);
  if (other === undefined || read.name === '') return [];
  return [{ ...read, name: other, language: read.language === 'ja' ? 'en' : 'ja' }];
}

function mandatoryOf(cells: readonly Cell[]): boolean | null {
  const text = (cells[0]?.text ?? '').normalize('NFKC').trim();
  if (/^\(?(m|mandatory|required|yes|true|必須)\)?(\s|$|\()/i.test(text)) return true;
  return /^\(?(o|optional|no|false|オプション|任意)\)?(\s|$|\()/i.test(text) ? false : null;
}

function languageOf(cells: readonly Cell[]): Language | null {
  const text = (cells[0]?.text ?? '').toLowerCase();
  if (/^(ja|jp|jpn|日本語|japanese)/.test(text)) return 'ja';
  return /^(en|eng|英語|english)/.test(text) ? 'en' : null;
}
