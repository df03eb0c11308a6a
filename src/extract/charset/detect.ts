import { latin1 } from '../../kit/text/latin1.js';
import { guessCharset } from './guess.js';
import { charsetOf } from './labels.js';
import { findDeclaration } from './prescan.js';

/** What is known about a body before its bytes are looked at. */
export interface Declared {
  /** `charset` parameter of the content type; `null` if there is none. */
  readonly charset: string | null;
  /** Whether the bytes may declare a charset in a `<meta>`. */
  readonly markup: boolean;
}

/** How far into the body a declaration is looked for. Browsers stop at 1,024 bytes, yet find a later one by reading again. */
const declarationReach = 16_384;

/** The charset of a body (WHATWG HTML §13.2.3.2), as its WHATWG name. */
export function detectCharset(bytes: Uint8Array, { charset, markup }: Declared): string {
  const byMark = charsetOfMark(bytes);
  if (byMark !== null) return byMark;
  const byHeader = charset === null ? null : charsetOf(charset);
  if (byHeader !== null) return byHeader;
  const head = latin1(bytes, declarationReach);
  const label = markup ? findDeclaration(head) : null;
  const byDeclaration = label === null ? null : charsetOf(label);
  if (byDeclaration === null) return guessCharset(bytes, head);
  // A declaration that could be read as ASCII is not in UTF-16, whatever it says.
  return byDeclaration.startsWith('utf-16') ? 'utf-8' : byDeclaration;
}

/** Whether a text in UTF-8 begins with a byte order mark. */
export function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function charsetOfMark(bytes: Uint8Array): string | null {
  if (hasMark(bytes)) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}
