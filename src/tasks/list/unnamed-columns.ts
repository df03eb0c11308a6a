import type { Cell, TableRow } from '../readers/table.js';
import { callsSomebody, leadsNowhere } from './dead-ends.js';
import { documentEnding } from './document-ending.js';
import { linesOf } from './document-lines.js';
import { isGenericLabel } from './generic-label.js';
import { roleOf } from './header.js';
import { namesTasks } from './ids.js';
import { holdsNoDocuments } from './other-columns.js';
import { namesDocument } from './document-kinds.js';

/** Columns of documents by their cells: files, and, where another column names the task, what most cells are links to. */
export function fullOfDocuments(
  rows: readonly TableRow[],
  titles: readonly string[],
  taken: readonly number[],
  isNamed: boolean,
): readonly number[] {
  const isLinked = (cell: Cell, column: number): boolean =>
    isNamed && isLinkedTitle(cell) && !holdsNoDocuments(titles[column] ?? '');
  const filled = unnamedColumns(rows, titles, (cell, column) => isFile(cell) || isLinked(cell, column));
  return filled.filter((column) => !taken.includes(column));
}

/** Columns of addresses by their cells. */
export function addressColumns(rows: readonly TableRow[], titles: readonly string[]): readonly number[] {
  return unnamedColumns(rows, titles, isAddress);
}

/** Columns whose header does not say what they hold, by what most of their cells are. */
function unnamedColumns(
  rows: readonly TableRow[],
  titles: readonly string[],
  is: (cell: Cell, column: number) => boolean,
): readonly number[] {
  const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length));
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    if (titles[column] !== undefined && roleOf(titles[column]) !== null) return false;
    const cells = rows.flatMap((row) => row.cells[column] ?? []).filter(({ text }) => text !== '');
    return cells.filter((cell) => is(cell, column)).length * 2 > cells.length;
  });
}

/** A document is often named by its file. */
function isFile(cell: Cell): boolean {
  return documentEnding.test(cell.text) && !isAddress(cell);
}

/** Whether most of a cell is what it links to, and that may be a document: no person, other task, or place on the same page. */
export function isLinkedTitle(cell: Cell): boolean {
  const { text, links } = cell;
  if (links.length === 0 || isAddress(cell) || namesTasks(text)) return false;
  if (links.some(({ url }) => leadsNowhere(url) || callsSomebody(url))) return false;
  const labels = links.map((link) => (link.text === '' ? text : link.text));
  return labels.join('').length * 2 > text.length;
}

/**
 * Whether some cells of a column of addresses say what a document is called, and do not link to it. Where others do, they must
 * look like titles: `Coming in June` is none.
 */
export function holdsTitles(rows: readonly TableRow[], column: number): boolean {
  const titles = unlinkedTitles(rows, column);
  const isLinked = rows.some(({ cells }) => (cells[column]?.links.length ?? 0) > 0);
  return isLinked ? titles.filter(namesDocument).length * 2 > titles.length : titles.length > 0;
}

/** What stands in cells of a column that have no links, and may be a title. */
export function unlinkedTitles(rows: readonly TableRow[], column: number): readonly string[] {
  return rows
    .flatMap(({ cells }) => cells[column] ?? [])
    .filter(({ text, links }) => links.length === 0 && !namesTasks(text))
    .flatMap(linesOf)
    .filter((line) => !isGenericLabel(line));
}

function isAddress({ text }: Cell): boolean {
  return /^https?:\S+$/i.test(text);
}
