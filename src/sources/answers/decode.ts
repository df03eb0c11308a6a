import * as zlib from 'node:zlib';
import type { Transform } from 'node:stream';
import type { Flaw } from '../../model/resource.js';
import { compressedPartOfGzip, compressedPartOfZlib } from './compressed-part.js';

/** A body without its content encodings, as far as it could be decoded. */
export interface Decoded {
  readonly bytes: Uint8Array;
  readonly flaw: Flaw | null;
}

type Coding = 'gzip' | 'deflate' | 'br' | 'zstd';

const codings: ReadonlyMap<string, Coding> = new Map([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
  ['br', 'br'],
  ['zstd', 'zstd'],
]);

/** More layers than this are an attack. */
const maxLayers = 3;

/** Up to this size decoding synchronously is quicker than in another thread, and too short to delay anything else. */
const quickSize = 131_072;
const quickOutput = 1_048_576;

/** What we say we can read (`Accept-Encoding`). */
export const acceptedEncodings =
  'createZstdDecompress' in zlib ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br';

/** Content encodings in the order they were applied; unknown ones are left out, as browsers do. */
export function encodingsOf(header: string | null): readonly Coding[] {
  if (header === null) return [];
  const names = header.toLowerCase().split(',');
  return names.flatMap((name) => codings.get(name.trim()) ?? []);
}

/**
 * Undoes content encodings, giving at most `limit` bytes. Bytes that end too early are a flaw only if `isWhole`:
 * otherwise their end was never asked for.
 */
export async function decode(
  encoded: Uint8Array,
  encodings: readonly Coding[],
  limit: number,
  isWhole: boolean,
): Promise<Decoded> {
  if (encodings.length > maxLayers) return { bytes: encoded, flaw: 'undecodable' };
  let decoded: Decoded = { bytes: encoded, flaw: null };
  for (const coding of encodings.toReversed()) {
    if (decoded.bytes.length === 0) break;
    const layer =
      decodeQuickly(decoded.bytes, coding) ?? (await decodeCarefully(decoded.bytes, coding, limit));
    decoded = { bytes: layer.bytes, flaw: decoded.flaw ?? layer.flaw };
  }
  if (decoded.bytes.length > limit) return { bytes: decoded.bytes.slice(0, limit), flaw: 'too-large' };
  return decoded.flaw === 'cut' && !isWhole ? { bytes: decoded.bytes, flaw: null } : decoded;
}

/** The common case; `null` if anything about it is unusual. */
function decodeQuickly(encoded: Uint8Array, coding: Coding): Decoded | null {
  if (encoded.length > quickSize || coding === 'zstd') return null;
  const options = { maxOutputLength: quickOutput };
  try {
    return { bytes: own(decodeAtOnce(encoded, coding, options)), flaw: null };
  } catch {
    return null;
  }
}

function decodeAtOnce(
  encoded: Uint8Array,
  coding: 'gzip' | 'deflate' | 'br',
  options: zlib.ZlibOptions,
): Buffer {
  switch (coding) {
    case 'gzip':
      return zlib.gunzipSync(encoded, options);
    case 'deflate':
      return hasZlibHeader(encoded)
        ? zlib.inflateSync(encoded, options)
        : zlib.inflateRawSync(encoded, options);
    case 'br':
      return zlib.brotliDecompressSync(encoded, { maxOutputLength: quickOutput });
  }
}

/** Keeps what came before a flaw, and ignores flaws that browsers ignore. */
async function decodeCarefully(encoded: Uint8Array, coding: Coding, limit: number): Promise<Decoded> {
  const stream = createDecoder(encoded, coding);
  if (stream === null) return { bytes: new Uint8Array(0), flaw: 'undecodable' };
  const decoded = await decodeBy(stream, encoded, limit);
  const unchecked = uncheckedPart(encoded, coding, decoded.flaw);
  return unchecked === null ? decoded : decodeBy(zlib.createInflateRaw(), unchecked, limit);
}

/**
 * What browsers read of bytes in which zlib found a flaw: in gzip they check neither the checksum and the length at its end nor
 * what follows, and in `deflate` not whether there is a checksum. `null` if browsers cannot read it either.
 */
function uncheckedPart(encoded: Uint8Array, coding: Coding, flaw: Flaw | null): Uint8Array | null {
  if (flaw !== 'cut' && flaw !== 'undecodable') return null;
  if (coding === 'gzip') return compressedPartOfGzip(encoded);
  return coding === 'deflate' && flaw === 'cut' && hasZlibHeader(encoded)
    ? compressedPartOfZlib(encoded)
    : null;
}

/** In another thread, piece by piece, up to the limit. */
function decodeBy(stream: Transform, encoded: Uint8Array, limit: number): Promise<Decoded> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const finish = (flaw: Flaw | null): void => {
      stream.removeAllListeners().on('error', ignore).destroy();
      resolve({ bytes: own(Buffer.concat(pieces, Math.min(size, limit))), flaw });
    };
    stream.on('data', (piece: Buffer) => {
      pieces.push(piece);
      size += piece.length;
      if (size > limit) finish('too-large');
    });
    stream.on('end', () => finish(null));
    stream.on('error', (error) => finish(isEarlyEnd(error) ? 'cut' : 'undecodable'));
    stream.end(encoded);
  });
}

function createDecoder(encoded: Uint8Array, coding: Coding): Transform | null {
  switch (coding) {
    case 'gzip':
      return zlib.createGunzip();
    case 'deflate':
      return hasZlibHeader(encoded) ? zlib.createInflate() : zlib.createInflateRaw();
    case 'br':
      return zlib.createBrotliDecompress();
    case 'zstd':
      return createZstd();
  }
}

/** Node has it since 22.15. */
function createZstd(): Transform | null {
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress');
  if (typeof create !== 'function') return null;
  const stream: unknown = Reflect.apply(create, zlib, []);
  return isTransform(stream) ? stream : null;
}

function isTransform(stream: unknown): stream is Transform {
  return typeof stream === 'object' && stream !== null && 'on' in stream && 'destroy' in stream;
}

/** RFC 1950 §2.2. Servers send `deflate` with and without that header. */
function hasZlibHeader([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

function isEarlyEnd(error: Error): boolean {
  return /unexpected end of file/i.test(error.message) || ('code' in error && error.code === 'Z_BUF_ERROR');
}

/** Small buffers share memory with others; what is handed to another thread must not. */
function own(buffer: Buffer): Uint8Array {
  return buffer.length === buffer.buffer.byteLength
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
    : Uint8Array.prototype.slice.call(buffer);
}

function ignore(): void {
  // A stream that was abandoned may still raise errors.
}
