/**
 * How many clicks each URL is from the nearest seed. Pages arrive in any order, so a shorter path may turn up later; then
 * everything behind it comes nearer too.
 */
export interface Depths {
  /** Infinity while no path to it is known. */
  readonly of: (id: number) => number;
  /** Notes a path of `depth` clicks to a URL: calls back for every URL that came nearer, including that one. */
  readonly reach: (id: number, depth: number, onNearer: (id: number, depth: number) => void) => void;
  /** Notes where a page or a redirect leads, and how many clicks that costs. */
  readonly leads: (id: number, targets: Uint32Array, clicks: 0 | 1) => void;
}

/** For a walk without a maximum depth: nothing to count. */
export const noDepths: Depths = {
  of: () => 0,
  reach: () => undefined,
  leads: () => undefined,
};

/** Counts exactly, which means remembering where every page leads. */
export function createDepths(): Depths {
  const depths: number[] = [];
  const ways = new Map<number, { readonly targets: Uint32Array; readonly clicks: 0 | 1 }>();
  return {
    of: (id) => depths[id] ?? Number.POSITIVE_INFINITY,
    reach: (first, depth, onNearer) => {
      const nearer: (readonly [number, number])[] = [[first, depth]];
      for (let next = nearer.pop(); next !== undefined; next = nearer.pop()) {
        const [id, reached] = next;
        const known = depths[id];
        if (known !== undefined && known <= reached) continue;
        depths[id] = reached;
        onNearer(id, reached);
        const way = ways.get(id);
        for (const target of way?.targets ?? []) nearer.push([target, reached + (way?.clicks ?? 1)]);
      }
    },
    leads: (id, targets, clicks) => {
      ways.set(id, { targets, clicks });
    },
  };
}
