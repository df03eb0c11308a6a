import { Buffer } from 'node:buffer';

/** Bytes as text, one character for each, whatever they mean: up to a place among them, or all. */
export function latin1(bytes: Uint8Array, end = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', 0, end);
}
