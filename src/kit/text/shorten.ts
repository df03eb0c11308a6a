import { truncateColumns } from './display-width.js';
import { visible } from '../escape/visible.js';

/** Enough for the combining marks of any script; what lies beyond is not even looked at. */
const unitsPerColumn = 4;

/** Makes text from the web fit to show: one line, every character visible, of bounded width. */
export function shorten(text: string, columns: number): string {
  return truncateColumns(visible(text.slice(0, columns * unitsPerColumn)), columns);
}
