import type { Portion } from './portion.js';

/** Up to this declared length memory is reserved at once; beyond that, it grows with what was received. */
const believed = 262_144;

/** Gathers the start and the end of a body in memory of its own, which may be handed to another thread. */
export interface Collector {
  /** Bytes received. */
  readonly read: number;
  add(chunk: Uint8Array): void;
  /** The first bytes. */
  start(): Uint8Array;
  /** The last bytes after those of `start`, if the portion wants some. */
  end(): Uint8Array | null;
}

/** Makes room for `expected` bytes at first. */
export function createCollector(portion: Portion, expected: number | null): Collector {
  let buffer = allocate(Math.min(expected ?? 16_384, portion.start, believed));
  let filled = 0;
  let read = 0;
  const tail = portion.end > 0 ? createTail(portion.end) : null;

  const grow = (needed: number): void => {
    const larger = allocate(Math.min(Math.max(needed, buffer.length * 2), portion.start));
    larger.set(buffer.subarray(0, filled));
    buffer = larger;
  };

  return {
    get read() {
      return read;
    },
    add: (chunk) => {
      read += chunk.length;
      const kept = Math.min(chunk.length, portion.start - filled);
      if (kept > 0) {
        if (filled + kept > buffer.length) grow(filled + kept);
        buffer.set(kept < chunk.length ? chunk.subarray(0, kept) : chunk, filled);
        filled += kept;
      }
      if (kept < chunk.length) tail?.add(chunk.subarray(kept));
    },
    start: () => (filled === buffer.length ? buffer : buffer.slice(0, filled)),
    end: () => tail?.bytes() ?? null,
  };
}

/** Not zeroed, since only what was filled is given out; not from Node's pool, which other buffers share. */
function allocate(size: number): Uint8Array {
  return new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
}

interface Tail {
  add(chunk: Uint8Array): void;
  bytes(): Uint8Array;
}

/** Keeps the last `size` bytes of any number. */
function createTail(size: number): Tail {
  const buffer = new Uint8Array(size * 2);
  let filled = 0;
  return {
    add: (chunk) => {
      const last = chunk.length > size ? chunk.subarray(chunk.length - size) : chunk;
      if (filled + last.length > buffer.length) {
        buffer.copyWithin(0, filled - size, filled);
        filled = size;
      }
      buffer.set(last, filled);
      filled += last.length;
    },
    bytes: () => buffer.slice(Math.max(0, filled - size), filled),
  };
}
