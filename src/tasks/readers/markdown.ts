import { cellOf, struckCell } from './cell.js';
import {
  listLimits,
  refuseSize,
  type Cell,
  type CellLink,
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

/** Addresses by the label that stands for them. */
type Addresses = ReadonlyMap<string, string>;

const definition = /^ {0,3}\[((?:[^[\]\\]|\\.){1,500})\]:\s*(?:<([^<>]{1,2000})>|(\S{1,2000}))/;

/** Reads `[label]: address`, anywhere in the file (CommonMark §4.7); of two with the same label the first counts. */
function readDefinitions(lines: readonly string[]): Addresses {
  const addresses = new Map<string, string>();
  for (const line of lines) {
    const [, label = '', bracketed, bare] = definition.exec(line) ?? [];
    const url = bracketed ?? bare;
    const key = labelKey(label);
    if (url !== undefined && !addresses.has(key)) addresses.set(key, url);
  }
  return addresses;
}

function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

const link =
  /!?\[((?:[^[\]\\]|\\.){0,500})\]\(\s*(?:<([^<>]{1,2000})>|([^\s<>()]{1,2000}(?:\([^\s()]{0,200}\))?[^\s<>()]{0,500}))(?:\s+"[^"]{0,500}")?\s*\)/g;
const reference = /\[((?:[^[\]\\]|\\.){1,500})\](?:\[((?:[^[\]\\]|\\.){0,500})\])?/g;

/** What is struck out no longer holds (GFM §6.5, HTML §4.5.5). */
const struck =
  /~~(?=\S)(?:[^~]|~(?!~)){0,2000}~~|<(s|del|strike)(?:\s[^<>]{0,200})?>(?:[^<]|<(?!\/?(?:s|del|strike)[\s>])){0,2000}<\/\1>/gi;

/** What refers to a note below the table: `[^1]`. */
const footnote = /\[\^[^[\]]{1,100}\]/g;

function readCell(text: string, addresses: Addresses): Cell {
  const links: CellLink[] = [];
  const unstruck = text.replace(struck, '');
  if (unstruck !== text && plain(unstruck).trim() === '') return struckCell;
  const withoutLinks = unstruck
    .replace(footnote, '')
    .replace(link, (whole, label: string, bracketed?: string, bare?: string) => {
      if (!whole.startsWith('!') && label !== '')
        links.push({ url: bracketed ?? bare ?? '', text: plain(label) });
      return label;
    });
  const shown = withoutLinks.replace(reference, (whole, label: string, named?: string) => {
    const url = addresses.get(labelKey(named === undefined || named === '' ? label : named));
    if (url === undefined) return whole;
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
