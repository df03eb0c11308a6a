import { readCell, readDefinitions, type Addresses } from './markdown-cell.js';
import {
  listLimits,
  refuseSize,
  type ListReader,
  type ListFile,
  type Table,
  type TableReading,
  type TableRow,
} from './table.js';

const rule = /^\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** Tables of GitHub Flavored Markdown (GFM §4.10). */
export const markdown: ListReader = {
  id: 'markdown',
  fits: ({ name, contentType, text }) => {
    if (/\.(md|mdx|markdown)$/i.test(name) || contentType === 'text/markdown') return 2;
    return /\.(csv|tsv|json|xlsx?)$/i.test(name)
      ? 0
      : text()
            .slice(0, 50_000)
            .split('\n')
            .some((line) => rule.test(line))
        ? 2
        : 0;
  },
  read: readMarkdown,
};

function readMarkdown(file: ListFile): TableReading {
  const lines = file.text().split(/\r\n?|\n/);
  const addresses = readDefinitions(lines);
  const tables: Table[] = [];
  let cells = 0;
  for (let at = 1; at < lines.length; at++) {
    if (!rule.test(lines[at] ?? '') || !(lines[at - 1] ?? '').includes('|')) continue;
    const rows: TableRow[] = [readRow(lines[at - 1] ?? '', at, addresses)];
    for (at++; at < lines.length && isRow(lines[at]); at++) {
      const row = readRow(lines[at] ?? '', at + 1, addresses);
      cells += row.cells.length;
      rows.push(row);
      if (rows.length > listLimits.rows || cells > listLimits.cells) return refuseSize(file.name);
    }
    tables.push({ sheet: `table ${tables.length + 1}`, complete: true, rows });
  }
  return {
    tables: tables.length === 1 ? tables.map((table) => ({ ...table, sheet: null })) : tables,
    problems: [],
  };
}

function isRow(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== '' && line.includes('|');
}

function readRow(line: string, number: number, addresses: Addresses): TableRow {
  const parts = splitCells(line.trim()).slice(0, listLimits.columns);
  return { line: number, cells: parts.map((part) => readCell(part, addresses)) };
}

/** The cells of a row. A bar after a backslash stays in its cell, also in code (GFM example 200). */
function splitCells(line: string): readonly string[] {
  const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|').trim());
}
