/** Values by key, kept small. Keys are hashes, so whoever gets a value must look whether it fits. */
export interface Table {
  readonly add: (key: number, value: number) => void;
  /** The first values that were added under the key, in their order, and rarely one of another. */
  readonly get: (key: number) => readonly number[];
  /** How many values were added under the key, whether or not they are kept. */
  readonly count: (key: number) => number;
}

const none: readonly number[] = [];
const free = 0;

const least = 1024;

/**
 * Creates an empty table, about 24 bytes a value, that has room for so many and keeps the first `most` of a key; equal pairs
 * are one if added one after the other.
 */
export function createTable(expected = 0, most = Infinity): Table {
  const room = 2 ** Math.ceil(Math.log2(Math.max(least, expected + 1)));
  // Entries count from 1. The one beyond `most` of a key stands for all further ones, and has the value of the latest.
  let hashes = new Int32Array(room);
  let values = new Int32Array(room);
  /** Of each entry: how many values its key has up to it. */
  let counts = new Int32Array(room);
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
    [hashes, values, counts, earlier] = [twice(hashes), twice(values), twice(counts), twice(earlier)];
    slots = new Int32Array(hashes.length * 2);
    for (let entry = 1; entry <= size; entry++) slots[slotOf(hashes[entry] ?? 0)] = entry;
  };
  const list = (latest: number): readonly number[] => {
    const found: number[] = [];
    const last = (counts[latest] ?? 0) > most ? (earlier[latest] ?? free) : latest;
    for (let entry = last; entry !== free; entry = earlier[entry] ?? free) found.push(values[entry] ?? 0);
    return found.reverse();
  };

  const append = (slot: number, key: number, value: number): void => {
    const before = slots[slot] ?? free;
    size++;
    hashes[size] = key;
    values[size] = value;
    counts[size] = (counts[before] ?? 0) + 1;
    earlier[size] = before;
    slots[slot] = size;
    if (size + 1 === hashes.length) grow();
    if (before !== free) lists.delete(key);
  };

  return {
    add: (key, value) => {
      const slot = slotOf(key);
      const latest = slots[slot] ?? free;
      if (latest !== free && values[latest] === value) return;
      const count = counts[latest] ?? 0;
      if (count <= most) append(slot, key, value);
      else {
        values[latest] = value;
        counts[latest] = count + 1;
      }
    },
    get: (key) => {
      const latest = slots[slotOf(key)] ?? free;
      if (latest === free) return none;
      const known = lists.get(key) ?? list(latest);
      lists.set(key, known);
      return known;
    },
    count: (key) => counts[slots[slotOf(key)] ?? free] ?? 0,
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
