import type { Attributes } from './attributes.js';

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
const integrationPoints: ReadonlySet<string> = new Set(
  'foreignobject desc title mi mo mn ms mtext'.split(' '),
);

const voidNames: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr image img input link meta param source track wbr'.split(
    ' ',
  ),
);

const depthLimit = 512;

interface Element {
  readonly name: string;
  readonly foreign: boolean;
  /** HTML may stand in it. */
  readonly integration: boolean;
}

/** Follows the open elements from the outermost `svg` or `math` inwards; outside of these it does nothing. */
export function createForeignContent(): ForeignContent {
  const open: Element[] = [];
  const top = (): Element | undefined => open.at(-1);
  const inside = (): boolean => open.length > 0 && top()?.foreign === true && !top()?.integration;

  function enter(name: string, attributes: Attributes): boolean {
    const root = name === 'svg' || name === 'math';
    if (open.length === 0 && !root) return false;
    if (inside() && breaksOut(name, attributes)) leave();
    const foreign = root || inside();
    if ((open.length === 0 && !foreign) || open.length === depthLimit) return foreign;
    if (foreign ? attributes.selfClosing() : voidNames.has(name)) return foreign;
    open.push({ name, foreign, integration: foreign && isIntegrationPoint(name, attributes) });
    return foreign;
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
  }

  return { inside, open: enter, close };
}

function breaksOut(name: string, attributes: Attributes): boolean {
  if (breakouts.has(name)) return true;
  return (
    name === 'font' && ['color', 'face', 'size'].some((attribute) => attributes.value(attribute) !== null)
  );
}

function isIntegrationPoint(name: string, attributes: Attributes): boolean {
  if (name !== 'annotation-xml') return integrationPoints.has(name);
  return /^(text\/html|application\/xhtml\+xml)$/i.test(attributes.value('encoding') ?? '');
}
