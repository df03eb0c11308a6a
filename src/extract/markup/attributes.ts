import { isAt } from './names.js';
import { decodeAttribute } from './references.js';

/** The attributes of the current tag. One object serves all tags of a page: what it says is valid until the next tag. */
export interface Attributes {
  /** How many there are. */
  readonly count: () => number;
  /** Whether the tag ends in `/>`, which means something only in foreign content. */
  readonly selfClosing: () => boolean;
  /** The value of the first attribute of this lower-case name, character references decoded; `null` if there is none. */
  readonly value: (name: string) => string | null;
  /** The place after the tag's name. */
  readonly start: () => number;
  /** The place after the tag. */
  readonly end: () => number;
  /** Whether one of them has a name of this length: a cheap first check. */
  readonly hasLength: (length: number) => boolean;
}

/** Attributes, with the means to read those of the next tag. */
export interface AttributeReader extends Attributes {
  /** Reads from after a tag's name; returns the place after its `>`, or -1 if the markup ends before that. */
  readonly read: (from: number) => number;
}

/** A tag's attributes beyond this number are ignored: looking one up must stay cheap. */
const attributeLimit = 256;

const tab = 0x09;
const lineFeed = 0x0a;
const formFeed = 0x0c;
const carriageReturn = 0x0d;
const space = 0x20;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const slash = 0x2f;
const equals = 0x3d;
const greater = 0x3e;

/** Reads the attributes of one page's tags (WHATWG HTML §13.2.5.32–40), noting only places. */
export function createAttributeReader(markup: string, mayHoldNul = true): AttributeReader {
  /** Start and end of name, start and end of value: four numbers for each attribute. */
  const places: number[] = [];
  /** A bit for every length of a name; longer ones share the last. */
  let lengths = 0;
  let count = 0;
  let selfClosing = false;
  let start = 0;
  let end = 0;

  function note(nameStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    if (count === attributeLimit) return;
    lengths |= lengthBit(nameEnd - nameStart);
    const place = count++ * 4;
    places[place] = nameStart;
    places[place + 1] = nameEnd;
    places[place + 2] = valueStart;
    places[place + 3] = valueEnd;
  }

  function read(from: number): number {
    start = from;
    end = readAll(from);
    return end;
  }

  function readAll(from: number): number {
    count = 0;
    lengths = 0;
    selfClosing = false;
    let at = from;
    for (;;) {
      let code = markup.charCodeAt(at);
      while (isBlank(code) || code === slash) {
        if (code === slash && markup.charCodeAt(at + 1) === greater) {
          selfClosing = true;
          return at + 2;
        }
        code = markup.charCodeAt(++at);
      }
      if (code === greater) return at + 1;
      if (at >= markup.length) return -1;
      at = readOne(at);
      if (at < 0) return -1;
    }
  }

  /** One attribute; returns the place after it, -1 at the end of the markup. */
  function readOne(nameStart: number): number {
    let at = nameStart + 1;
    let code = markup.charCodeAt(at);
    while (!endsName(code) && at < markup.length) code = markup.charCodeAt(++at);
    const nameEnd = at;
    while (isBlank(code)) code = markup.charCodeAt(++at);
    if (code !== equals) {
      note(nameStart, nameEnd, nameEnd, nameEnd);
      return at;
    }
    code = markup.charCodeAt(++at);
    while (isBlank(code)) code = markup.charCodeAt(++at);
    if (code === doubleQuote || code === singleQuote) {
      const quote = markup.indexOf(code === doubleQuote ? '"' : "'", at + 1);
      if (quote < 0) return -1;
      note(nameStart, nameEnd, at + 1, quote);
      return quote + 1;
    }
    const valueStart = at;
    while (!isBlank(code) && code !== greater && at < markup.length) code = markup.charCodeAt(++at);
    note(nameStart, nameEnd, valueStart, at);
    return at;
  }

  function value(name: string): string | null {
    if (!hasLength(name.length)) return null;
    for (let place = 0; place < count * 4; place += 4) {
      const start = places[place] ?? 0;
      const end = places[place + 1] ?? 0;
      if (end - start !== name.length || !isAt(name, markup, start, end)) continue;
      const raw = decodeAttribute(markup.slice(places[place + 2], places[place + 3]));
      return mayHoldNul ? raw.replaceAll('\0', '\ufffd') : raw;
    }
    return null;
  }

  function hasLength(length: number): boolean {
    return (lengths & lengthBit(length)) !== 0;
  }

  return {
    count: () => count,
    selfClosing: () => selfClosing,
    start: () => start,
    end: () => end,
    value,
    hasLength,
    read,
  };
}

function lengthBit(length: number): number {
  return 1 << Math.min(length, 31);
}

/** White space between attributes. Carriage returns count, since a browser has turned them into line feeds before. */
export function isBlank(code: number): boolean {
  if (code > space) return false;
  return code === space || code === lineFeed || code === tab || code === carriageReturn || code === formFeed;
}

function endsName(code: number): boolean {
  if (code > greater) return false; // letters, which most are
  return code === equals || code === greater || code === slash || isBlank(code);
}
