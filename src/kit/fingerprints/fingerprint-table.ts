import { fingerprintInto } from './fingerprint.js';

/** Numbers texts from 0 in the order they are added. Only 64 bits of each are kept, so that millions fit into memory. */
export interface FingerprintTable {
  /** Adds a text and returns its number; a text that was added before keeps its number. */
  readonly add: (text: string) => number;
  /** The number of a text; -1 if it was never added. */
  readonly find: (text: string) => number;
  /** The number that an entry of another table has here; -1 if it was never added. */
  readonly findFrom: (other: FingerprintTable, entry: number) => number;
  readonly size: () => number;
  /** Both halves of each entry's bits, one after the other. Do not keep it: it is replaced when the table grows. */
  readonly bits: () => Uint32Array;
}

const free = 0;

/**
 * An empty table with open addressing: at most three quarters full, 14 to 28 bytes an entry. A secret `key` of 32 bits keeps
 * others from making up texts that collide; only tables of the same key can be compared.
 */
export function createFingerprintTable(key = 0): FingerprintTable {
  let bits = new Uint32Array(2 * 1024);
  let slots = new Uint32Array(2048);
  let size = 0;
  const wanted = new Uint32Array(2);

  /** The slot of the entry with these bits, or the free one where it would go. */
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
