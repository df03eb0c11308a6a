import { isAt } from './names.js';

/** What HTML says about an element by its name alone. */
export interface Element {
  /** Lower case; empty for any element that HTML does not know. */
  readonly name: string;
  /** 1 to 6 for `h1` to `h6`, else 0. */
  readonly heading: number;
  /** It is on lines of its own: the words before and after it are not one word. */
  readonly isBlock: boolean;
  /** A cell or the like: an `a` left open in one does not extend into the next. */
  readonly isTablePart: boolean;
  /** Its end tag ends a heading that was left open inside it. */
  readonly endsHeading: boolean;
  /** None of these: text flows through it as if it were not there. */
  readonly isInline: boolean;
  /** It surrounds the content of every page of a site. */
  readonly isSurrounding: boolean;
  /** Its content is text up to its own end tag (WHATWG HTML §13.2.5.2–20); not `noscript`, since scripting is off. */
  readonly isRawText: boolean;
  /** It has neither content nor an end tag (§13.1.2). */
  readonly isVoid: boolean;
  /** It cannot be inside SVG or MathML: it ends them (§13.2.6.5). */
  readonly breaksOut: boolean;
}

const names = wordsOf(
  'a abbr acronym address annotation-xml applet area article aside audio b base basefont bgsound big blockquote body br ' +
    'button canvas caption center cite code col colgroup data datalist dd del desc details dfn dialog dir div dl dt em embed ' +
    'fieldset figcaption figure font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i ' +
    'iframe image img input ins kbd label legend li link listing main map mark marquee math menu meta meter mi mn mo ms mtext ' +
    'nav nobr noembed noframes noscript object ol optgroup option output p param path picture plaintext pre progress q rb rp rt ' +
    'rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td ' +
    'template textarea tfoot th thead time title tr track tt u ul use var video wbr xmp',
);
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const blocks = wordsOf(
  'address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody ' +
    'td tfoot th thead tr ul xmp',
);
const tableParts = wordsOf('caption col colgroup tbody td tfoot th thead tr');
const headingEnds = wordsOf(
  'article aside blockquote body center dd details div dl dt fieldset footer form header html li main nav ol section table td th tr ul',
);
const surroundings = wordsOf('nav footer aside');
const rawTexts = wordsOf('script style xmp iframe noembed noframes title textarea plaintext');
const voids = wordsOf(
  'area base basefont bgsound br col embed frame hr image img input link meta param source track wbr',
);
const breakouts = wordsOf(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ' +
    'ruby s small span strong strike sub sup table tt u ul var',
);

/** Every element of HTML, SVG or MathML that something here needs to know. */
export const elements: readonly Element[] = names.map(describe);

const unknown = describe('');
const slotCount = 2048;
const slots = buildSlots();

/**
 * The element whose name is `[start, end)` of the markup, in any ASCII case. Makes no string: a page has hundreds of tags, nearly
 * all with one of a few names.
 */
export function elementAt(markup: string, start: number, end: number): Element {
  let hash = 0;
  // Setting this bit turns capitals into small letters and leaves anything else in a name as it is.
  for (let at = start; at < end; at++) hash = (hash * 31 + (markup.charCodeAt(at) | 0x20)) | 0;
  let slot = hash & (slotCount - 1);
  for (;;) {
    const element = slots[slot];
    if (element === undefined) return unknown;
    if (isAt(element.name, markup, start, end)) return element;
    slot = (slot + 1) & (slotCount - 1);
  }
}

function describe(name: string): Element {
  const isBlock = blocks.includes(name);
  const isTablePart = tableParts.includes(name);
  const endsHeading = headingEnds.includes(name);
  return {
    name,
    heading: headings.indexOf(name) + 1,
    isBlock,
    isTablePart,
    endsHeading,
    isInline: !isBlock && !isTablePart && !endsHeading,
    isSurrounding: surroundings.includes(name),
    isRawText: rawTexts.includes(name),
    isVoid: voids.includes(name),
    breaksOut: breakouts.includes(name),
  };
}

function buildSlots(): readonly (Element | undefined)[] {
  const table = new Array<Element | undefined>(slotCount).fill(undefined);
  for (const element of elements) {
    let hash = 0;
    for (const letter of element.name) hash = (hash * 31 + letter.charCodeAt(0)) | 0;
    let slot = hash & (slotCount - 1);
    while (table[slot] !== undefined) slot = (slot + 1) & (slotCount - 1);
    table[slot] = element;
  }
  return table;
}

function wordsOf(list: string): readonly string[] {
  return list.split(' ');
}
