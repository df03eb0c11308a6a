/** First in, first out, in constant time; `Array.shift` is linear. */
export interface Queue<Entry> {
  readonly push: (entry: Entry) => void;
  readonly shift: () => Entry | undefined;
  readonly size: () => number;
}

const compactAfter = 1024;

/** An empty queue. */
export function createQueue<Entry>(): Queue<Entry> {
  let entries: (Entry | undefined)[] = [];
  let head = 0;
  return {
    push: (entry) => {
      entries.push(entry);
    },
    shift: () => {
      const entry = entries[head];
      if (head >= entries.length) return undefined;
      entries[head++] = undefined;
      if (head >= compactAfter && head * 2 >= entries.length) {
        entries = entries.slice(head);
        head = 0;
      }
      return entry;
    },
    size: () => entries.length - head,
  };
}
