import { redactUrl } from '../../kit/redact.js';
import type { Place, Problem } from '../../model/problem.js';
import { parseTaskId, type ExpectedDocument, type TaskRow } from '../../model/task.js';
import type { Language } from '../../model/text.js';
import { isJapanese } from '../matching/fold.js';
import type { Cell, Table, TableRow } from '../readers/table.js';
import type { Columns } from './columns.js';

/** What became of a table's rows. */
export interface RowReading {
  readonly rows: readonly TaskRow[];
  readonly problems: readonly Problem[];
}

/** Where a list came from. */
export interface ListSource {
  readonly file: string;
  /** What relative links are relative to; `null` leaves them unread. */
  readonly base: string | null;
}

/** Reads every row below the header; one that names no task is a problem, the others are used. */
export function readRows(table: Table, columns: Columns, source: ListSource): RowReading {
  const rows: TaskRow[] = [];
  const problems: Problem[] = [];
  for (const row of table.rows.slice(columns.header + 1)) {
    if (row.cells.every(({ text, links }) => text === '' && links.length === 0)) continue;
    const place = placeOf(source.file, table, row);
    const ids = idsOf(row.cells[columns.id]?.text ?? '');
    if (ids.length === 0) {
      if (!repeatsHeader(row, table.rows[columns.header])) problems.push(withoutId(row, columns, place));
      continue;
    }
    const short = table.complete && row.cells.length < columns.width;
    if (short && row.cells.length < lastNeeded(columns))
      problems.push({
        place,
        message: `has ${row.cells.length} cells where the header has ${columns.width}; what is there is used`,
      });
    for (const id of ids) {
      const read = readRow(id, row, columns, source, place, problems);
      rows.push(read, ...inOtherLanguage(read, row, columns));
    }
  }
  return { rows, problems };
}

function placeOf(file: string, table: Table, row: TableRow): Place {
  return { file, ...(table.sheet === null ? {} : { sheet: table.sheet }), line: row.line };
}

/** A cell may name several tasks: `4122, 4123`. */
function idsOf(text: string): readonly string[] {
  const parts = text
    .split(/[,、;；/\n]|\s+(?:&|and)\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ids = parts.map(parseTaskId);
  return ids.every((id) => id !== null) ? ids : [];
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
    hint: 'ids are 3 to 5 digits, as in "4122" or "Task4122"',
  };
}

function readRow(
  id: string,
  row: TableRow,
  columns: Columns,
  source: ListSource,
  where: Place,
  problems: Problem[],
): TaskRow {
  const cells = (wanted: readonly number[]): readonly Cell[] =>
    wanted.flatMap((column) => row.cells[column] ?? []);
  const name = oneLine(cells(columns.name).find(({ text }) => text !== '')?.text ?? '');
  const language = isJapanese(name) ? 'ja' : 'en';
  return {
    id,
    name,
    language,
    documents: readDocuments(
      row,
      columns,
      { name, language: languageOf(cells(columns.language)) },
      source,
      where,
      problems,
    ),
    services: cells(columns.services)
      .flatMap(({ text }) => text.split(/[/,、;\n]/))
      .map(oneLine)
      .filter((text) => text !== ''),
    mandatory: mandatoryOf(cells(columns.mandatory)),
    list: source.file,
    where,
  };
}

/** A list may name a task in two languages: the second name is a row of its own, and needs the same. */
function inOtherLanguage(read: TaskRow, row: TableRow, columns: Columns): readonly TaskRow[] {
  const names = columns.name.map((column) => oneLine(row.cells[column]?.text ?? ''));
  const other = names.find((name) => name !== '' && (isJapanese(name) ? 'ja' : 'en') !== read.language);
  if (other === undefined || read.name === '') return [];
  return [{ ...read, name: other, language: read.language === 'ja' ? 'en' : 'ja' }];
}

function readDocuments(
  row: TableRow,
  columns: Columns,
  task: { readonly name: string; readonly language: Language | null },
  source: ListSource,
  where: Place,
  problems: Problem[],
): readonly ExpectedDocument[] {
  const titles = columns.document.flatMap((column) => linesOf(row.cells[column]));
  const documents: ExpectedDocument[] = [];
  let paired = 0;
  for (const [column, cell] of row.cells.entries()) {
    const isUrl = columns.url.includes(column);
    for (const link of cell.links) {
      if (leadsNowhere(link.url)) continue;
      const url = absolute(link.url, source.base);
      const label = link.text !== '' ? link.text : isUrl ? (titles[paired] ?? '') : ownText(cell, link.url);
      if (isUrl) paired++;
      if (url === null)
        problems.push({
          place: { ...where, column: column + 1 },
          message: `"${link.url.slice(0, 100)}" is not a complete address`,
          hint: 'the document is looked for by its title',
        });
      const title = oneLine(label) === '' ? task.name : oneLine(label);
      documents.push({ title, url: url === null ? null : redactUrl(url), language: task.language });
    }
  }
  const named = new Set(documents.map(({ title }) => title));
  const unlinked = titles.filter((title) => !named.has(title)).slice(Math.min(paired, titles.length));
  return distinct([
    ...documents,
    ...unlinked.map((title) => ({ title, url: null, language: task.language })),
  ]);
}

/** Lines of a document cell that are titles, not addresses. */
function linesOf(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return [];
  const linked = new Set(cell.links.map(({ text, url }) => (text === '' ? url : oneLine(text))));
  const whole = cell.links.length === 1 && cell.links[0]?.text === '';
  return whole
    ? []
    : cell.text
        .split(/[\n；;]/)
        .map(oneLine)
        .filter((line) => line !== '' && !/^https?:/i.test(line) && !linked.has(line));
}

/** The cell's text where it is the only link's, and is no address itself. */
function ownText(cell: Cell, url: string): string {
  const text = cell.text.replace(url, ' ').replace(/https?:\S+/gi, ' ');
  return cell.links.length === 1 ? text : '';
}

/** Mail, scripts and places within the list. */
function leadsNowhere(url: string): boolean {
  return /^(mailto:|tel:|javascript:|#)/i.test(url);
}

/** `null` if no address can be made of it. */
function absolute(url: string, base: string | null): string | null {
  try {
    const parsed = base === null ? new URL(url) : new URL(url, base);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}

function distinct(documents: readonly ExpectedDocument[]): readonly ExpectedDocument[] {
  const seen = new Set<string>();
  return documents.filter(({ title, url }) => {
    const key = `${title}\n${url ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
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

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
