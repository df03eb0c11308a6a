import { fingerprintInto } from './fingerprint.js';

/** One key a row, where rows are many and keys are only ever compared: 8 bytes each. */
export interface FingerprintColumn {
  /** Sets the key of a row; the empty text stands for none. */
  readonly set: (row: number, text: string) => void;
  /** The key as a number that equals that of equal texts, 0 for none. 52 of its 64 bits, so it fits a `number`. */
  readonly get: (row: number) => number;
  /** Whether this is the text of the row. */
  readonly holds: (row: number, text: string) => boolean;
}

/** An empty column. */
export function createFingerprintColumn(): FingerprintColumn {
  let bits = new Uint32Array(2 * 1024);
  const asked = new Uint32Array(2);
  return {
    set: (row, text) => {
      if (2 * row >= bits.length) {
        const wider = new Uint32Array(Math.max(bits.length * 2, 2 * row + 2));
        wider.set(bits);
        bits = wider;
      }
      if (text !== '') fingerprintInto(text, bits, 2 * row);
    },
    get: (row) => (bits[2 * row] ?? 0) * 0x100000 + ((bits[2 * row + 1] ?? 0) >>> 12),
    holds: (row, text) => {
      if (text === '') asked.fill(0);
      else fingerprintInto(text, asked, 0);
      return (bits[2 * row] ?? 0) === asked[0] && (bits[2 * row + 1] ?? 0) === asked[1];
    },
  };
}
