import { wrapColumns } from '../../kit/text/display-width.js';
import { shorten } from '../../kit/text/shorten.js';
import type { Style } from '../../model/report.js';
import { createPaint, type Paint } from './paint.js';

/** What all parts of the text report draw with. */
export interface Canvas {
  /** How wide the text may be; infinite where nothing limits it. */
  readonly columns: number;
  readonly paint: Paint;
  /** Makes text from the web safe: on one line, with every character visible, of bounded length. */
  readonly clean: (text: string) => string;
  /** The same for an address, which is never wrapped, so that it can be copied. */
  readonly address: (url: string) => string;
  /** Text in indented lines that fit the terminal. Wrap first, then paint. */
  readonly wrap: (text: string, indent: number) => readonly string[];
}

const longestText = 400;
const longestAddress = 2000;
const narrowest = 40;
const widest = 120;

/** Prepares drawing for one style. Without a terminal nothing is wrapped: whatever shows the text wraps it. */
export function createCanvas(style: Style): Canvas {
  const columns = style.width === null ? Infinity : Math.min(widest, Math.max(narrowest, style.width));
  return {
    columns,
    paint: createPaint(style),
    clean: (text) => shorten(text, longestText),
    address: (url) => shorten(url, longestAddress),
    wrap: (text, indent) => wrapColumns(text, columns - indent).map((line) => ' '.repeat(indent) + line),
  };
}
