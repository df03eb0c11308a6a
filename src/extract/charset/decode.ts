import { Buffer, isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { detectCharset, type Declared } from './detect.js';

/** Text and how it was read. */
export interface Decoded {
  readonly text: string;
  /** WHATWG name. */
  readonly charset: string;
}

/** Decodes a body by byte order mark, HTTP header, its own declaration, or a guess, in this order. Any bytes give a text. */
export function decode(bytes: Uint8Array, declared: Declared): Decoded {
  const charset = detectCharset(bytes, declared);
  return { text: decodeAs(bytes, charset), charset };
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  if (!wideCharsets.has(charset) && isAscii(bytes)) return latin1(bytes);
  if (charset === 'windows-1252') return decodeWindows1252(bytes);
  return decoderOf(charset).decode(bytes);
}

/** Charsets in which ASCII bytes do not mean ASCII. */
const wideCharsets: ReadonlySet<string> = new Set(['utf-16le', 'utf-16be', 'iso-2022-jp']);

/** One character a byte: by far the quickest way to a string. */
export function latin1(bytes: Uint8Array, end = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length)).toString('latin1');
}

/** 0x80 to 0x9F in windows-1252. Node 20's own decoder takes them for control characters. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (character) =>
    windows1252.charAt(character.charCodeAt(0) - 0x80),
  );
}

const decoders = new Map<string, TextDecoder>();

function decoderOf(charset: string): TextDecoder {
  const known = decoders.get(charset);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(charset);
  decoders.set(charset, decoder);
  return decoder;
}
