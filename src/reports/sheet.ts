import { csvCell } from '../kit/escape/csv.js';
import { shorten } from '../kit/text/shorten.js';

/** Without it Japanese Excel reads UTF-8 as Shift_JIS. */
const byteOrderMark = '\ufeff';
/** The most columns of text in a cell, well below the 32,767 characters that Excel takes. */
const longestCell = 16_000;

/** CSV (RFC 4180) that opens in Japanese Excel as it is, and in which nothing is calculated. The first row holds the headings. */
export function writeSheet(rows: readonly (readonly (string | number)[])[]): string {
  return `${byteOrderMark}${rows.map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')}`;
}

function writeCell(value: string | number): string {
  return csvCell(typeof value === 'string' ? shorten(value, longestCell) : value);
}
