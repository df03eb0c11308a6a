import { isNearHttp } from '../links/suspicion.js';

/** An address that is written out in a text, and where. */
export interface WrittenAddress {
  readonly href: string;
  readonly start: number;
}

/** What comes before an address: a scheme with two slashes, or the beginning of a host by which people know one. */
const beginning = /(?<![\w@/.-])(?:[a-z][a-z0-9+.-]{0,10}:\/\/|www\.(?=[a-z0-9-]+\.))/gi;
/** Characters of RFC 3986, without the quote, which more often ends an address than it stands in one. */
const ofAddress = /[\w\-.~:/?#[\]@!$&()*+,;=%]{1,4096}/y;
/** Everything up to a blank, a mark around it, or a bracket or stop of Japanese. */
const anyOfAddress =
  /[^\s<>"'`{}|\\^\u3000-\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff5e]{1,4096}/uy;

/**
 * The addresses in a text, with the scheme of the web or one that is a slip away from it. Punctuation at an end belongs to the
 * sentence. Other than ASCII, which a Japanese sentence goes on with where it needs no blank, is part of an address only if that
 * stands for itself. The first of them, if there are more than `most`.
 */
export function findAddresses(text: string, most = Number.POSITIVE_INFINITY): readonly WrittenAddress[] {
  const found: WrittenAddress[] = [];
  if (!mayHoldAddress(text)) return found;
  const ink = text.trim().length;
  let passed = 0;
  for (const { index, 0: opening } of text.matchAll(beginning)) {
    if (index < passed || !isOfWeb(opening)) continue;
    const rest = restFrom({ text, ink }, index + opening.length, index);
    if (rest === '') continue;
    const end = index + opening.length + rest.length;
    const scheme = opening.includes('://') ? '' : 'https://';
    found.push({ href: scheme + text.slice(index, end), start: index });
    passed = end;
    if (found.length >= most) break;
  }
  return found;
}

/** Whether it is worth searching. Most texts have no address, and there may be millions of them. */
function mayHoldAddress(text: string): boolean {
  return text.includes('://') || (text.includes('.') && /www\./i.test(text));
}

function isOfWeb(opening: string): boolean {
  return /^(?:https?:|www\.)/i.test(opening) || isNearHttp(opening);
}

/** A text, and its length without blanks around it. */
interface Whole {
  readonly text: string;
  readonly ink: number;
}

function restFrom({ text, ink }: Whole, from: number, start: number): string {
  const all = match(anyOfAddress, text, from);
  const plain = match(ofAddress, text, from);
  const isAlone =
    isEdge(text[start - 1]) && isEdge(text[from + all.length]) && ink === all.length + from - start;
  const isEnclosed = text[start - 1] === '<' && text[from + all.length] === '>';
  return withoutPunctuation(isAlone || isEnclosed || plain === '' ? all : plain);
}

function isEdge(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** A bracket that closes belongs to the address if it was opened there. */
function withoutPunctuation(address: string): string {
  const unclosed = new Map([
    [')', count(address, '(') - count(address, ')')],
    [']', count(address, '[') - count(address, ']')],
  ]);
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    const left = unclosed.get(last);
    if (left === undefined ? !/[.,:;!?*_~]/.test(last) : left >= 0) break;
    if (left !== undefined) unclosed.set(last, left + 1);
  }
  return address.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
