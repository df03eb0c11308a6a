import { Buffer, isAscii, isUtf8, transcode } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeWindows1252 } from '../../kit/documents/windows-1252.js';
import { latin1 } from '../../kit/text/latin1.js';
import { detectCharset, hasMark, type Declared } from './detect.js';

/** Text and how it was read. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name. */
  readonly charset: string;
  /** Every byte is one character. */
  readonly ascii: boolean;
  /** `false`: there is no U+0000 in it. In a text of two bytes for each character that takes long to find out from the text. */
  readonly mayHoldNul: boolean;
}

/** Decodes a body by byte order mark, HTTP header, its own declaration, or a guess, in this order. Any bytes yield a text. */
export function decode(bytes: Uint8Array, declared: Declared): Decoded {
  const charset = detectCharset(bytes, declared);
  // ASCII reads the same in nearly every charset, and this is by far the quickest way to a string.
  const ascii = !wideCharsets.has(charset) && isAscii(bytes);
  const text = ascii ? latin1(bytes) : decodeAs(bytes, charset);
  return { text, charset, ascii, mayHoldNul: holdsNul(bytes) };
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  if (charset === 'windows-1252') return decodeWindows1252(bytes);
  return charset === 'utf-8' && isQuickToTranscode(bytes)
    ? decodeUtf8(bytes)
    : decoderOf(charset).decode(bytes);
}

/** A transcoded copy stays in memory until the next garbage collection, so it is not worth it for large bodies. */
function isQuickToTranscode(bytes: Uint8Array): boolean {
  return bytes.length <= 65_536 && isUtf8(bytes);
}

/** For what is not ASCII, Node's own decoder takes three to seven times as long, up to version 22. */
function decodeUtf8(bytes: Uint8Array): string {
  return transcode(bytes.subarray(hasMark(bytes) ? 3 : 0), 'utf8', 'utf16le').toString('utf16le');
}

/** Charsets in which ASCII bytes do not mean ASCII. */
const wideCharsets: ReadonlySet<string> = new Set(['utf-16le', 'utf-16be', 'iso-2022-jp']);

/** Asked of a buffer, which looks for a byte many times as fast. */
function holdsNul(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(0);
}

const decoders = new Map<string, TextDecoder>();

function decoderOf(charset: string): TextDecoder {
  const known = decoders.get(charset);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(charset);
  decoders.set(charset, decoder);
  return decoder;
}
