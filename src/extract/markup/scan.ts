import { createAttributeReader, isBlank, type Attributes } from './attributes.js';
import { createForeignContent } from './foreign.js';
import { elementAt, type Element } from './elements.js';
import { findRawTextEnd } from './raw-text.js';

/** What is reported about a page's markup, in document order. Places are offsets into the markup. */
export interface Sink {
  /** A start tag. `foreign`: it is an SVG or MathML element. */
  readonly open: (element: Element, attributes: Attributes, foreign: boolean) => void;
  /** An end tag; `at` is the place of its `<`. */
  readonly close: (element: Element, at: number) => void;
  /** Text with its character references as written. */
  readonly text: (start: number, end: number) => void;
  /** The content of a raw text element (`script`, `style`, `title`, `textarea` …). */
  readonly raw: (element: Element, start: number, end: number) => void;
}

/** What is known of markup as a whole. */
export interface MarkupTraits {
  /** `false`: there is no U+0000 in it, so it is read quicker. */
  readonly mayHoldNul?: boolean;
  /** Browsers read it as XML: any element may end in its start tag, and CDATA is text everywhere. */
  readonly isXml?: boolean;
}

const bang = 0x21;
const dash = 0x2d;
const slash = 0x2f;
const greater = 0x3e;
const question = 0x3f;

/**
 * Jumps from tag to tag, as a browser's tokenizer would see them (WHATWG HTML §13.2.5, scripting disabled).
 * Linear in the length of the markup, whatever is in it; builds no tree.
 */
export function scan(markup: string, sink: Sink, { mayHoldNul, isXml = false }: MarkupTraits = {}): void {
  const attributes = createAttributeReader(markup, mayHoldNul);
  const foreign = createForeignContent();
  const length = markup.length;
  let textStart = 0;
  let at = markup.indexOf('<');

  while (at >= 0) {
    const code = markup.charCodeAt(at + 1);
    const closing = code === slash;
    const tagName = closing ? at + 2 : at + 1;
    let next: number;
    if (isLetter(markup.charCodeAt(tagName))) {
      if (at > textStart) sink.text(textStart, at);
      next = closing ? readEndTag(tagName) : readStartTag(tagName);
    } else if (code === bang || code === question || (closing && tagName < length)) {
      if (at > textStart) sink.text(textStart, at);
      next = skipDeclaration(at, code);
    } else {
      at = markup.indexOf('<', at + 1); // a lone `<` is text
      continue;
    }
    if (next < 0) return; // a tag or comment that never ends swallows the rest
    textStart = next;
    at = markup.indexOf('<', next);
  }
  if (textStart < length) sink.text(textStart, length);

  function readEndTag(start: number): number {
    const end = tagNameEnd(start);
    const next = markup.charCodeAt(end) === greater ? end + 1 : attributes.read(end);
    if (next < 0) return -1;
    const element = elementAt(markup, start, end);
    foreign.close(element);
    sink.close(element, start - 2);
    return next;
  }

  function readStartTag(start: number): number {
    const end = tagNameEnd(start);
    const next = attributes.read(end);
    if (next < 0) return -1;
    const element = elementAt(markup, start, end);
    const isForeign = foreign.open(element, attributes);
    sink.open(element, attributes, isForeign);
    if (isXml && attributes.selfClosing() && !element.isVoid) {
      if (!isForeign) foreign.close(element);
      sink.close(element, start - 1);
      return next;
    }
    if (isForeign || !element.isRawText) return next;
    const rawEnd = findRawTextEnd(markup, element.name, next);
    if (rawEnd > next) sink.raw(element, next, rawEnd);
    return rawEnd;
  }

  function tagNameEnd(start: number): number {
    let end = start + 1;
    for (;;) {
      const code = markup.charCodeAt(end);
      if (!(code > greater) && (code === greater || code === slash || isBlank(code) || end >= length))
        return end;
      end++;
    }
  }

  /**
   * Comments, CDATA, doctypes and anything else that begins with `<!`, `<?` or `</`; CDATA in XML and foreign content is text.
   */
  function skipDeclaration(start: number, code: number): number {
    if (code === bang && markup.startsWith('--', start + 2)) return skipComment(markup, start + 4);
    if ((isXml || foreign.inside()) && markup.startsWith('<![CDATA[', start)) {
      const end = markup.indexOf(']]>', start + 9);
      sink.text(start + 9, end < 0 ? length : end);
      return end < 0 ? -1 : end + 3;
    }
    const end = markup.indexOf('>', start + 2);
    return end < 0 ? -1 : end + 1;
  }
}

/** The place after a comment whose content starts here (`-->`, `--!>`, and the abrupt `<!-->`, `<!--->`); -1 if it never ends. */
export function skipComment(markup: string, from: number): number {
  if (markup.charCodeAt(from) === greater) return from + 1;
  if (markup.charCodeAt(from) === dash && markup.charCodeAt(from + 1) === greater) return from + 2;
  for (let at = markup.indexOf('--', from); at >= 0; at = markup.indexOf('--', at + 1)) {
    const code = markup.charCodeAt(at + 2);
    if (code === greater) return at + 3;
    if (code === bang && markup.charCodeAt(at + 3) === greater) return at + 4;
  }
  return -1;
}

function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
