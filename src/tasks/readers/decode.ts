import { decodeWindows1252 } from '../../kit/windows-1252.js';

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

/** Starts Shift_JIS's signs, such as `～` and `→`; nothing in windows-1252. */
const neverWestern = 0x81;

/**
 * Whether no two letters beyond ASCII stand together. No Japanese list is like that, but Western ones are: an accent or a
 * curly apostrophe with the letter after it happens to be a character of Shift_JIS, and `Microsoft’s` would be `Microsoft痴`.
 */
function isLonely(text: string): boolean {
  return !/[^\x00-\x7f]{2}/.test(text);
}

function markedCharset([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** ISO-2022-JP, as mail has it, is ASCII that escapes: `ESC $ B` starts what is Japanese. */
function escapedCharset(bytes: Uint8Array): string | null {
  const escape = bytes.indexOf(0x1b);
  const isShift = bytes[escape + 1] === 0x24 && (bytes[escape + 2] === 0x42 || bytes[escape + 2] === 0x40);
  return escape >= 0 && isShift ? 'iso-2022-jp' : null;
}

/** Latin letters, digits and separators have a zero byte in UTF-16, and a list is full of them. */
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
