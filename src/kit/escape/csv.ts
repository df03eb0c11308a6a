import { visible } from './visible.js';

/** What makes a spreadsheet take a cell for a formula; full-width forms too, since Japanese Excel accepts them. */
const formula = /^\s*[=+\-@＝＋－＠|%]/u;

/** One quoted cell (RFC 4180) that no spreadsheet takes for a formula. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = visible(value);
  return `"${formula.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
}
