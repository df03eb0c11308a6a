import { fingerprintInto } from './fingerprint.js';

/** Texts as numbers, counted from 0 in the order they were added: of each only 64 bits are kept, so millions fit. */
export interface FingerprintTable {
  /** The number of a text; a text that is there already keeps its number. */
  readonly add: (text: string) => number;
  /** The number of a text; -1 if it was never added. */
  readonly find: (text: string) => number;
  /** The number of an entry of another table here; -1 if it was never added. */
  readonly findFrom: (other: FingerprintTable, entry: number) => number;
  readonly size: () => number;
  /** Both halves of each entry's bits, one after the other. Live: grows by being replaced. */
  readonly bits: () => Uint32Array;
}

const free = 0;

/**
 * An empty table: open addressing, at most three quarters full, 14 to 28 bytes an entry. With a secret `key` of 32 bits nobody
 * can make up texts that are taken for one another; only tables of the same key can be held against each other.
 */
export function createFingerprintTable(key = 0): FingerprintTable {
  let bits = new Uint32Array(2 * 1024);
  let slots = new Uint32Array(2048);
  let size = 0;
  const wanted = new Uint32Array(2);

  /** Where an entry with these bits is noted, or could be. */
  const slotOf = (low: number, high: number): number => {
    const mask = slots.length - 1;
    for (let slot = (low ^ high) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? free;
      if (entry === free) return slot;
      if (bits[2 * entry - 2] === low && bits[2 * entry - 1] === high) return slot;
    }
  };
  const grow = (): void => {
    const wider = new Uint32Array(bits.length * 2);
    wider.set(bits);
    bits = wider;
    slots = new Uint32Array(slots.length * 2);
    for (let entry = 0; entry < size; entry++)
      slots[slotOf(bits[2 * entry] ?? 0, bits[2 * entry + 1] ?? 0)] = entry + 1;
  };
  const lookUp = (low: number, high: number): number => (slots[slotOf(low, high)] ?? free) - 1;

  return {
    add: (text) => {
      if (2 * size === bits.length) grow();
      fingerprintInto(text, wanted, 0, key);
      const [low = 0, high = 0] = wanted;
      const slot = slotOf(low, high);
      const known = slots[slot] ?? free;
      if (known !== free) return known - 1;
      bits[2 * size] = low;
      bits[2 * size + 1] = high;
      slots[slot] = size + 1;
      return size++;
    },
    find: (text) => {
      fingerprintInto(text, wanted, 0, key);
      return lookUp(wanted[0] ?? 0, wanted[1] ?? 0);
    },
    findFrom: (other, entry) => {
      const theirs = other.bits();
      return lookUp(theirs[2 * entry] ?? 0, theirs[2 * entry + 1] ?? 0);
    },
    size: () => size,
    bits: () => bits,
  };
}
