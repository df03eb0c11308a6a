/** Counts how often each of the first so many numbers comes up, time and again. */
export interface Tally {
  readonly count: (number: number) => void;
  /** Those that came up most, the most frequent first, then in the order of their first coming up. Empties the tally. */
  readonly takeMost: (limit: number) => readonly number[];
}

/** An empty tally of the numbers below `size`; none may come up more than 65,535 times. */
export function createTally(size: number): Tally {
  const counts = new Uint16Array(size);
  let seen: number[] = [];
  return {
    count: (number) => {
      const before = counts[number] ?? 0;
      if (before === 0) seen.push(number);
      counts[number] = before + 1;
    },
    takeMost: (limit) => {
      let greatest = 0;
      for (const number of seen) greatest = Math.max(greatest, counts[number] ?? 0);
      const most: number[] = [];
      // Counts are few, so there is nothing to sort.
      for (let wanted = greatest; wanted > 0 && most.length < limit; wanted--)
        for (const number of seen) if (counts[number] === wanted && most.length < limit) most.push(number);
      for (const number of seen) counts[number] = 0;
      seen = [];
      return most;
    },
  };
}
