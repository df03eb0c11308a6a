import { detach } from '../../kit/detach.js';
import { createFingerprintTable } from '../../kit/fingerprint-table.js';

/** Whoever packs links gives every URL one number, counted from 0: the same on all its pages. */
export interface Numbering {
  /** The URL of a number; empty for a number that nothing has. */
  readonly urlOf: (number: number) => string;
}

/** A numbering that grows. */
export interface GrowingNumbering extends Numbering {
  /** The number of a URL; the next one if it is new. */
  readonly numberOf: (url: string) => number;
  /** URLs that are new since this was last asked, in order. */
  readonly takeNew: () => readonly string[];
}

/** A numbering of nothing yet. With a secret `key` of 32 bits nobody can make up URLs that are taken for one another. */
export function createNumbering(key = 0): GrowingNumbering {
  const numbers = createFingerprintTable(key);
  const urls: string[] = [];
  let taken = 0;
  return {
    urlOf: (number) => urls[number] ?? '',
    numberOf: (url) => {
      const number = numbers.add(url);
      if (number === urls.length) urls.push(detach(url));
      return number;
    },
    takeNew: () => {
      const fresh = urls.slice(taken);
      taken = urls.length;
      return fresh;
    },
  };
}
