import { fold } from '../../kit/fold.js';
import { createAttributeReader, type AttributeReader, type Attributes } from './attributes.js';
import { blockNames, createCapture } from './capture.js';
import { labelOf } from './elements.js';
import type { Found } from './found.js';

const textLimit = 500;

/** Cells and their kin: an `a` forgotten open in one does not reach into the next. */
const tableParts: ReadonlySet<string> = new Set('caption col colgroup tbody td tfoot th thead tr'.split(' '));

/** The text of the `a` that is open, if one is. */
export interface LinkText {
  readonly open: (found: Found | null, attributes: Attributes) => void;
  /** Any start tag, `a` included. */
  readonly inner: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (start: number, end: number) => void;
  readonly finish: () => void;
}

/**
 * Follows `a` elements. One ends at its end tag, at the next `a`, with the table cell it stands in, or with the page: where
 * other elements end around it, browsers open it again behind them ("reconstruct the active formatting elements").
 */
export function createLinkText(markup: string): LinkText {
  const capture = createCapture(textLimit);
  let found: Found | null = null;
  /** Behind the name of the tag that opened it. */
  let start = 0;
  let image = '';
  let reader: AttributeReader | null = null;
  let tables = 0;
  let tablesOutside = 0;

  function finish(): void {
    if (!capture.isOpen()) return;
    const text = capture.finish();
    if (found !== null) found.text = text || fold(label(), textLimit) || fold(image, textLimit);
    found = null;
  }

  /** Few links have no text of their own: their tags are read again. */
  function label(): string {
    reader ??= createAttributeReader(markup);
    reader.read(start);
    return labelOf(reader);
  }

  function open(next: Found | null, attributes: Attributes): void {
    finish();
    found = next;
    if (next === null) return;
    start = attributes.start();
    image = '';
    tablesOutside = tables;
    capture.start();
  }

  function inner(name: string, attributes: Attributes): void {
    if (name === 'table') tables++;
    if (!capture.isOpen()) return;
    if (name === 'img' && image === '') image = attributes.value('alt') ?? '';
    else if (blockNames.has(name)) capture.separate();
    if (tableParts.has(name)) endWithCell();
  }

  function close(name: string): void {
    if (name === 'a') finish();
    if (capture.isOpen() && blockNames.has(name)) {
      capture.separate();
      if (name === 'table' || tableParts.has(name)) endWithCell();
    }
    if (name === 'table' && tables > 0) tables--;
  }

  function endWithCell(): void {
    if (tables > 0 && tables === tablesOutside) finish();
  }

  function text(start: number, end: number): void {
    if (capture.isOpen()) capture.add(markup, start, end);
  }

  return { open, inner, close, text, finish };
}
