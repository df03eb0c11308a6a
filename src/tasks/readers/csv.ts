import { parse } from 'csv-parse/sync';
import { guessDelimiter } from '../../kit/documents/guess-delimiter.js';
import type { Problem } from '../../model/problem.js';
import { readWritten } from './written-cell.js';
import {
  listLimits,
  refuseSize,
  type ListReader,
  type ListFile,
  type TableReading,
  type TableRow,
} from './table.js';

/** Comma, semicolon, tab or bar separated text (RFC 4180 and what Excel makes of it). */
export const csv: ListReader = {
  id: 'csv',
  fits: ({ name, contentType }) =>
    /\.(csv|tsv|tab|txt)$/i.test(name) || /^text\/(csv|tab-separated-values)$/.test(contentType) ? 2 : 1,
  read: readCsv,
};

interface Line {
  readonly record: readonly string[];
  /** Its last line in the file. */
  readonly end: number;
}

function readCsv(file: ListFile): TableReading {
  const text = file.text();
  const delimiter = guessDelimiter(text);
  const problems: Problem[] = [];
  const quoted = parseLines(text, delimiter, true);
  const lines = quoted ?? parseLines(text, delimiter, false) ?? [];
  if (quoted === null)
    problems.push({
      place: { file: file.name },
      message: 'opens a quotation mark that it never closes; quotation marks are read as letters',
      hint: 'double every quotation mark inside a quoted cell',
    });
  if (lines.length > listLimits.rows) return refuseSize(file.name);
  const rows: TableRow[] = [];
  let cells = 0;
  let line = 1;
  for (const { record, end } of lines) {
    cells += record.length;
    if (cells > listLimits.cells) return refuseSize(file.name);
    rows.push({ line, cells: record.slice(0, listLimits.columns).map((field) => readWritten(field)) });
    line = end + 1;
  }
  return { tables: [{ sheet: null, complete: true, rows }], problems };
}

/** `null` if a quotation mark is never closed. */
function parseLines(text: string, delimiter: string, quoted: boolean): readonly Line[] | null {
  const lines: Line[] = [];
  try {
    parse(text, {
      delimiter,
      bom: true,
      quote: quoted ? '"' : null,
      relax_quotes: true,
      relax_column_count: true,
      to: listLimits.rows + 1,
      on_record: (record: string[], { lines: end }) => {
        lines.push({ record, end });
        return null;
      },
    });
    return lines;
  } catch {
    return null;
  }
}
