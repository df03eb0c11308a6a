import type { Problem } from '../../model/problem.js';
import type { TaskRow } from '../../model/task.js';
import type { Language } from '../../model/text.js';
import { isJapanese } from '../matching/fold.js';
import type { Cell, TableRow } from '../readers/table.js';
import type { Columns } from './columns.js';
import { linesOf, oneLine } from './document-lines.js';
import { isDitto } from './placeholders.js';
import { readDocuments, type ListRow } from './documents.js';
import { idsOf } from './ids.js';

/** A task of a row, and the row above if that is of the same task. */
export interface RowTask {
  readonly id: string;
  readonly above?: TaskRow | undefined;
}

/** The tasks of a row: those that it names, or else those above that it continues. */
export function tasksOf(row: TableRow, columns: Columns, above: readonly TaskRow[]): readonly RowTask[] {
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

/** What a row says about one of its tasks, and what of that cannot be read. */
export interface ReadTask {
  readonly task: TaskRow;
  readonly problems: readonly Problem[];
}

/** Reads a row as one of its tasks. */
export function readTask({ id, above }: RowTask, row: ListRow, list: string): ReadTask {
  const { columns, where } = row;
  const cells = (wanted: readonly number[]): readonly Cell[] =>
    wanted.flatMap((column) => row.cells[column] ?? []);
  const own = oneLine(cells(columns.name).find(({ text }) => text !== '')?.text ?? '');
  const name = above !== undefined && isAsAbove(own) ? above.name : own;
  const words = { name, language: languageOf(cells(columns.language)) };
  const { documents, problems } = readDocuments(row, words);
  const task: TaskRow = {
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
  return { task, problems };
}

/** A list may name a task in two languages: the second name becomes a row of its own that needs the same documents. */
export function inOtherLanguage(task: TaskRow, row: TableRow, columns: Columns): readonly TaskRow[] {
  const names = columns.name.map((column) => oneLine(row.cells[column]?.text ?? ''));
  const other = names.find((name) => !isAsAbove(name) && (isJapanese(name) ? 'ja' : 'en') !== task.language);
  if (other === undefined || task.name === '') return [];
  return [{ ...task, name: other, language: task.language === 'ja' ? 'en' : 'ja' }];
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
