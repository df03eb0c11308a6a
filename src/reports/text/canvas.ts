import { wrapColumns } from '../../kit/display-width.js';
import { shorten } from '../../kit/shorten.js';
import type { Style } from '../../model/report.js';
import { createPaint, type Paint } from './paint.js';

/** What all parts of the text report draw with. */
export interface Canvas {
  /** How wide the text may be; infinite where nothing limits it. */
  readonly columns: number;
  readonly paint: Paint;
  /** Text from the web: on one line, inert, of bounded length. */
  readonly clean: (text: string) => string;
  /** An address: inert and bounded too, but never wrapped, so it can be copied. */
  readonly address: (url: string) => string;
  /** Lines of text that fit the terminal, all indented. Wrap first, paint after. */
  readonly wrap: (text: string, indent: number) => readonly string[];
}

const longestText = 400;
const longestAddress = 2000;
const narrowest = 40;
const widest = 120;

/** Prepares drawing for one style. Without a terminal nothing is wrapped: whatever reads it wraps for itself. */
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
