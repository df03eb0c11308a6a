import { createTextCollector } from '../../../kit/documents/open-xml/shared-strings.js';
import { attributeOf } from '../../../kit/documents/scan-xml.js';
import { listLimits } from '../table.js';
import type { RawCell } from './read-cell.js';
import { readPosition, type Position } from './reference.js';

/** Puts together the cells of a sheet from its tags and texts. */
interface CellCollector {
  readonly open: (tag: string, attributes: string) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: string) => void;
}

/** A collector at the start of a sheet. `onCell` is called with each cell at its end. */
export function createCellCollector(onCell: (cell: RawCell, at: Position) => void): CellCollector {
  const inline = createTextCollector(listLimits);
  let at: Position = { line: 0, column: 0 };
  let type = '';
  let style = 0;
  let value = '';
  let formula = '';
  let reading: 'value' | 'formula' | null = null;

  const beginRow = (attributes: string): void => {
    at = { line: Number(attributeOf(attributes, 'r') ?? at.line + 1), column: 0 };
  };
  const beginCell = (attributes: string): void => {
    at = readPosition(attributeOf(attributes, 'r') ?? '') ?? { line: at.line, column: at.column + 1 };
    type = attributeOf(attributes, 't') ?? 'n';
    style = Number(attributeOf(attributes, 's') ?? 0);
    value = '';
    formula = '';
    inline.begin();
  };
  const endCell = (): void => {
    if (at.column > listLimits.columns || at.line <= 0) return;
    const texts = { inline: inline.result(), inlineUnstruck: inline.unstruck() };
    onCell({ type, style, value, formula, ...texts }, at);
  };
  return {
    open: (tag, attributes) => {
      inline.open(tag, attributes);
      if (tag === 'row') beginRow(attributes);
      else if (tag === 'c') beginCell(attributes);
      else if (tag === 'v') reading = 'value';
      else if (tag === 'f') reading = 'formula';
    },
    text: (text) => {
      if (reading === 'value' && value.length < listLimits.cellLength) value += text;
      else if (reading === 'formula' && formula.length < listLimits.cellLength) formula += text;
      inline.text(text);
    },
    close: (tag) => {
      inline.close(tag);
      if (tag === 'v' || tag === 'f') reading = null;
      else if (tag === 'c') endCell();
    },
  };
}
