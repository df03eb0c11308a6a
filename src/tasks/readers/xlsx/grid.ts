import type { Problem } from '../../../model/problem.js';
import { emptyCell } from '../cell.js';
import type { Cell, CellLink } from '../table.js';
import type { Range } from './reference.js';

/** How much more may be read of the whole workbook. */
export interface Budget {
  rows: number;
  cells: number;
  /** Cells touched for merges and links. */
  steps: number;
}

/** A sheet while it is read: rows by their number, and what is to be laid over them. */
export interface Grid {
  readonly rows: Map<number, Cell[]>;
  readonly links: { readonly range: Range; readonly id: string; readonly location: string }[];
  readonly merges: Range[];
  readonly problems: Problem[];
}

/** A row of the grid; a new one counts. */
export function rowAt(grid: Grid, line: number, budget: Budget): Cell[] {
  const known = grid.rows.get(line);
  if (known !== undefined) return known;
  const row: Cell[] = [];
  grid.rows.set(line, row);
  budget.rows--;
  return row;
}

/** What stands in the first cell of merged ones holds for every row they cover, in its first column. */
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

/** Links every cell of a range; of merged cells the first shows it. */
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
      if (cell.text === '' && column > left) continue;
      const others = cell.links.filter(({ url }) => url !== link.url);
      row[column - 1] = { text: cell.text, links: [link, ...others] };
    }
  }
}
