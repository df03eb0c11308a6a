import { isRecord } from '../../kit/is-record.js';
import { parseTaskId } from '../../model/task.js';
import { cellOf, emptyCell } from './cell.js';
import { isArray, isLink, isResults, linkOf, readValue, scalar } from './json-value.js';
import { readWritten } from './written-cell.js';
import {
  listLimits,
  refuse,
  refuseSize,
  type Cell,
  type ListReader,
  type ListFile,
  type Table,
  type TableReading,
} from './table.js';

/**
 * An array of objects, or of rows, or an object that holds one (`tasks`, `value`, `items` …) or several, or tasks by their ids:
 * `{ "4122": … }`.
 */
export const json: ListReader = {
  id: 'json',
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
  const table = items.some(isArray) && !items.some(isRecord) ? readGrid(items) : readRecords(items);
  return table === null ? refuseSize(file.name) : { tables: [table], problems: [] };
}

/** The rows as they are; the first of them may be the header. */
function readGrid(items: readonly unknown[]): Table | null {
  const cells = items.map((item) => (isArray(item) ? item : [item]).slice(0, listLimits.columns));
  if (cells.reduce((count, row) => count + row.length, 0) > listLimits.cells) return null;
  const rows = cells.map((row, at) => ({ line: at + 1, cells: row.map(cellOfValue) }));
  return { sheet: null, complete: false, rows };
}

/** A column for each key. */
function readRecords(items: readonly unknown[]): Table | null {
  const records = items.map(flatten);
  const keys = [...new Set(records.flatMap((record) => [...record.keys()]))].slice(0, listLimits.columns);
  if (keys.length * records.length > listLimits.cells) return null;
  const header = { line: 0, cells: keys.map((key) => cellOf(key)) };
  const rows = records.map((record, at) => ({
    line: at + 1,
    cells: keys.map((key) => record.get(key) ?? emptyCell),
  }));
  return { sheet: null, complete: false, rows: [header, ...rows] };
}

function parse(text: string): { readonly value: unknown } | { readonly trouble: string } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

const deepest = 4;

function findItems(value: unknown, depth = 0): readonly unknown[] | null {
  if (isArray(value)) return value;
  if (!isRecord(value) || depth > deepest) return null;
  const own = value['tasks'];
  if (isArray(own)) return own;
  if (isByIds(value, depth)) return Object.entries(value).map(readEntry);
  const parts = Object.values(value);
  const lists = parts.flatMap((part) => {
    const list = isRecord(part) ? findItems(part, depth + 1) : part;
    return isArray(list) && list.some((item) => isArray(item) || isRecord(item)) ? [list] : [];
  });
  const ofTasks = lists.filter((list) => list.some(isTask));
  return ofTasks.length > 0 ? ofTasks.flat() : (lists[0] ?? parts.find(isArray) ?? null);
}

/** Years, by which whole lists may be kept, look like ids. */
function isByIds(value: Readonly<Record<string, unknown>>, depth: number): boolean {
  const entries = Object.entries(value);
  const isTaskOf = ([key, content]: readonly [string, unknown]): boolean =>
    parseTaskId(key) !== null && findItems(content, depth + 1)?.some(isTask) !== true;
  return entries.length > 0 && entries.every(isTaskOf);
}

/** Whether it has an id of its own. So may a document, but that has an address. */
function isTask(item: unknown): boolean {
  if (!isRecord(item) || (linkOf(item)?.url ?? '') !== '') return false;
  return Object.entries(item).some(([key, value]) => /id$/i.test(key) && parseTaskId(scalar(value)) !== null);
}

/** A task by its id: what is said of it, or its documents. */
function readEntry([id, content]: readonly [string, unknown]): unknown {
  return isRecord(content) ? { id, ...content } : { id, documents: content };
}

/** Nested objects become `name.en`; arrays become one cell with all their links. */
function flatten(item: unknown): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  if (!isRecord(item)) return cells.set('value', readWritten(scalar(item)));
  // Microsoft Graph has the columns of a list in there.
  const { fields = item } = item;
  for (const [key, value] of Object.entries(isRecord(fields) ? fields : item)) {
    if (isRecord(value) && (!isLink(value) || isTaskKey.test(key)) && !isResults(value))
      for (const [inner, content] of Object.entries(value))
        cells.set(`${key}.${inner}`, cellOfValue(content));
    else cells.set(key, cellOfValue(value));
  }
  return cells;
}

function cellOfValue(value: unknown): Cell {
  const { text, links } = readValue(value);
  return readWritten(text, links);
}

/** An object under such a key is the task, with an id of its own. */
const isTaskKey = /^(?:task|タスク)$/i;
