import type { Attributes } from './attributes.js';
import type { Element } from './elements.js';

/** Where in SVG or MathML the scanner is. HTML's rules for raw text do not apply there, while CDATA does. */
export interface ForeignContent {
  /** Whether what comes next is in SVG or MathML. */
  readonly inside: () => boolean;
  /** Notes a start tag; says whether it makes an SVG or MathML element. */
  readonly open: (element: Element, attributes: Attributes) => boolean;
  readonly close: (element: Element) => void;
}

/** Foreign elements whose content is HTML again. */
const integrationPoints: Readonly<Record<'svg' | 'math', ReadonlySet<string>>> = {
  svg: new Set('foreignobject desc title'.split(' ')),
  math: new Set('mi mo mn ms mtext'.split(' ')),
};

const depthLimit = 512;

interface OpenElement {
  readonly name: string;
  readonly language: 'html' | 'svg' | 'math';
  /** Its content is HTML. */
  readonly holdsHtml: boolean;
}

/** Follows the open elements from the outermost `svg` or `math` inwards; outside these it does nothing. */
export function createForeignContent(): ForeignContent {
  const open: OpenElement[] = [];
  const inside = (): boolean => open.length > 0 && open.at(-1)?.holdsHtml === false;

  function enter(element: Element, attributes: Attributes): boolean {
    const { name } = element;
    if (open.length === 0 && name !== 'svg' && name !== 'math') return false;
    if (inside() && breaksOut(element, attributes)) leave();
    const language = languageOf(name);
    const foreign = language !== 'html';
    if (open.length === depthLimit || (open.length === 0 && !foreign)) return foreign;
    if (foreign ? attributes.selfClosing() : element.isVoid) return foreign;
    open.push({ name, language, holdsHtml: !foreign || isIntegrationPoint(name, language, attributes) });
    return foreign;
  }

  function languageOf(name: string): OpenElement['language'] {
    const outer = inside() ? (open.at(-1)?.language ?? 'html') : 'html';
    return outer === 'html' && (name === 'svg' || name === 'math') ? name : outer;
  }

  /** Pops until HTML is allowed here. */
  function leave(): void {
    while (inside()) open.pop();
  }

  function close({ name, isBlock }: Element): void {
    if (open.length === 0) return;
    if (inside() && (name === 'p' || name === 'br')) leave();
    const at = open.findLastIndex((each) => each.name === name);
    if (at >= 0) open.length = at;
    else if (isBlock) open.length = 0; // it ends an element around the `svg` that was left open
  }

  return { inside, open: enter, close };
}

function breaksOut(element: Element, attributes: Attributes): boolean {
  if (element.breaksOut) return true;
  return (
    element.name === 'font' &&
    ['color', 'face', 'size'].some((attribute) => attributes.value(attribute) !== null)
  );
}

function isIntegrationPoint(name: string, language: 'svg' | 'math', attributes: Attributes): boolean {
  if (language === 'svg' || name !== 'annotation-xml') return integrationPoints[language].has(name);
  return /^(text\/html|application\/xhtml\+xml)$/i.test(attributes.value('encoding') ?? '');
}
