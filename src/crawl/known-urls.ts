/** Whether a URL is settled for good, or may still be asked for when a better link to it turns up. */
export type Fate = 'decided' | 'reconsider';

/** Every URL of a run, once: the one seen-set. Ids count from 0 in order of discovery. */
export interface KnownUrls {
  /** The id of a URL, and whether it was unknown until now. */
  readonly enter: (url: string) => { readonly id: number; readonly fresh: boolean };
  readonly mayReconsider: (id: number) => boolean;
  readonly setFate: (id: number, fate: Fate) => void;
}

/** An empty seen-set. */
export function createKnownUrls(): KnownUrls {
  const ids = new Map<string, number>();
  const reconsidered = new Set<number>();
  return {
    enter: (url) => {
      const known = ids.get(url);
      if (known !== undefined) return { id: known, fresh: false };
      ids.set(url, ids.size);
      return { id: ids.size - 1, fresh: true };
    },
    mayReconsider: (id) => reconsidered.has(id),
    setFate: (id, fate) => {
      if (fate === 'reconsider') reconsidered.add(id);
      else reconsidered.delete(id);
    },
  };
}
