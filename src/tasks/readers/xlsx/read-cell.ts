import type { Unstruck } from '../../../kit/documents/open-xml/shared-strings.js';
import type { Problem } from '../../../model/problem.js';
import { cellOf, readHyperlink, struckCell } from '../cell.js';
import { readWritten } from '../written-cell.js';
import type { Cell, CellLink } from '../table.js';
import type { Workbook } from './package.js';
import { writeDate } from './styles.js';

/** A cell as a sheet has it. */
export interface RawCell {
  readonly type: string;
  readonly value: string;
  readonly inline: string;
  readonly inlineUnstruck: Unstruck | null;
  readonly formula: string;
  readonly style: number;
}

type CellTrouble = Omit<Problem, 'place'>;

interface CellReading {
  /** `null` where it shows nothing. */
  readonly cell: Cell | null;
  /** What of it cannot be read; `null` if nothing. */
  readonly trouble: CellTrouble | null;
}

/** What a cell shows, without what is struck out. */
export function readCell(raw: RawCell, workbook: Workbook): CellReading {
  const written = writtenIn(raw, workbook);
  const shown = unstruckOf(written, raw, workbook);
  const link = raw.formula === '' ? null : readHyperlink(raw.formula);
  const isStruck = shown === '' && (written !== '' || workbook.struck.has(raw.style));
  if (isStruck) return { cell: written === '' && link === null ? null : struckCell, trouble: null };
  const cell = shown === '' && link === null ? null : cellShown(shown, link);
  return { cell, trouble: link === null ? formulaTrouble(raw, shown) : null };
}

/** What is written in a cell. */
function writtenIn({ type, value, inline, style }: RawCell, { texts, styles, since1904 }: Workbook): string {
  if (type === 's') return texts.strings[Number(value)] ?? '';
  if (type === 'inlineStr') return inline;
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
  const number = Number(value);
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(number)) return value;
  const how = styles[style] ?? 'plain';
  if (how === 'date') return writeDate(number, since1904);
  return how === 'plain' ? String(number) : String(number).padStart(how.padded, '0');
}

/** What of that is not struck out, be it with the cell or alone. */
function unstruckOf(
  written: string,
  { type, value, style, inlineUnstruck }: RawCell,
  { texts, struck }: Workbook,
): string {
  const own =
    type === 's' ? texts.unstruck.get(Number(value)) : type === 'inlineStr' ? inlineUnstruck : undefined;
  return struck.has(style) ? (own?.own ?? '') : (own?.shown ?? written);
}

/** The cell for what is shown, with the link a formula makes of it. */
function cellShown(shown: string, link: CellLink | null): Cell {
  if (link === null) return readWritten(shown);
  return cellOf(shown === '' ? link.text : shown, [{ ...link, text: '' }]);
}

/** What cannot be read of a formula that is no link: an address that is computed, or a value that was never calculated. */
function formulaTrouble({ formula, type }: RawCell, shown: string): CellTrouble | null {
  if (formula === '') return null;
  const isLink = /^\s*HYPERLINK\s*\(/i.test(formula);
  if (isLink || (shown !== '' && /\bHYPERLINK\s*\(/i.test(formula)))
    return { message: 'the address of HYPERLINK() is computed and was not read', hint: 'paste it as text' };
  // Excel notes of a text that was calculated that it is one, even if it is empty.
  if (shown !== '' || type === 'str') return null;
  return { message: 'the formula has no stored value', hint: 'open and save the workbook in Excel' };
}
