import { createFingerprintTable } from '../kit/fingerprint-table.js';

/** Every URL of a run, once: the one seen-set. Ids count from 0 in order of discovery. */
export interface KnownUrls {
  /** The id of a URL, and whether it was unknown until now. */
  readonly enter: (url: string) => { readonly id: number; readonly fresh: boolean };
  /** Takes in a URL of an earlier part of the run, before any other; unless it was settled, it is unknown until entered. */
  readonly restore: (id: number, url: string, isSettled: boolean) => void;
  /** It may still be asked for when a better link to it turns up. */
  readonly mayReconsider: (id: number) => boolean;
  /** Decides on a URL for good. */
  readonly decide: (id: number) => void;
  /** Leaves a URL for a better link; gives whether it was not left for this very reason before. */
  readonly putOff: (id: number, reason: string) => boolean;
}

/** An empty seen-set. */
export function createKnownUrls(): KnownUrls {
  // 64 bits of each: among a million, the chance that two are taken for one is one in thirty million.
  const urls = createFingerprintTable();
  const ids: number[] = [];
  const reasons = new Map<number, string>();
  const unsettled = new Set<number>();
  let next = 0;
  return {
    enter: (url) => {
      const entry = urls.add(url);
      const known = ids[entry];
      if (known !== undefined) return { id: known, fresh: unsettled.size > 0 && unsettled.delete(known) };
      ids[entry] = next;
      return { id: next++, fresh: true };
    },
    restore: (id, url, isSettled) => {
      ids[urls.add(url)] = id;
      next = Math.max(next, id + 1);
      if (isSettled) unsettled.delete(id);
      else unsettled.add(id);
    },
    mayReconsider: (id) => reasons.has(id),
    decide: (id) => void reasons.delete(id),
    putOff: (id, reason) => {
      if (reasons.get(id) === reason) return false;
      reasons.set(id, reason);
      return true;
    },
  };
}
