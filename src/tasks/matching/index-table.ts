/** Many values under one key, most often one: kept small. */
export interface Table {
  readonly add: (key: string, value: number) => void;
  readonly get: (key: string) => readonly number[];
}

const none: readonly number[] = [];

/** Creates an empty table; equal pairs are kept once if added one after the other. */
export function createTable(): Table {
  const values = new Map<string, number | number[]>();
  return {
    add: (key, value) => {
      const known = values.get(key);
      if (known === undefined) values.set(key, value);
      else if (typeof known !== 'number') {
        if (known.at(-1) !== value) known.push(value);
      } else if (known !== value) values.set(key, [known, value]);
    },
    get: (key) => {
      const known = values.get(key);
      return known === undefined ? none : typeof known === 'number' ? [known] : known;
    },
  };
}
