import { decodeWindows1252 } from '../../kit/documents/windows-1252.js';

/** Bytes as text: by byte order mark, else UTF-16 by its zeros, else the first charset in which every byte is right. */
export function decodeList(bytes: Uint8Array): string {
  const charset = markedCharset(bytes) ?? zeroedCharset(bytes) ?? escapedCharset(bytes);
  if (charset !== null) return new TextDecoder(charset).decode(bytes);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const isWestern = !bytes.includes(neverWestern);
  return (
    ['shift_jis', 'euc-jp']
      .map((strict) => decodeStrictly(bytes, strict))
      .find((text) => text !== null && !(isWestern && isLonely(text))) ?? decodeWindows1252(bytes)
  );
}

/** The first byte of many signs in Shift_JIS, such as `～` and `→`; undefined in windows-1252. */
const neverWestern = 0x81;

/**
 * Whether no two characters beyond ASCII are neighbours, as in Western lists, but in no Japanese one. In Shift_JIS an accented
 * letter or a curly apostrophe may happen to form a character with the letter after it: `Microsoft’s` would be `Microsoft痴`.
 */
function isLonely(text: string): boolean {
  return !/[^\x00-\x7f]{2}/.test(text);
}

function markedCharset([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** ISO-2022-JP, used in mail, is ASCII with escapes: `ESC $ B` starts Japanese. */
function escapedCharset(bytes: Uint8Array): string | null {
  const escape = bytes.indexOf(0x1b);
  const isShift = bytes[escape + 1] === 0x24 && (bytes[escape + 2] === 0x42 || bytes[escape + 2] === 0x40);
  return escape >= 0 && isShift ? 'iso-2022-jp' : null;
}

/** UTF-16 without a byte order mark: Latin letters, digits and separators have a zero byte in it, and a list is full of them. */
function zeroedCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2048);
  let even = 0;
  let odd = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte === 0 && at % 2 === 0) even++;
    else if (byte === 0) odd++;
  }
  const many = sample.length / 8;
  if (odd > many && odd > even * 4) return 'utf-16le';
  return even > many && even > odd * 4 ? 'utf-16be' : null;
}

function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
