import { readPart, readRelationships, relationshipId } from '../../../kit/documents/open-xml/parts.js';
import { createTextCollector } from '../../../kit/documents/open-xml/shared-strings.js';
import { attributeOf, scanXml } from '../../../kit/documents/scan-xml.js';
import type { Zip, ZipTrouble } from '../../../kit/documents/unzip.js';
import type { Problem } from '../../../model/problem.js';
import { emptyCell, readHyperlink, struckCell } from '../cell.js';
import { listLimits, type Cell, type Table, type TableRow } from '../table.js';
import { addLink, fillMerges, rowAt, type Budget, type Grid } from './grid.js';
import type { SheetPart, Workbook } from './package.js';
import { readPosition, readRange, type Range } from './reference.js';
import { cellShown, formulaTrouble, showValue, unstruckOf } from './shown.js';

interface Sheet {
  readonly table: Table;
  readonly problems: readonly Problem[];
}

/** The file that sheets are read from, and how much more may be read. */
interface WorkbookFile {
  readonly file: string;
  readonly zip: Zip;
  readonly workbook: Workbook;
  readonly budget: Budget;
}

const mostProblems = 100;

/** Reads one sheet: what its cells show, where they lead, and merged cells in every row they cover. */
export function readSheet(part: SheetPart, source: WorkbookFile): Sheet | ZipTrouble | 'too-large' {
  const { file, zip, budget } = source;
  const xml = readPart(zip, part.path);
  if (typeof xml === 'string') return xml;
  const grid: Grid = { rows: new Map(), links: [], merges: [], problems: [] };
  const place = { file, sheet: part.name };
  if (xml === null)
    return {
      table: { sheet: part.name, complete: false, rows: [] },
      problems: [{ place, message: 'the sheet is missing from the workbook' }],
    };
  const ended = scanGrid(xml.text, place, grid, source);
  if (ended === 'too-large') return ended;
  if (!ended)
    grid.problems.push({ place, message: 'the sheet breaks off', hint: 'open and save it in Excel' });
  const links = readRelationships(zip, part.path);
  if (typeof links === 'string') return links;
  fillMerges(grid, budget);
  for (const { range, id, location } of grid.links) {
    const target = links.get(id)?.target;
    if (target !== undefined)
      addLink(grid, budget, range, { url: location === '' ? target : `${target}#${location}`, text: '' });
  }
  const rows: TableRow[] = [...grid.rows]
    .sort(([one], [other]) => one - other)
    .map(([line, cells]) => ({ line, cells }));
  return { table: { sheet: part.name, complete: false, rows }, problems: grid.problems };
}

function scanGrid(
  xml: string,
  place: Problem['place'],
  grid: Grid,
  { workbook, budget }: WorkbookFile,
): boolean | 'too-large' {
  const inline = createTextCollector(listLimits);
  const open = { line: 0, column: 0, type: '', style: 0, value: '', formula: '', part: '' };
  const isTooLarge = (): boolean => budget.cells < 0 || budget.rows < 0;
  const put = (cell: Cell): void => {
    const row = rowAt(grid, open.line, budget);
    while (row.length < open.column - 1) row.push(emptyCell);
    row[open.column - 1] = cell;
    budget.cells--;
  };
  const finish = (): void => {
    const raw = { ...open, inline: inline.result(), inlineUnstruck: inline.unstruck() };
    const written = showValue(raw, workbook);
    const shown = unstruckOf(written, raw, workbook);
    const computed = open.formula === '' ? null : readHyperlink(open.formula);
    if (shown === '' && (written !== '' || workbook.struck.has(open.style))) {
      if (written !== '' || computed !== null) put(struckCell);
      return;
    }
    const trouble = formulaTrouble(open.formula, { type: open.type, shown }, computed);
    if (trouble !== null && grid.problems.length < mostProblems)
      grid.problems.push({ place: { ...place, line: open.line, column: open.column }, ...trouble });
    if (shown !== '' || computed !== null) put(cellShown(shown, computed));
  };
  const ended = scanXml(xml, {
    open: (tag, attributes) => {
      inline.open(tag, attributes);
      if (tag === 'row') {
        open.line = Number(attributeOf(attributes, 'r') ?? open.line + 1);
        open.column = 0;
      } else if (tag === 'c') {
        const at = readPosition(attributeOf(attributes, 'r') ?? '') ?? {
          line: open.line,
          column: open.column + 1,
        };
        const type = attributeOf(attributes, 't') ?? 'n';
        Object.assign(open, at, {
          type,
          style: Number(attributeOf(attributes, 's') ?? 0),
          value: '',
          formula: '',
        });
        inline.begin();
      } else if (tag === 'v' || tag === 'f') open.part = tag;
      else if (tag === 'mergeCell') pushRange(grid.merges, attributes);
      else if (tag === 'hyperlink') pushLink(grid, attributes);
      return undefined;
    },
    text: (text) => {
      if (open.part === 'v' && open.value.length < listLimits.cellLength) open.value += text;
      else if (open.part === 'f' && open.formula.length < listLimits.cellLength) open.formula += text;
      inline.text(text);
    },
    close: (tag) => {
      inline.close(tag);
      if (tag === 'v' || tag === 'f') open.part = '';
      if (tag === 'c' && open.column <= listLimits.columns && open.line > 0) finish();
      return !isTooLarge();
    },
  });
  return isTooLarge() ? 'too-large' : ended;
}

function pushRange(ranges: Range[], attributes: string): void {
  const range = readRange(attributeOf(attributes, 'ref') ?? '');
  if (range !== null && ranges.length < listLimits.rows) ranges.push(range);
}

function pushLink(grid: Grid, attributes: string): void {
  const range = readRange(attributeOf(attributes, 'ref') ?? '');
  const id = relationshipId(attributes);
  if (range === null || id === null || grid.links.length >= listLimits.rows) return;
  grid.links.push({ range, id, location: attributeOf(attributes, 'location') ?? '' });
}
