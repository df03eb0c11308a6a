import { cellOf, emptyCell } from './cell.js';
import {
  listLimits,
  refuse,
  refuseSize,
  type Cell,
  type CellLink,
  type ListReader,
  type ListFile,
  type TableReading,
} from './table.js';

/** An array of objects, or an object that holds one (`tasks`, `value`, `items` …). */
export const json: ListReader = {
  id: 'json',
  summary: 'JSON: an array of objects, or { "tasks": […] }',
  fits: ({ name, contentType, text }) => {
    if (/\.json$/i.test(name) || /^application\/(.+\+)?json$/.test(contentType)) return 2;
    return /^\s*[[{]\s*["{[]/.test(text().slice(0, 200)) ? 2 : 0;
  },
  read: readJson,
};

function readJson(file: ListFile): TableReading {
  const parsed = parse(file.text());
  if ('trouble' in parsed)
    return refuse(file.name, `is not JSON: ${parsed.trouble}`, 'look at the place it names');
  const items = findItems(parsed.value);
  if (items === null)
    return refuse(
      file.name,
      'holds no array of tasks',
      'it should be [{ "id": "4122", … }] or { "tasks": […] }',
    );
  if (items.length > listLimits.rows) return refuseSize(file.name);
  const records = items.map(flatten);
  const keys = [...new Set(records.flatMap((record) => [...record.keys()]))].slice(0, listLimits.columns);
  if (keys.length * records.length > listLimits.cells) return refuseSize(file.name);
  const header = { line: 0, cells: keys.map((key) => cellOf(key)) };
  const rows = records.map((record, at) => ({
    line: at + 1,
    cells: keys.map((key) => record.get(key) ?? emptyCell),
  }));
  return { tables: [{ sheet: null, complete: false, rows: [header, ...rows] }], problems: [] };
}

function parse(text: string): { readonly value: unknown } | { readonly trouble: string } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

function findItems(value: unknown): readonly unknown[] | null {
  if (isArray(value)) return value;
  if (!isRecord(value)) return null;
  const own = value['tasks'];
  return isArray(own) ? own : (Object.values(value).find(isArray) ?? null);
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Nested objects become `name.en`; arrays become one cell with all their links. */
function flatten(item: unknown): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  if (!isRecord(item)) return cells.set('value', cellOf(scalar(item)));
  for (const [key, value] of Object.entries(item)) {
    if (isRecord(value) && linkOf(value) === null)
      for (const [inner, content] of Object.entries(value))
        cells.set(`${key}.${inner}`, cellOfValue(content));
    else cells.set(key, cellOfValue(value));
  }
  return cells;
}

function cellOfValue(value: unknown): Cell {
  const parts = (isArray(value) ? value.slice(0, 100) : [value]).map((part) => {
    const link = isRecord(part) ? linkOf(part) : null;
    return { text: link === null ? scalar(part) : link.text === '' ? link.url : link.text, link };
  });
  const links = parts.flatMap(({ link }) => (link === null || link.url === '' ? [] : [link]));
  return cellOf(parts.map(({ text }) => text).join('\n'), links);
}

function linkOf(value: Readonly<Record<string, unknown>>): CellLink | null {
  const url = scalar(value['url'] ?? value['href'] ?? value['link'] ?? '');
  const text = scalar(value['title'] ?? value['text'] ?? value['name'] ?? '');
  return url === '' && text === '' ? null : { url, text };
}

function scalar(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
