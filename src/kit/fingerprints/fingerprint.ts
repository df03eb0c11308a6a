import { hexadecimal } from './hexadecimal.js';

const halves = new Uint32Array(2);

/**
 * A hash of 64 bits in hexadecimal, the same on every machine. It names things briefly and is not cryptographic: it keeps no
 * secret.
 */
export function fingerprint(text: string): string {
  fingerprintInto(text, halves, 0);
  return hexadecimal(halves[0] ?? 0) + hexadecimal(halves[1] ?? 0);
}

/**
 * Writes the same 64 bits into an array, as two numbers. Another `key` of 32 bits gives other bits, so that those who make up
 * texts cannot make them collide.
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
