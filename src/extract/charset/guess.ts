import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { charsetOf } from './labels.js';

const sampleLength = 65_536;

/** Charsets a page in this language may be in, likeliest first. */
const usual: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\blang\s*=\s*["']?ja\b/i, ['iso-2022-jp', 'euc-jp', 'shift_jis']],
  [/\blang\s*=\s*["']?zh-(?:tw|hk|hant)\b/i, ['big5']],
  [/\blang\s*=\s*["']?zh\b/i, ['gb18030']],
  [/\blang\s*=\s*["']?ko\b/i, ['euc-kr']],
];

/**
 * The likeliest charset of bytes without a declared one, as its WHATWG name: UTF-8 if they are valid as such, then what the
 * page's language makes likely, then for a mere text one in which it has Japanese words, then what the frequencies of bytes
 * suggest.
 */
export function guessCharset(bytes: Uint8Array, head: string): string {
  const sample = bytes.subarray(0, sampleLength);
  if (looksLikeUtf16(sample)) return sample[0] === 0 ? 'utf-16be' : 'utf-16le';
  if (head.includes('\x1b$') && isReadableAs('iso-2022-jp', sample)) return 'iso-2022-jp';
  if (isUtf8(bytes) || (bytes.length > sampleLength && isUtf8(wholeCharacters(sample)))) return 'utf-8';
  const candidates = usual.find(([language]) => language.test(head))?.[1] ?? [];
  const readable = candidates.find((charset) => isReadableAs(charset, sample));
  return readable ?? (markup.test(head) ? null : charsetOfWords(sample)) ?? likeliest(sample);
}

const markup = /<[a-z!?]/i;
/** Two neighbours that a misread Western text has not: an accented letter and the one after it become a single character. */
const japaneseWord = /[\u3041-\u30ff\u4e00-\u9fff]{2}/;

/** Japanese Excel writes Shift_JIS, and a sheet or a note is too short for frequencies to tell. */
function charsetOfWords(sample: Uint8Array): string | null {
  const isWorded = (charset: string): boolean =>
    isReadableAs(charset, sample) && japaneseWord.test(new TextDecoder(charset).decode(sample));
  return ['euc-jp', 'shift_jis'].find(isWorded) ?? null;
}

function likeliest(sample: Uint8Array): string {
  for (const { name } of analyse(sample)) {
    const charset = charsetOf(name);
    if (charset !== null && charset !== 'utf-8' && !charset.startsWith('utf-16')) return charset;
  }
  return 'windows-1252';
}

/** Every second byte of the beginning is zero: ASCII in UTF-16 without its mark. */
function looksLikeUtf16(sample: Uint8Array): boolean {
  const start = [...sample.subarray(0, 16)];
  if (start.length < 8) return false;
  const zeros = (remainder: number): boolean => start.every((byte, at) => at % 2 === remainder || byte === 0);
  const letters = (remainder: number): boolean =>
    start.every((byte, at) => at % 2 !== remainder || byte !== 0);
  return (zeros(0) && letters(0)) || (zeros(1) && letters(1));
}

function isReadableAs(charset: string, sample: Uint8Array): boolean {
  const text = new TextDecoder(charset).decode(sample, { stream: true });
  let strange = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) strange++;
  return strange * 200 <= text.length;
}

/** The sample without the character that may be cut off at its end. */
function wholeCharacters(sample: Uint8Array): Uint8Array {
  let end = sample.length;
  while (end > sample.length - 4 && ((sample[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  return sample.subarray(0, (sample[end - 1] ?? 0) >= 0xc0 ? end - 1 : sample.length);
}
