import { linkKinds, type LinkKind } from '../model/link.js';

/**
 * Links that were left alone for what they are, by the source they come from. Every page of a site may hold the same ones: of
 * those one is decided on.
 */
export interface Refusals {
  readonly add: (from: string | null, id: number, kind: LinkKind) => void;
  /** Whether a link of a kind (its position in `linkKinds`) to a URL is among them. */
  readonly has: (from: string | null, id: number, kind: number) => boolean;
}

/** Nothing was left alone yet. */
export function createRefusals(): Refusals {
  const bySource = new Map<string | null, Set<number>>();
  return {
    add: (from, id, kind) => {
      const known = bySource.get(from) ?? new Set();
      bySource.set(from, known.add(id * linkKinds.length + linkKinds.indexOf(kind)));
    },
    has: (from, id, kind) => bySource.get(from)?.has(id * linkKinds.length + kind) === true,
  };
}
