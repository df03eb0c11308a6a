import { Buffer } from 'node:buffer';
import { inflateSync } from 'node:zlib';
import { detach } from '../../kit/text/detach.js';
import { latin1 } from '../../kit/text/latin1.js';
import { errorCode } from '../../kit/trouble/system-error.js';
import { mostLinks, type DocumentLink, type DocumentReader } from './document.js';

/** Bytes of all streams together that hold objects. */
const mostInflated = 104_857_600;
/** Readers accept up to a kilobyte of anything before the header (ISO 32000-1, Annex H). */
const headLength = 1024;

/** PDF (ISO 32000): the addresses of link annotations, also where objects are compressed. Not of encrypted files. */
export const pdf: DocumentReader = {
  type: 'pdf',
  read: (bytes) => {
    if (!latin1(bytes.subarray(0, headLength)).includes('%PDF-')) return null;
    const text = latin1(bytes);
    // Strings are encrypted, too.
    if (/\/Encrypt\b/.test(text)) return null;
    const written = new Set<string>();
    noteAddresses(text, written);
    for (const part of objectStreams(text)) {
      // Some of its links would be missing without a word.
      if (part === null) return 'too-large';
      noteAddresses(part, written);
    }
    const hrefs = new Set([...written].map(decodeAddress));
    return [...hrefs].map((href): DocumentLink => ({ href, text: '', headings: [] }));
  },
};

/** A string in parentheses, with others in it and escapes, or in hexadecimal digits; longer ones lead nowhere. */
const address =
  /\/URI\s{0,9}(?:\(((?:[^()\\]|\\[^]|\((?:[^()\\]|\\[^]){0,2048}\)){0,4096})\)|<([0-9A-Fa-f\s]{0,8192})>)/g;

/** Adds the addresses of a text as they are written, which is the same for most links to one place. */
function noteAddresses(text: string, written: Set<string>): void {
  for (const [, plain, digits] of text.matchAll(address)) {
    if (written.size >= mostLinks) return;
    const found = plain === undefined ? `<${digits ?? ''}` : `(${plain}`;
    if (!written.has(found)) written.add(detach(found));
  }
}

function decodeAddress(written: string): string {
  const content = written.slice(1);
  const isPlain = written.startsWith('(');
  return decode(
    isPlain ? unescape(content) : Buffer.from(content.replace(/\s/g, ''), 'hex').toString('latin1'),
  );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescape(text: string): string {
  return text.replace(
    /\\(?:([0-7]{1,3})|(\r\n|\r|\n)|([^]))/g,
    (_, octal?: string, end?: string, other?: string) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return end === undefined ? (escapes[other ?? ''] ?? other ?? '') : '';
    },
  );
}

/** Addresses are ASCII, says the standard; what is not is UTF-8 or UTF-16 in practice. */
function decode(bytes: string): string {
  const raw = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff')) return new TextDecoder('utf-16be').decode(raw).trim();
  return new TextDecoder().decode(raw).trim();
}

/** The streams that hold other objects, inflated; at last `null` if they are too large together. */
function* objectStreams(text: string): Generator<string | null> {
  let left = mostInflated;
  const start = /\/Type\s*\/ObjStm\b/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const begin = /stream\r?\n/g;
    begin.lastIndex = found.index;
    const opening = begin.exec(text);
    if (opening === null) return;
    const end = text.indexOf('endstream', begin.lastIndex);
    if (end < 0) return;
    // Whatever else names this stream, it is read once.
    start.lastIndex = end;
    const inflated = inflate(text.slice(begin.lastIndex, end), left);
    yield inflated;
    if (inflated === null) return;
    left -= inflated.length;
  }
}

/** `null` for what would be longer. */
function inflate(content: string, most: number): string | null {
  try {
    return inflateSync(Buffer.from(content, 'latin1'), { maxOutputLength: Math.max(1, most) }).toString(
      'latin1',
    );
  } catch (error) {
    // Else it is compressed in another way, or damaged.
    return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? null : '';
  }
}
