import { detach } from '../../kit/text/detach.js';
import { createFingerprintTable } from '../../kit/fingerprints/fingerprint-table.js';

/** The numbers that whoever packs links gives to URLs, counted from 0: a URL has the same one on all pages. */
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

/** An empty numbering. A secret `key` of 32 bits keeps others from making up URLs that collide. */
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
