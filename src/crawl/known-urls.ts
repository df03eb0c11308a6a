/** Whether a URL is settled for good, or may still be asked for when a better link to it turns up. */
export type Fate = 'decided' | 'reconsider';

/** Every URL of a run, once: the one seen-set. Ids count from 0 in order of discovery. */
export interface KnownUrls {
  /** The id of a URL, and whether it was unknown until now. */
  readonly enter: (url: string) => { readonly id: number; readonly fresh: boolean };
  /** Takes in a URL of an earlier part of the run, before any other; unless it was settled, it is unknown until entered. */
  readonly restore: (id: number, url: string, isSettled: boolean) => void;
  readonly mayReconsider: (id: number) => boolean;
  readonly setFate: (id: number, fate: Fate) => void;
}

/** An empty seen-set. */
export function createKnownUrls(): KnownUrls {
  const ids = new Map<string, number>();
  const reconsidered = new Set<number>();
  const unsettled = new Set<number>();
  let next = 0;
  return {
    enter: (url) => {
      const known = ids.get(url);
      if (known !== undefined) return { id: known, fresh: unsettled.size > 0 && unsettled.delete(known) };
      ids.set(url, next);
      return { id: next++, fresh: true };
    },
    restore: (id, url, isSettled) => {
      ids.set(url, id);
      next = Math.max(next, id + 1);
      if (isSettled) unsettled.delete(id);
      else unsettled.add(id);
    },
    mayReconsider: (id) => reconsidered.has(id),
    setFate: (id, fate) => {
      if (fate === 'reconsider') reconsidered.add(id);
      else reconsidered.delete(id);
    },
  };
}
