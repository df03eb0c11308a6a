/** A queue that gives back the entry with the smallest key first; entries of equal keys come in any order. */
export interface Heap<Entry> {
  readonly push: (key: number, entry: Entry) => void;
  /** The smallest key; `null` if empty. */
  readonly least: () => number | null;
  readonly pop: () => Entry | null;
  readonly size: () => number;
}

interface Node<Entry> {
  readonly key: number;
  readonly entry: Entry;
}

/** A binary heap: push and pop in logarithmic time. */
export function createHeap<Entry>(): Heap<Entry> {
  const nodes: Node<Entry>[] = [];
  return {
    push: (key, entry) => {
      nodes.push({ key, entry });
      rise(nodes, nodes.length - 1);
    },
    least: () => nodes[0]?.key ?? null,
    pop: () => {
      const first = nodes[0];
      const last = nodes.pop();
      if (first === undefined || last === undefined) return null;
      if (nodes.length > 0) {
        nodes[0] = last;
        sink(nodes, 0);
      }
      return first.entry;
    },
    size: () => nodes.length,
  };
}

function rise<Entry>(nodes: Node<Entry>[], start: number): void {
  let index = start;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfSmaller(nodes, index, parent)) return;
    index = parent;
  }
}

function sink<Entry>(nodes: Node<Entry>[], start: number): void {
  let index = start;
  for (;;) {
    const left = 2 * index + 1;
    const right = left + 1;
    const smaller = keyAt(nodes, right) < keyAt(nodes, left) ? right : left;
    if (smaller >= nodes.length || !swapIfSmaller(nodes, smaller, index)) return;
    index = smaller;
  }
}

function keyAt<Entry>(nodes: readonly Node<Entry>[], index: number): number {
  return nodes[index]?.key ?? Number.POSITIVE_INFINITY;
}

/** Swaps the lower node with the upper one if its key is smaller; says whether it did. */
function swapIfSmaller<Entry>(nodes: Node<Entry>[], lower: number, upper: number): boolean {
  const below = nodes[lower];
  const above = nodes[upper];
  if (below === undefined || above === undefined || below.key >= above.key) return false;
  nodes[lower] = above;
  nodes[upper] = below;
  return true;
}
