import { elementsIn } from '../../kit/nodes-in.js';
import { onDemand } from '../../kit/on-demand.js';
import { emptyCell } from './cell.js';
import { isStruck, readCell, readStruckCell, type Node } from './html-cell.js';
import {
  listLimits,
  refuse,
  refuseSize,
  type Cell,
  type ListReader,
  type ListFile,
  type Table,
  type TableReading,
  type TableRow,
} from './table.js';

const parser = onDemand('cheerio/slim');

/** Tables of a web page, or of the HTML that old reports call `.xls`. */
export const html: ListReader = {
  id: 'html',
  fits: ({ name, contentType, text }) => {
    if (looksLikeMarkup(text().slice(0, 2000).trimStart())) return 3;
    return /\.x?html?$/i.test(name) || /^(text\/html|application\/xhtml\+xml)$/.test(contentType) ? 2 : 0;
  },
  read: ({ name, text }: ListFile) => readTables(name, text()),
};

function looksLikeMarkup(start: string): boolean {
  return /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}-->\s*)?<(?:!doctype\s+html|html|head|body|table|meta|div)[\s>]/i.test(
    start,
  );
}

interface Budget {
  rows: number;
  cells: number;
}

const neverNested =
  /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|th|tr|tbody|thead|tfoot|dt|dd|option)$/i;
const deepestMarkup = 2000;

/** Whether markup is nested deeper than anybody writes: building its tree could take quadratic time. */
function isTooDeep(markup: string): boolean {
  let depth = 0;
  for (const [, closing, name = ''] of markup.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (neverNested.test(name)) continue;
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepestMarkup) return true;
  }
  return false;
}

/** The innermost tables of a page, in its order. */
export function readTables(name: string, markup: string): TableReading {
  if (isTooDeep(markup)) return refuse(name, 'is nested too deeply to be a list', 'export the list again');
  const tree = parser().load(markup);
  const elements = [...elementsIn(tree)];
  const nodes: readonly Node[] = elements.filter(({ name }) => name === 'table');
  const base =
    elements.find(({ name, attribs }) => name === 'base' && 'href' in attribs)?.attribs['href'] ?? '';
  const outer = new Set(nodes.map(tableAround));
  const tables: Table[] = [];
  const budget: Budget = { rows: listLimits.rows, cells: listLimits.cells };
  for (const node of nodes) {
    if (outer.has(node) || isCrossedOut(node)) continue;
    const { rows, caption } = collectRows(node);
    const read = readRows(rows, budget);
    if (read === null) return refuseSize(name);
    tables.push({
      sheet: caption === '' ? `table ${tables.length + 1}` : caption,
      complete: true,
      rows: read,
    });
  }
  return {
    tables: tables.length === 1 ? tables.map((table) => ({ ...table, sheet: null })) : tables,
    base,
    problems: [],
  };
}

/** What a piece of HTML says, as if it were a cell. */
export function readFragment(markup: string): Cell {
  const [root] = parser().load(markup, null, false).root();
  return root === undefined ? emptyCell : readCell(root);
}

const deepest = 200;

function tableAround(node: Node): Node | null {
  let above = node.parent ?? null;
  for (let step = 0; above !== null && step < deepest; step++) {
    if (above.name === 'table') return above;
    above = above.parent ?? null;
  }
  return null;
}

/** Whether something around a table, or the table itself, strikes it out. */
function isCrossedOut(table: Node): boolean {
  let above: Node | null = table;
  for (let step = 0; above !== null && step < deepest; step++) {
    if (isStruck(above)) return true;
    above = above.parent ?? null;
  }
  return false;
}

function collectRows(table: Node): { readonly rows: readonly Node[]; readonly caption: string } {
  const rows: Node[] = [];
  let caption = '';
  for (const part of table.children ?? []) {
    if (part.name === 'tr') rows.push(part);
    else if (part.name === 'caption') caption = readCell(part).text;
    else if (/^(thead|tbody|tfoot)$/.test(part.name ?? ''))
      for (const row of part.children ?? []) if (row.name === 'tr') rows.push(row);
  }
  return { rows, caption };
}

/**
 * The rows of a table; `null` if they are too many. A cell over several rows stands in each of them; one over several columns
 * leaves the others empty.
 */
function readRows(rows: readonly Node[], budget: Budget): readonly TableRow[] | null {
  const hanging = new Map<number, { readonly cell: Cell; left: number }>();
  const table: TableRow[] = [];
  for (const [at, row] of rows.entries()) {
    const cells: Cell[] = [];
    const read = [row, row.parent].some((one) => one && isStruck(one)) ? readStruckCell : readCell;
    for (const node of (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th')) {
      takeHanging(hanging, cells);
      const cell = read(node);
      const left = span(node, 'rowspan') - 1;
      if (left > 0) hanging.set(cells.length, { cell, left });
      cells.push(cell);
      for (let extra = span(node, 'colspan'); extra > 1 && cells.length < listLimits.columns; extra--)
        cells.push(emptyCell);
      if (cells.length >= listLimits.columns) break;
    }
    takeHanging(hanging, cells);
    budget.cells -= cells.length;
    budget.rows -= 1;
    if (budget.cells < 0 || budget.rows < 0) return null;
    table.push({ line: at + 1, cells });
  }
  return table;
}

function takeHanging(hanging: Map<number, { readonly cell: Cell; left: number }>, cells: Cell[]): void {
  for (let above = hanging.get(cells.length); above !== undefined; above = hanging.get(cells.length)) {
    if (above.left === 1) hanging.delete(cells.length);
    else above.left--;
    cells.push(above.cell);
  }
}

function span(node: Node, name: string): number {
  const value = Number(node.attribs?.[name] ?? 1);
  return Number.isInteger(value) && value > 1 ? Math.min(value, 1000) : 1;
}
