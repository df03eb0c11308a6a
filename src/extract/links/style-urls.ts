/** A URL in a style sheet: of a sheet to import, or of an image, font or the like. */
export interface StyleUrl {
  readonly url: string;
  readonly imported: boolean;
}

/**
 * The tokens that decide: comments and strings hide what is in them, `url(` with a quote is a function with a string.
 * Each alternative begins differently, so matching is linear.
 */
const tokens = /\/\*|"|'|@(?:import|namespace)(?![\w-])|(?<![\w-])(?:url|src)\(\s*|[;{}]/gi;

/** The URLs of a style sheet or a `style` attribute (CSS Syntax 3 §4), in order, escapes resolved. */
export function urlsOfStyle(css: string): readonly StyleUrl[] {
  const found: StyleUrl[] = [];
  const next = new RegExp(tokens);
  let importing = false;
  const add = (url: string, imported: boolean): void => {
    if (url !== '') found.push({ url, imported });
    importing = false;
  };
  for (let token = next.exec(css); token !== null; token = next.exec(css)) {
    const at = next.lastIndex;
    const word = token[0].charAt(0).toLowerCase();
    if (word === '/') {
      const end = css.indexOf('*/', at);
      if (end < 0) break;
      next.lastIndex = end + 2;
    } else if (word === '"' || word === "'") {
      const string = readString(css, at, word);
      if (importing) add(string.value, true);
      next.lastIndex = string.end;
    } else if (word === '@') {
      importing = token[0].length === '@import'.length;
      if (!importing) next.lastIndex = endOfStatement(css, at); // a namespace is a name, not a place
    } else if (word === 'u' || word === 's') {
      const argument = readArgument(css, at);
      add(argument.value, importing);
      next.lastIndex = argument.end;
    } else {
      importing = false;
    }
  }
  return found;
}

function endOfStatement(css: string, from: number): number {
  const end = css.indexOf(';', from);
  return end < 0 ? css.length : end;
}

interface Piece {
  readonly value: string;
  readonly end: number;
}

/** A string whose opening quote is before `from`; a line break ends it, as in browsers. */
function readString(css: string, from: number, quote: string): Piece {
  const stop = quote === '"' ? /["\n\f\r]|\\[^]/g : /['\n\f\r]|\\[^]/g;
  stop.lastIndex = from;
  for (let mark = stop.exec(css); mark !== null; mark = stop.exec(css)) {
    if (!mark[0].startsWith('\\'))
      return { value: unescape(css.slice(from, mark.index)), end: mark.index + 1 };
  }
  return { value: unescape(css.slice(from)), end: css.length };
}

/** The content of `url(…)`. */
function readArgument(css: string, from: number): Piece {
  const quote = css.charAt(from);
  if (quote === '"' || quote === "'") return readString(css, from + 1, quote);
  const stop = /\)|\\[^]/g;
  stop.lastIndex = from;
  for (let mark = stop.exec(css); mark !== null; mark = stop.exec(css)) {
    if (mark[0] !== ')') continue;
    const raw = css.slice(from, mark.index).trim();
    // A bad url token: blanks, quotes or parentheses inside make all of it void.
    return { value: /[\s"'(]/.test(raw.replace(escapes, '')) ? '' : unescape(raw), end: mark.index + 1 };
  }
  return { value: '', end: css.length };
}

const escapes = /\\(?:[0-9a-f]{1,6}\s?|[^])/gi;

function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|\r\n|([^]))/gi,
    (_, digits?: string, character?: string) => {
      if (digits !== undefined) return fromCodePoint(Number.parseInt(digits, 16));
      return character === undefined || /[\n\f\r]/.test(character) ? '' : character;
    },
  );
}

function fromCodePoint(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}
