/** Values by key, kept small. Keys are hashes, so whoever gets a value must look whether it fits. */
export interface Table {
  readonly add: (key: number, value: number) => void;
  /** Every value that was added under the key, in their order, and rarely one of another. */
  readonly get: (key: number) => readonly number[];
}

const none: readonly number[] = [];
const free = 0;

const least = 1024;

/**
 * Creates an empty table, about 20 bytes a value, that has room for so many; equal pairs are kept once if added one after
 * the other.
 */
export function createTable(expected = 0): Table {
  const room = 2 ** Math.ceil(Math.log2(Math.max(least, expected + 1)));
  // Entries count from 1.
  let hashes = new Int32Array(room);
  let values = new Int32Array(room);
  /** Of each entry: the one before it under the same key. */
  let earlier = new Int32Array(room);
  let size = 0;
  /** The latest entry of each key, by open addressing. */
  let slots = new Int32Array(room * 2);
  /** Lists that were put together already: some keys are asked for again and again. */
  const lists = new Map<number, readonly number[]>();

  const slotOf = (wanted: number): number => {
    const mask = slots.length - 1;
    for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] ?? free;
      if (entry === free || hashes[entry] === wanted) return slot;
    }
  };
  const grow = (): void => {
    [hashes, values, earlier] = [twice(hashes), twice(values), twice(earlier)];
    slots = new Int32Array(hashes.length * 2);
    for (let entry = 1; entry < size; entry++) slots[slotOf(hashes[entry] ?? 0)] = entry;
  };
  const list = (latest: number): readonly number[] => {
    const found: number[] = [];
    for (let entry = latest; entry !== free; entry = earlier[entry] ?? free) found.push(values[entry] ?? 0);
    return found.reverse();
  };

  return {
    add: (key, value) => {
      const before = slots[slotOf(key)] ?? free;
      if (before !== free && values[before] === value) return;
      size++;
      if (size === hashes.length) grow();
      hashes[size] = key;
      values[size] = value;
      earlier[size] = before;
      slots[slotOf(key)] = size;
      if (before !== free) lists.delete(key);
    },
    get: (key) => {
      const latest = slots[slotOf(key)] ?? free;
      if (latest === free) return none;
      const known = lists.get(key) ?? list(latest);
      lists.set(key, known);
      return known;
    },
  };
}

function twice(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}

/** The key of a text: FNV-1a in 32 bits, spread over all of them so that neighbouring names do not share slots. */
export function keyOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
}

/** The key of several texts in whatever order. */
export function keyOfAll(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) sum = (sum + keyOf(text)) | 0;
  return sum;
}
