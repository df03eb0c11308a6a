import { cellOf } from './cell.js';
import {
  listLimits,
  refuseSize,
  type Cell,
  type CellLink,
  type ListReader,
  type Material,
  type Table,
  type TableReading,
  type TableRow,
} from './table.js';

const rule = /^\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** Tables of GitHub Flavored Markdown (GFM §4.10). */
export const markdown: ListReader = {
  id: 'markdown',
  summary: 'Markdown with tables',
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

function readMarkdown(material: Material): TableReading {
  const lines = material.text().split(/\r\n?|\n/);
  const tables: Table[] = [];
  let cells = 0;
  for (let at = 1; at < lines.length; at++) {
    if (!rule.test(lines[at] ?? '') || !(lines[at - 1] ?? '').includes('|')) continue;
    const rows: TableRow[] = [readRow(lines[at - 1] ?? '', at)];
    for (at++; at < lines.length && isRow(lines[at]); at++) {
      const row = readRow(lines[at] ?? '', at + 1);
      cells += row.cells.length;
      rows.push(row);
      if (rows.length > listLimits.rows || cells > listLimits.cells) return refuseSize(material.name);
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

function readRow(line: string, number: number): TableRow {
  const parts = splitCells(line.trim()).slice(0, listLimits.columns);
  return { line: number, cells: parts.map(readCell) };
}

/** A backslash keeps a bar within its cell, also in code (GFM example 200). */
function splitCells(line: string): readonly string[] {
  const inner = line.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((part) => part.replaceAll('\\|', '|').trim());
}

const link =
  /!?\[((?:[^[\]\\]|\\.){0,500})\]\(\s*<?([^\s<>()]{1,2000}(?:\([^\s()]{0,200}\))?[^\s<>()]{0,500})>?(?:\s+"[^"]{0,500}")?\s*\)/g;

function readCell(text: string): Cell {
  const links: CellLink[] = [];
  const shown = text.replace(link, (whole, label: string, url: string) => {
    if (whole.startsWith('!')) return label;
    links.push({ url, text: plain(label) });
    return label;
  });
  return cellOf(plain(shown), links);
}

/** Text without emphasis, code marks, escapes and line breaks in HTML. */
function plain(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/(\*\*|__)(?=\S)(.{0,1000}?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]{1,1000})\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/`([^`]{0,1000})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|~-])/g, '$1');
}
