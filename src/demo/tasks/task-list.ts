import type { DemoWorld } from '../world.js';
import { taskRows, type DemoTaskRow } from './task-rows.js';

/** The list as a sheet: headings first, one document a row. */
export function taskSheet(world: DemoWorld): readonly (readonly string[])[] {
  return [headings, ...taskRows(world).map(cellsOf)];
}

/** The list as Excel saves it: CSV (RFC 4180) in UTF-8 with a byte order mark. */
export function taskCsv(world: DemoWorld): string {
  const lines = taskSheet(world).map((cells) => cells.map(quote).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

const headings = [
  'Task ID',
  'Task Name',
  'タスク名',
  '(M)andatory / (O)ptional',
  'FastTrack Role',
  'Services',
  'Document',
  'Document URL',
];

function cellsOf({
  id,
  name,
  importance,
  role,
  services,
  document,
  address,
}: DemoTaskRow): readonly string[] {
  return [`Task${id}`, name.en, name.ja, importance, role, services, document, address];
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
