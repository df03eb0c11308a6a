/**
 * Recognises element names without making a string for each of them: a page has hundreds of tags,
 * nearly all of these few names.
 */
const knownNames =
  'a abbr acronym address annotation-xml applet area article aside audio b base basefont bgsound big blockquote body br ' +
  'button canvas caption center cite code col colgroup data datalist dd del desc details dfn dialog dir div dl dt em embed ' +
  'fieldset figcaption figure font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i ' +
  'iframe image img input ins kbd label legend li link listing main map mark marquee math menu meta meter mi mn mo ms mtext ' +
  'nav nobr noembed noframes noscript object ol optgroup option output p param path picture plaintext pre progress q rb rp rt ' +
  'rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td ' +
  'template textarea tfoot th thead time title tr track tt u ul use var video wbr xmp';

const slotCount = 2048;
// Keys of an object are the engine's one copy of a string: comparing these is comparing pointers.
const slots = buildSlots(Object.keys(Object.fromEntries(knownNames.split(' ').map((name) => [name, true]))));

/** The lower-case element name at `[start, end)` of the markup; empty if it is none that HTML knows. */
export function nameAt(markup: string, start: number, end: number): string {
  let hash = 0;
  // Setting this bit makes capitals small and leaves what else is in a name as it is.
  for (let at = start; at < end; at++) hash = (hash * 31 + (markup.charCodeAt(at) | 0x20)) | 0;
  let slot = hash & (slotCount - 1);
  for (;;) {
    const name = slots[slot];
    if (name === undefined) return '';
    if (isAt(name, markup, start, end)) return name;
    slot = (slot + 1) & (slotCount - 1);
  }
}

/** Whether `[start, end)` of the text is this lower-case word, in whatever ASCII case. */
export function isAt(word: string, text: string, start: number, end: number): boolean {
  if (end - start !== word.length) return false;
  for (let at = 0; at < word.length; at++) {
    if (lowerCase(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false;
  }
  return true;
}

function lowerCase(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function buildSlots(names: readonly string[]): readonly (string | undefined)[] {
  const table = new Array<string | undefined>(slotCount).fill(undefined);
  for (const name of names) {
    let hash = 0;
    for (let at = 0; at < name.length; at++) hash = (hash * 31 + name.charCodeAt(at)) | 0;
    let slot = hash & (slotCount - 1);
    while (table[slot] !== undefined) slot = (slot + 1) & (slotCount - 1);
    table[slot] = name;
  }
  return table;
}
