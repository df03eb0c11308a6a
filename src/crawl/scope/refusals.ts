import { linkKinds, type LinkKind } from '../../model/link.js';

/**
 * Links that were refused for what they are, by the source they come from. Every page of a site may have the same ones, which
 * are decided on once.
 */
export interface Refusals {
  readonly add: (from: string | null, id: number, kind: LinkKind) => void;
  /** Whether a link of a kind (its position in `linkKinds`) to a URL is among them. */
  readonly has: (from: string | null, id: number, kind: number) => boolean;
}

/** Nothing was refused yet. */
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
