import { cellOf } from './cell.js';
import { readFragment } from './html.js';
import type { Cell, CellLink } from './table.js';

const markup = /<br\s*\/?>|<\/(?:a|b|div|em|font|i|li|ol|p|span|strong|td|u|ul)>/i;
const mostMarkup = 20_000;

/** A cell that is a text alone. Where that was rich text, exports such as those of SharePoint write HTML. */
export function readWritten(text: string, own: readonly CellLink[] = []): Cell {
  if (!markup.test(text)) return cellOf(text, own);
  const read = readFragment(text.slice(0, mostMarkup));
  return { ...read, links: [...own, ...read.links] };
}
