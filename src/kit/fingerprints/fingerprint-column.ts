import { fingerprintInto } from './fingerprint.js';

/** One key for each row, 8 bytes each, where rows are many and keys are only compared. */
export interface FingerprintColumn {
  /** Sets the key of a row; the empty text stands for none. */
  readonly set: (row: number, text: string) => void;
  /** The key as a number, equal for equal texts, 0 for none. It has 52 of the 64 bits, so that it fits a `number`. */
  readonly get: (row: number) => number;
  /** Sets the key of a row to that of a row of another column. */
  readonly copy: (row: number, other: FingerprintColumn, from: number) => void;
  /** Whether this is the text of the row. */
  readonly holds: (row: number, text: string) => boolean;
  /** Both halves of each key, one after the other. Do not keep it: it is replaced when the column grows. */
  readonly bits: () => Uint32Array;
}

/** An empty column. */
export function createFingerprintColumn(): FingerprintColumn {
  let bits = new Uint32Array(2 * 1024);
  const asked = new Uint32Array(2);
  const reach = (row: number): void => {
    if (2 * row < bits.length) return;
    const wider = new Uint32Array(Math.max(bits.length * 2, 2 * row + 2));
    wider.set(bits);
    bits = wider;
  };
  return {
    set: (row, text) => {
      reach(row);
      if (text !== '') fingerprintInto(text, bits, 2 * row);
    },
    copy: (row, other, from) => {
      reach(row);
      const theirs = other.bits();
      bits[2 * row] = theirs[2 * from] ?? 0;
      bits[2 * row + 1] = theirs[2 * from + 1] ?? 0;
    },
    bits: () => bits,
    get: (row) => (bits[2 * row] ?? 0) * 0x100000 + ((bits[2 * row + 1] ?? 0) >>> 12),
    holds: (row, text) => {
      if (text === '') asked.fill(0);
      else fingerprintInto(text, asked, 0);
      return (bits[2 * row] ?? 0) === asked[0] && (bits[2 * row + 1] ?? 0) === asked[1];
    },
  };
}
