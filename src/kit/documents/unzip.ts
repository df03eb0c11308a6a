import { inflateRawSync } from 'node:zlib';

/** How much of a zip may be read. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes after inflation, of all entries that are read together. */
  readonly inflated: number;
}

/** `cut`: no directory at its end. `bomb`: more entries or bytes than allowed. `damaged`: the directory or an entry is broken. */
export type ZipTrouble = 'not-a-zip' | 'cut' | 'bomb' | 'damaged' | 'encrypted' | 'unknown-method';

/** An open zip. Nothing is inflated before it is asked for. */
export interface Zip {
  readonly names: readonly string[];
  /** Whether there is an entry of the name. Letter case does not count, here and below. */
  readonly has: (name: string) => boolean;
  /** The entry's bytes; `null` if there is none of the name. */
  readonly read: (name: string) => Uint8Array | ZipTrouble | null;
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

/**
 * Reads a zip's central directory (APPNOTE 4.3.12). Keeps to the limits whatever sizes it declares. ZIP64 counts as a bomb: what
 * needs it is far over any limit.
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Zip | ZipTrouble {
  if (bytes.length < 4 || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 'not-a-zip';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return 'cut';
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count > limits.entries) return 'bomb';
  const entries = readDirectory(view, bytes, start, count);
  if (entries === null) return 'damaged';
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > limits.inflated * 4) return 'bomb';
  return createZip(view, bytes, entries, limits.inflated);
}

function createZip(view: DataView, bytes: Uint8Array, entries: readonly Entry[], inflated: number): Zip {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  let left = inflated;
  const read = (name: string): Uint8Array | ZipTrouble | null => {
    const entry = byName.get(name.toLowerCase());
    if (entry === undefined) return null;
    const content = readEntry(view, bytes, entry, left);
    if (typeof content !== 'string') left -= content.length;
    return content;
  };
  return { names: entries.map(({ name }) => name), has: (name) => byName.has(name.toLowerCase()), read };
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  return -1;
}

function readDirectory(
  view: DataView,
  bytes: Uint8Array,
  start: number,
  count: number,
): readonly Entry[] | null {
  const entries: Entry[] = [];
  for (let at = start, index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function readEntry(view: DataView, bytes: Uint8Array, entry: Entry, left: number): Uint8Array | ZipTrouble {
  if (entry.encrypted) return 'encrypted';
  if (entry.size > left) return 'bomb';
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localSignature) return 'damaged';
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + entry.compressed > view.byteLength) return 'damaged';
  const content = bytes.subarray(from, from + entry.compressed);
  if (entry.method === 0) return content.length > left ? 'bomb' : content;
  return entry.method === 8 ? inflate(content, left) : 'unknown-method';
}

function inflate(content: Uint8Array, left: number): Uint8Array | ZipTrouble {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return error instanceof RangeError ? 'bomb' : 'damaged';
  }
}
