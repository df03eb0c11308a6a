/** Values by key, most often one: kept small. Keys are kept as hashes, so whoever gets a value must look whether it fits. */
export interface Table {
  readonly add: (key: string, value: number) => void;
  /** Every value that was added under the key, and rarely one of another. */
  readonly get: (key: string) => readonly number[];
}

const none: readonly number[] = [];

/** Creates an empty table; equal pairs are kept once if added one after the other. */
export function createTable(): Table {
  const values = new Map<number, number | number[]>();
  return {
    add: (key, value) => {
      const place = hash(key);
      const known = values.get(place);
      if (known === undefined) values.set(place, value);
      else if (typeof known !== 'number') {
        if (known.at(-1) !== value) known.push(value);
      } else if (known !== value) values.set(place, [known, value]);
    },
    get: (key) => {
      const known = values.get(hash(key));
      return known === undefined ? none : typeof known === 'number' ? [known] : known;
    },
  };
}

/** FNV-1a in 30 bits: a small integer needs no room of its own. */
function hash(key: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) sum = Math.imul(sum ^ key.charCodeAt(at), 0x01000193);
  return (sum ^ (sum >>> 15)) & 0x3fffffff;
}
