import { fold } from '../../kit/text/fold.js';
import { createAttributeReader, type AttributeReader, type Attributes } from '../markup/attributes.js';
import { createCapture } from './capture.js';
import type { Element } from '../markup/elements.js';
import { labelOf } from './finders.js';
import type { FoundLink } from './found-link.js';

const textLimit = 500;

/** The text of the `a` that is open, if one is. */
export interface LinkText {
  readonly open: (found: FoundLink | null, attributes: Attributes) => void;
  readonly image: (attributes: Attributes) => void;
  /** The start tag of an element that is not inline. */
  readonly inner: (element: Element) => void;
  /** Its end tag. */
  readonly close: (element: Element) => void;
  readonly text: (start: number, end: number) => void;
  readonly finish: () => void;
}

/**
 * Follows `a` elements. One ends at its end tag, at the next `a`, with the table cell it is in, or with the page: where other
 * elements end around it, browsers open it again after them ("reconstruct the active formatting elements").
 */
export function createLinkText(markup: string): LinkText {
  const capture = createCapture(textLimit);
  let found: FoundLink | null = null;
  /** The place after the name of the tag that opened it. */
  let start = 0;
  let image = '';
  let reader: AttributeReader | null = null;
  let tables = 0;
  let tablesOutside = 0;

  function finish(): void {
    if (!capture.isOpen) return;
    const text = capture.finish();
    if (found !== null) found.text = text || fold(label(), textLimit) || fold(image, textLimit);
    found = null;
  }

  /** Few links have no text of their own, so their tags are read again. */
  function label(): string {
    reader ??= createAttributeReader(markup);
    reader.read(start);
    return labelOf(reader);
  }

  function open(next: FoundLink | null, attributes: Attributes): void {
    finish();
    found = next;
    if (next === null) return;
    start = attributes.start();
    image = '';
    tablesOutside = tables;
    capture.start();
  }

  function inner({ name, isBlock, isTablePart }: Element): void {
    if (name === 'table') tables++;
    if (!capture.isOpen) return;
    if (isBlock) capture.separate();
    if (isTablePart) endWithCell();
  }

  function close({ name, isBlock, isTablePart }: Element): void {
    if (capture.isOpen && isBlock) {
      capture.separate();
      if (name === 'table' || isTablePart) endWithCell();
    }
    if (name === 'table' && tables > 0) tables--;
  }

  function note(attributes: Attributes): void {
    if (capture.isOpen && image === '') image = attributes.value('alt') ?? '';
  }

  function endWithCell(): void {
    if (tables > 0 && tables === tablesOutside) finish();
  }

  function text(start: number, end: number): void {
    if (capture.isOpen) capture.add(markup, start, end);
  }

  return { open, image: note, inner, close, text, finish };
}
