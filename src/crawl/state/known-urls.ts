import { createFingerprintTable } from '../../kit/fingerprints/fingerprint-table.js';
import type { PackedLinks } from '../../model/links/packed-links.js';
import { createTranslations } from './translations.js';

/** Every URL of a run, once: the only seen-set. Ids count from 0 in order of discovery. */
export interface KnownUrls {
  /** The id of a URL, and whether it was unknown until now. */
  readonly enter: (url: string) => { readonly id: number; readonly fresh: boolean };
  /** The ids of `links.targets`, in order, and the positions of those that may be asked for. */
  readonly enterAll: (links: PackedLinks) => {
    readonly ids: Uint32Array;
    readonly undecided: ReadonlySet<number>;
  };
  /** Takes in a URL of an earlier part of the run, before any other; unless it was settled, it is unknown until entered. */
  readonly restore: (id: number, url: string, isSettled: boolean) => void;
  /** It may still be asked for when a better link to it turns up. */
  readonly mayReconsider: (id: number) => boolean;
  /** Decides on a URL for good. */
  readonly decide: (id: number) => void;
  /**
   * Leaves a URL until a better link turns up; says whether the reason is to be told. Of several it is the first in the alphabet:
   * in which order links are come across differs from walk to walk.
   */
  readonly putOff: (id: number, reason: string) => boolean;
}

/** An empty seen-set. */
export function createKnownUrls(random: () => number): KnownUrls {
  // 64 bits each: among a million URLs, the chance that two are taken for one is one in thirty million.
  const urls = createFingerprintTable(Math.floor(random() * 2 ** 32));
  const ids: number[] = [];
  const reasons = new Map<number, string>();
  const unsettled = new Set<number>();
  const translations = createTranslations();
  let next = 0;

  const enter: KnownUrls['enter'] = (url) => {
    const entry = urls.add(url);
    const known = ids[entry];
    if (known !== undefined) return { id: known, fresh: unsettled.size > 0 && unsettled.delete(known) };
    ids[entry] = next;
    return { id: next++, fresh: true };
  };
  return {
    enter,
    enterAll: (links) => {
      const { targets } = links;
      const translation = translations.of(links.numbering);
      const entered = new Uint32Array(targets.length);
      const undecided = new Set<number>();
      for (let position = 0; position < targets.length; position++) {
        const number = targets[position] ?? 0;
        let id = translation.idOf(number);
        if (id < 0) {
          const found = enter(links.urlAt(position));
          id = found.id;
          translation.note(number, id);
          if (found.fresh) undecided.add(position);
        }
        entered[position] = id;
        if (reasons.has(id)) undecided.add(position);
      }
      return { ids: entered, undecided };
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
      const known = reasons.get(id);
      if (known !== undefined && known <= reason) return false;
      reasons.set(id, reason);
      return true;
    },
  };
}
