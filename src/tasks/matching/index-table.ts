/** Values by key, in little memory. Keys are hashes, so whoever gets a value must check whether it fits. */
export interface IndexTable {
  readonly add: (key: number, value: number) => void;
  /** The first values that were added under the key, in their order; rarely also one that was added under another. */
  readonly get: (key: number) => readonly number[];
  /** How many values were added under the key. */
  readonly count: (key: number) => number;
}

/** Everything under a key. */
interface Entry {
  readonly values: readonly number[];
  readonly count: number;
}

const least = 1024;

/**
 * Creates an empty table, about 20 bytes a value, that returns the first `most` values of a key; equal pairs added one after the
 * other count once. Add everything before the first `get`, which builds the index.
 */
export function createIndexTable(most = Infinity): IndexTable {
  /** Pairs are numbered from 1; 0 stands for none. */
  let keys = new Int32Array(least);
  let values = new Int32Array(least);
  let size = 0;
  let chains: Chains | null = null;
  /** Results are remembered: some keys are asked for again and again, even ones without values. */
  const known = new Map<number, Entry>();

  const find = (key: number): Entry => {
    chains ??= chain(keys, size);
    const { heads, nexts } = chains;
    const first: number[] = [];
    let count = 0;
    let latest: number | undefined;
    for (let pair = heads[key & (heads.length - 1)] ?? 0; pair !== 0; pair = nexts[pair] ?? 0) {
      const value = values[pair];
      if (keys[pair] !== key || value === undefined || value === latest) continue;
      if (count++ < most) first.push(value);
      latest = value;
    }
    return { values: first, count };
  };
  const entryOf = (key: number): Entry => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const entry = find(key);
    known.set(key, entry);
    return entry;
  };

  return {
    add: (key, value) => {
      size++;
      if (size === keys.length) [keys, values] = [twice(keys), twice(values)];
      keys[size] = key;
      values[size] = value;
      if (chains === null) return;
      chains = null;
      known.clear();
    },
    get: (key) => entryOf(key).values,
    count: (key) => entryOf(key).count,
  };
}

/**
 * Chains of the pairs whose keys end in the same bits, in the order they were added: `heads` has the first by these bits, `nexts`
 * the one after each.
 */
interface Chains {
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
}

function chain(keys: Int32Array, size: number): Chains {
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(size + 1)));
  const nexts = new Int32Array(size + 1);
  const mask = heads.length - 1;
  for (let pair = size; pair > 0; pair--) {
    const end = (keys[pair] ?? 0) & mask;
    nexts[pair] = heads[end] ?? 0;
    heads[end] = pair;
  }
  return { heads, nexts };
}

function twice(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(numbers.length * 2);
  wider.set(numbers);
  return wider;
}

/** The key of a text: FNV-1a in 32 bits, spread over all of them so that similar names do not share slots. */
export function keyOf(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
}

/** The key of several texts in any order. */
export function keyOfAll(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) sum = (sum + keyOf(text)) | 0;
  return sum;
}
