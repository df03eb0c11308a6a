import { hexadecimal } from '../../kit/fingerprints/hexadecimal.js';

/** Takes the digest of a text, so that two runs can tell whether it changed. */
export interface Digest {
  readonly add: (markup: string, start: number, end: number) => void;
  /** Whether only white space was added. */
  readonly isEmpty: () => boolean;
  /** 64 bits in hexadecimal. */
  readonly finish: () => string;
}

/** Without any of these words, nothing needs to be dropped. */
const noiseWords = ['Views:', 'views', 'Comments (', 'Error ID', 'Correlation ID', 'Activity ID'];
/** Between two pieces of text. */
const seam = '\0';
const noise =
  /Views:[\s\0]*[\d,.]+|\b\d[\d,.]{0,15}[\s\0]{1,9}views\b|Comments[\s\0]*\(\d+\)|(?:Error|Correlation|Activity) ID[\s\0#:]*[0-9a-f-]{8,}/gi;

/**
 * Takes digests of the text a person sees on a page, ignoring white space around its pieces, view counters, numbers of comments
 * and error ids. Markup does not count, so tokens in forms and time stamps in comments never did.
 */
export function digestsOf(markup: string, bytes: Uint8Array | null): () => Digest {
  if (noiseWords.some((word) => markup.includes(word))) return createCarefulDigest;
  const view = bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return () => createPlainDigest(view);
}

function createCarefulDigest(): Digest {
  const plain = createPlainDigest(null);
  const pieces: string[] = [];
  return {
    add: (markup, start, end) => void pieces.push(markup.slice(start, end)),
    isEmpty: () => pieces.every((piece) => piece.trim() === ''),
    finish: () => {
      // Piece by piece like anything else: a page that begins to show view counts has not changed by that.
      for (const piece of pieces.join(seam).replace(noise, '').split(seam)) plain.add(piece, 0, piece.length);
      return plain.finish();
    },
  };
}

/**
 * Two 32-bit sums side by side: quick, and nobody gains by forging one. Eight characters are added at once. If each is a byte,
 * they are also read at once, which takes a tenth of the time; the sums are the same.
 */
export function createPlainDigest(bytes: DataView | null): Digest {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  let empty = true;

  function add(markup: string, from: number, to: number): void {
    let at = from;
    let end = to;
    while (at < end && markup.charCodeAt(at) <= 0x20) at++;
    while (at < end && markup.charCodeAt(end - 1) <= 0x20) end--;
    // Otherwise a comment between white space would count.
    if (at === end) return;
    empty = false;
    if (bytes === null) at = addWide(markup, at, end);
    // Local variables, since those of a closure cost a load and a store each.
    let first = low;
    let second = high;
    if (bytes !== null) {
      for (; at + 8 <= end; at += 8) {
        first = Math.imul(first ^ bytes.getUint32(at, true), 0x01000193);
        second = Math.imul(second ^ bytes.getUint32(at + 4, true) ^ (first >>> 13), 0x85ebca6b);
      }
    }
    for (; at < end; at++) {
      first = Math.imul(first ^ markup.charCodeAt(at), 0x01000193);
      second = Math.imul(second ^ (first >>> 13), 0x85ebca6b);
    }
    low = first ^ (first >>> 16);
    high = second ^ (second >>> 15);
  }

  /** The same, eight at a time, where characters may be wider than a byte; returns the place after them. */
  function addWide(markup: string, from: number, end: number): number {
    let at = from;
    let first = low;
    let second = high;
    for (; at + 8 <= end; at += 8) {
      first = Math.imul(first ^ lowBytes(markup, at), 0x01000193);
      second = Math.imul(second ^ lowBytes(markup, at + 4) ^ (first >>> 13), 0x85ebca6b);
      const beyond = highBytes(markup, at);
      const next = highBytes(markup, at + 4);
      if ((beyond | next) === 0) continue;
      first = Math.imul(first ^ beyond, 0x01000193);
      second = Math.imul(second ^ next ^ (first >>> 13), 0x85ebca6b);
    }
    low = first;
    high = second;
    return at;
  }

  return { add, isEmpty: () => empty, finish: () => hexadecimal(high) + hexadecimal(low) };
}

/** The lower bytes of four characters as one number: what a view of the bytes reads there if no character is wider. */
function lowBytes(text: string, at: number): number {
  return (
    (text.charCodeAt(at) & 0xff) |
    ((text.charCodeAt(at + 1) & 0xff) << 8) |
    ((text.charCodeAt(at + 2) & 0xff) << 16) |
    ((text.charCodeAt(at + 3) & 0xff) << 24)
  );
}

/** Their upper bytes. */
function highBytes(text: string, at: number): number {
  return (
    (text.charCodeAt(at) >>> 8) |
    ((text.charCodeAt(at + 1) >>> 8) << 8) |
    ((text.charCodeAt(at + 2) >>> 8) << 16) |
    ((text.charCodeAt(at + 3) >>> 8) << 24)
  );
}
