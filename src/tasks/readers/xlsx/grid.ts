import type { Problem } from '../../../model/problem.js';
import { emptyCell, struckCell } from '../cell.js';
import type { Cell, CellLink } from '../table.js';
import type { Position, Range } from './reference.js';

/** How much more may be read of the whole workbook. */
export interface Budget {
  rows: number;
  cells: number;
  /** Cells that may still be filled or linked. */
  steps: number;
}

/** A sheet while it is read: rows by their number, with merges and links to apply to them. */
export interface Grid {
  readonly rows: Map<number, Cell[]>;
  readonly links: { readonly range: Range; readonly id: string; readonly location: string }[];
  readonly merges: Range[];
  readonly problems: Problem[];
}

/** Puts a cell into the grid, in a new row where there is none, which uses up budget. */
export function putCell(grid: Grid, { line, column }: Position, cell: Cell, budget: Budget): void {
  const row = rowAt(grid, line, budget);
  while (row.length < column - 1) row.push(emptyCell);
  row[column - 1] = cell;
  budget.cells--;
}

function rowAt(grid: Grid, line: number, budget: Budget): Cell[] {
  const known = grid.rows.get(line);
  if (known !== undefined) return known;
  const row: Cell[] = [];
  grid.rows.set(line, row);
  budget.rows--;
  return row;
}

/** Copies the first of merged cells into every row that they cover, in its first column. */
export function fillMerges(grid: Grid, budget: Budget): void {
  for (const { top, left, bottom } of grid.merges) {
    const cell = grid.rows.get(top)?.[left - 1];
    if (cell === undefined || cell === emptyCell) continue;
    for (let line = top + 1; line <= bottom && budget.steps > 0; line++) {
      budget.steps--;
      const row = grid.rows.get(line);
      if (row === undefined) continue;
      while (row.length < left) row.push(emptyCell);
      row[left - 1] = cell;
    }
  }
}

/** Excel gives a cell one. */
const mostLinks = 100;

/** Adds a link to every cell of a range, but for empty ones after the first, as merged cells have. */
export function addLink(
  grid: Grid,
  budget: Budget,
  { top, left, bottom, right }: Range,
  link: CellLink,
): void {
  for (let line = top; line <= bottom && budget.steps > 0; line++) {
    const row = grid.rows.get(line);
    budget.steps--;
    for (let column = left; row !== undefined && column <= Math.min(right, row.length); column++) {
      budget.steps--;
      const cell = row[column - 1] ?? emptyCell;
      if (cell === struckCell || (cell.text === '' && column > left)) continue;
      const others = cell.links.filter(({ url }) => url !== link.url);
      row[column - 1] = { text: cell.text, links: [link, ...others].slice(0, mostLinks) };
    }
  }
}
