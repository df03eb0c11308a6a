import { parseTaskId, type ColumnMapping, type ColumnRole } from '../../model/task.js';
import type { Language } from '../../model/text.js';
import type { Table, TableRow } from '../readers/table.js';
import { isHyphenated, namesTasks } from './ids.js';
import { findHeader, foldTitle, languageOfTitle, roleOf } from './header.js';
import { addressColumns, fullOfDocuments, holdsTitles } from './unnamed-columns.js';

/** Which columns of a table hold what. Columns count from 0. */
export interface Columns {
  readonly id: number;
  /** The first is the name; others are names in another language. */
  readonly name: readonly number[];
  readonly document: readonly number[];
  readonly url: readonly number[];
  readonly services: readonly number[];
  readonly mandatory: readonly number[];
  readonly language: readonly number[];
  /** Position of the header's last row among the rows; -1 if there is none. */
  readonly header: number;
  /** What the header says, one text for each column. */
  readonly titles: readonly string[];
  /** Whether the header of the id column says that it holds ids. */
  readonly labelled: boolean;
}

/** The language that the header says the documents of a column are in; `null` if it does not say. */
export function languageOfColumn({ name, titles }: Columns, column: number): Language | null {
  return name.includes(column) ? null : languageOfTitle(titles[column] ?? '');
}

/** Why the columns cannot be found. */
export interface ColumnTrouble {
  readonly message: string;
  readonly hint: string;
}

/** Finds the columns by their contents and by English and Japanese headers, or as the mapping names them. */
export function findColumns(table: Table, mapping: ColumnMapping = {}): Columns | ColumnTrouble {
  const { last: header, titles } = findHeader(table.rows, mapping);
  const byRole = (role: ColumnRole): readonly number[] =>
    mapped(mapping[role], titles) ?? labelled(role, titles);
  const rows = table.rows.slice(header + 1);
  const ids = byRole('id');
  const id = mapping.id === undefined ? bestIdColumn(rows, ids) : (ids[0] ?? -1);
  if (id < 0) return noIdColumn(table, titles, mapping);
  const without = (columns: readonly number[]): readonly number[] =>
    columns.filter((column) => column !== id);
  const name = without(byRole('name'));
  const named = without(byRole('document'));
  const links = without(byRole('url'));
  const services = without(byRole('services'));
  const mandatory = without(byRole('mandatory'));
  const language = without(byRole('language'));
  const taken = [id, ...name, ...links, ...services, ...mandatory, ...language];
  const filled = named.length > 0 ? named : fullOfDocuments(rows, titles, taken, name.length > 0);
  // Under `資料・リンク` or `Link` stand titles, too, if nowhere else.
  const document = filled.length > 0 ? filled : links.filter((column) => holdsTitles(rows, column));
  const linked = links.filter((column) => !document.includes(column));
  return {
    id,
    name: name.length > 0 ? name : wordiest(rows, [id, ...document], titles),
    document,
    url: linked.length > 0 ? linked : without(addressColumns(rows, titles)),
    services,
    mandatory,
    language,
    header,
    titles,
    labelled: ids.includes(id),
  };
}

function labelled(role: ColumnRole, titles: readonly string[]): readonly number[] {
  return titles.flatMap((title, column) => (roleOf(title) === role ? [column] : []));
}

function mapped(wanted: string | number | undefined, titles: readonly string[]): readonly number[] | null {
  if (wanted === undefined) return null;
  if (typeof wanted === 'number') return [wanted - 1];
  const alike = (fold: (title: string) => string): number => titles.map(fold).indexOf(fold(wanted));
  const column = [alike(spelling), alike(foldTitle)].find((at) => at >= 0);
  return column === undefined ? [] : [column];
}

function spelling(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** Of columns that are mostly ids, or where all are struck out: the one whose header says so, then the fullest, then the first. */
function bestIdColumn(rows: readonly TableRow[], labelledIds: readonly number[]): number {
  const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length));
  let best = -1;
  let most = 0;
  for (let column = 0; column < width; column++) {
    const texts = rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '');
    const said = labelledIds.includes(column);
    const areStruck = said && texts.length === 0 && rows.some((row) => row.cells[column]?.isStruck === true);
    const ids = texts.filter((text) =>
      said ? namesTasks(text) && !isHyphenated(text) : parseTaskId(text) !== null,
    );
    const share = texts.length === 0 ? Number(areStruck) : ids.length / texts.length;
    if (share < (said ? 0.3 : 0.6) || (!said && areYears(ids))) continue;
    const score = share * ids.length + (said ? rows.length * 2 : 0);
    if (score > most) [best, most] = [column, score];
  }
  return best;
}

function areYears(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => /^(19|20)\d\d$/.test(text));
}

/** Without a header for it, the name is the column with the most letters. */
function wordiest(
  rows: readonly TableRow[],
  taken: readonly number[],
  titles: readonly string[],
): readonly number[] {
  const letters = new Map<number, number>();
  for (const row of rows.slice(0, 200))
    for (const [column, cell] of row.cells.entries()) {
      if (taken.includes(column) || (titles[column] !== undefined && roleOf(titles[column]) !== null))
        continue;
      const count = (cell.text.match(/\p{L}/gu) ?? []).length;
      letters.set(column, (letters.get(column) ?? 0) + (/^https?:/i.test(cell.text) ? 0 : count));
    }
  const [best] = [...letters].sort((one, other) => other[1] - one[1]);
  return best === undefined || best[1] === 0 ? [] : [best[0]];
}

function noIdColumn(table: Table, titles: readonly string[], mapping: ColumnMapping): ColumnTrouble {
  const shown = quoteTitles(
    titles.length > 0 ? titles : (table.rows[0]?.cells ?? []).map(({ text }) => text),
  );
  if (mapping.id !== undefined)
    return { message: `has no column ${JSON.stringify(mapping.id)}`, hint: `its columns are ${shown}` };
  return {
    message: 'no column holds task ids',
    hint:
      shown === ''
        ? 'ids are 3 to 5 digits, as in "4122" or "Task4122"'
        : `its columns are ${shown}; map one to "id"`,
  };
}

/** The first titles, as part of a sentence. */
export function quoteTitles(titles: readonly string[]): string {
  return titles
    .filter((title) => title !== '')
    .slice(0, 12)
    .map((title) => `"${title.slice(0, 40)}"`)
    .join(', ');
}
