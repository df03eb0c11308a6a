import type { Attributes } from './attributes.js';
import { blockNames } from './capture.js';

/** Where in SVG or MathML the scanner stands. HTML's rules for raw text do not hold there, and CDATA does. */
export interface ForeignContent {
  /** Whether what comes next stands in SVG or MathML. */
  readonly inside: () => boolean;
  /** Takes note of a start tag; says whether it makes an SVG or MathML element. */
  readonly open: (name: string, attributes: Attributes) => boolean;
  readonly close: (name: string) => void;
}

/** HTML elements that cannot stand in foreign content: they end it (WHATWG HTML §13.2.6.5). */
const breakouts: ReadonlySet<string> = new Set(
  (
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p ' +
    'pre ruby s small span strong strike sub sup table tt u ul var'
  ).split(' '),
);

/** Foreign elements whose content is HTML again. */
const integrationPoints: Readonly<Record<'svg' | 'math', ReadonlySet<string>>> = {
  svg: new Set('foreignobject desc title'.split(' ')),
  math: new Set('mi mo mn ms mtext'.split(' ')),
};

const voidNames: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr image img input link meta param source track wbr'.split(
    ' ',
  ),
);

const depthLimit = 512;

interface Element {
  readonly name: string;
  readonly language: 'html' | 'svg' | 'math';
  /** What stands in it is HTML. */
  readonly holdsHtml: boolean;
}

/** Follows the open elements from the outermost `svg` or `math` inwards; outside of these it does nothing. */
export function createForeignContent(): ForeignContent {
  const open: Element[] = [];
  const inside = (): boolean => open.length > 0 && open.at(-1)?.holdsHtml === false;

  function enter(name: string, attributes: Attributes): boolean {
    if (open.length === 0 && name !== 'svg' && name !== 'math') return false;
    if (inside() && breaksOut(name, attributes)) leave();
    const language = languageOf(name);
    const foreign = language !== 'html';
    if (open.length === depthLimit || (open.length === 0 && !foreign)) return foreign;
    if (foreign ? attributes.selfClosing() : voidNames.has(name)) return foreign;
    open.push({ name, language, holdsHtml: !foreign || isIntegrationPoint(name, language, attributes) });
    return foreign;
  }

  function languageOf(name: string): Element['language'] {
    const outer = inside() ? (open.at(-1)?.language ?? 'html') : 'html';
    return outer === 'html' && (name === 'svg' || name === 'math') ? name : outer;
  }

  /** Pops until HTML may stand here. */
  function leave(): void {
    while (inside()) open.pop();
  }

  function close(name: string): void {
    if (open.length === 0) return;
    if (inside() && (name === 'p' || name === 'br')) leave();
    const at = open.findLastIndex((element) => element.name === name);
    if (at >= 0) open.length = at;
    else if (blockNames.has(name)) open.length = 0; // it ends an element around the `svg` that was left open
  }

  return { inside, open: enter, close };
}

function breaksOut(name: string, attributes: Attributes): boolean {
  if (breakouts.has(name)) return true;
  return (
    name === 'font' && ['color', 'face', 'size'].some((attribute) => attributes.value(attribute) !== null)
  );
}

function isIntegrationPoint(name: string, language: 'svg' | 'math', attributes: Attributes): boolean {
  if (language === 'svg' || name !== 'annotation-xml') return integrationPoints[language].has(name);
  return /^(text\/html|application\/xhtml\+xml)$/i.test(attributes.value('encoding') ?? '');
}
