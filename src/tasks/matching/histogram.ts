/** Counts how often each number below a limit occurs; can be used again and again. */
export interface Histogram {
  readonly count: (number: number) => void;
  /** The most frequent numbers, the most frequent first, then in the order of their first occurrence. Empties the histogram. */
  readonly takeMost: (limit: number) => readonly number[];
}

/** An empty histogram for the numbers below `size`; none may occur more than 65,535 times. */
export function createHistogram(size: number): Histogram {
  const counts = new Uint16Array(size);
  /** The numbers that occurred, in the order of their first occurrence. */
  const seen = new Uint32Array(size);
  let seenCount = 0;
  return {
    count: (number) => {
      const before = counts[number] ?? 0;
      if (before === 0) seen[seenCount++] = number;
      counts[number] = before + 1;
    },
    takeMost: (limit) => {
      const byCount: number[][] = [];
      for (let at = 0; at < seenCount; at++) {
        const number = seen[at] ?? 0;
        const equals = (byCount[counts[number] ?? 0] ??= []);
        if (equals.length < limit) equals.push(number);
        counts[number] = 0;
      }
      seenCount = 0;
      return byCount.reverse().flat().slice(0, limit);
    },
  };
}
