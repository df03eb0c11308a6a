import { hexadecimal } from './hexadecimal.js';

const halves = new Uint32Array(2);

/** 64 bits of a text in hexadecimal, the same on every machine: a short name for things, which hides nothing. */
export function fingerprint(text: string): string {
  fingerprintInto(text, halves, 0);
  return hexadecimal(halves[0] ?? 0) + hexadecimal(halves[1] ?? 0);
}

/**
 * The same 64 bits as two numbers, written where many of them are kept; others under another key, 32 bits, which whoever makes
 * up texts does not know.
 */
export function fingerprintInto(text: string, into: Uint32Array, at: number, key = 0): void {
  let low = 0x811c9dc5 ^ key;
  let high = 0x01000193 ^ Math.imul(key, 0x9e3779b1);
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (low >>> 15);
  }
  into[at] = mix(low ^ text.length);
  into[at + 1] = mix(high ^ low);
}

/** Spreads every bit over all (the finaliser of MurmurHash3). */
function mix(bits: number): number {
  const half = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return whole ^ (whole >>> 16);
}
