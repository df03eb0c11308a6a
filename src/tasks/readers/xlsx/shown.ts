import type { Problem } from '../../../model/problem.js';
import { cellOf } from '../cell.js';
import type { Cell, CellLink } from '../table.js';
import type { Workbook } from './package.js';
import { writeDate } from './styles.js';

/** A cell as a sheet has it. */
export interface RawCell {
  readonly type: string;
  readonly value: string;
  readonly inline: string;
  readonly style: number;
}

/** What a person sees of a cell. */
export function showValue(
  { type, value, inline, style }: RawCell,
  { strings, styles, since1904 }: Workbook,
): string {
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr') return inline;
  if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
  const number = Number(value);
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(number)) return value;
  const how = styles[style] ?? 'plain';
  if (how === 'date') return writeDate(number, since1904);
  return how === 'plain' ? String(number) : String(number).padStart(how.padded, '0');
}

/** The cell for what is shown, with the link a formula makes of it. */
export function cellShown(shown: string, computed: CellLink | null): Cell {
  if (computed === null) return cellOf(shown);
  return cellOf(shown === '' ? computed.text : shown, [{ ...computed, text: '' }]);
}

const mostProblems = 100;

/** A link that is computed cannot be followed, and a formula never calculated shows nothing: both are said. */
export function noteFormula(
  formula: string,
  shown: string,
  computed: CellLink | null,
  place: Problem['place'],
  problems: Problem[],
): void {
  if (problems.length >= mostProblems) return;
  if (computed === null && /^\s*HYPERLINK\s*\(/i.test(formula))
    problems.push({
      place,
      message: 'the address of HYPERLINK() is computed and was not read',
      hint: 'paste it as text',
    });
  else if (shown === '' && computed === null && formula !== '')
    problems.push({
      place,
      message: 'the formula has no stored value',
      hint: 'open and save the workbook in Excel',
    });
}
