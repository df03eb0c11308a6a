import { readPart, readRelationships, relationshipId } from '../../../kit/documents/open-xml/parts.js';
import { attributeOf, scanXml } from '../../../kit/documents/scan-xml.js';
import type { Zip, ZipTrouble } from '../../../kit/documents/unzip.js';
import type { Problem } from '../../../model/problem.js';
import { listLimits, type Table, type TableRow } from '../table.js';
import { createCellCollector } from './cell-collector.js';
import { addLink, fillMerges, putCell, type Budget, type Grid } from './grid.js';
import type { SheetPart, Workbook } from './package.js';
import { readCell } from './read-cell.js';
import { readRange, type Range } from './reference.js';

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
  if (ended === 'cut')
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
): 'whole' | 'cut' | 'too-large' {
  const isTooLarge = (): boolean => budget.cells < 0 || budget.rows < 0;
  const collector = createCellCollector((raw, at) => {
    const { cell, trouble } = readCell(raw, workbook);
    if (cell !== null) putCell(grid, at, cell, budget);
    if (trouble !== null && grid.problems.length < mostProblems)
      grid.problems.push({ place: { ...place, ...at }, ...trouble });
  });
  const isWhole = scanXml(xml, {
    open: (tag, attributes) => {
      collector.open(tag, attributes);
      if (tag === 'mergeCell') pushRange(grid.merges, attributes);
      else if (tag === 'hyperlink') pushLink(grid, attributes);
      return undefined;
    },
    text: collector.text,
    close: (tag) => {
      collector.close(tag);
      return !isTooLarge();
    },
  });
  if (isTooLarge()) return 'too-large';
  return isWhole ? 'whole' : 'cut';
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
