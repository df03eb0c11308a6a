import { encodeCharacter } from '../charset/encode.js';
import type { Resolve } from './resolve.js';

/** Charsets whose queries are sent in UTF-8 (WHATWG Encoding §4.3), and the one with escapes, which hardly any page is in. */
const alike: ReadonlySet<string> = new Set(['utf-8', 'utf-16le', 'utf-16be', 'replacement', 'iso-2022-jp']);

const beyondAscii = /[^\0-\x7f]/;
const eachBeyondAscii = /[^\0-\x7f]/gu;
const parts = /^([^?#]*)(\?[^#]*)(.*)$/s;

/** Resolves as on a page in this charset (WHATWG name): browsers send the characters of a query in the charset of the page. */
export function resolverIn(charset: string, resolve: Resolve): Resolve {
  if (alike.has(charset)) return resolve;
  return (href) => resolve(beyondAscii.test(href) ? encodeQuery(href, charset) : href);
}

function encodeQuery(href: string, charset: string): string {
  const [, path, query, fragment] = parts.exec(href) ?? [];
  if (path === undefined || query === undefined || fragment === undefined) return href;
  return path + query.replace(eachBeyondAscii, (character) => encodeIn(charset, character)) + fragment;
}

function encodeIn(charset: string, character: string): string {
  const bytes = encodeCharacter(character, charset);
  if (bytes === null) return `%26%23${character.codePointAt(0)}%3B`;
  return bytes.map(percentEncode).join('');
}

/** The second byte of a character may be ASCII. None of those that occur has a meaning in a query. */
function percentEncode(byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`;
}
