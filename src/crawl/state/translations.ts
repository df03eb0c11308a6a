import type { Numbering } from '../../model/links/numbering.js';

/** Ids by the numbers that one packer of links gave to the same URLs: each is looked up by its text only once. */
export interface Translation {
  /** -1 where it is not known yet. */
  readonly idOf: (number: number) => number;
  readonly note: (number: number, id: number) => void;
}

/** In a damaged file a number may be anything: beyond this, ids are not kept but looked up again. */
const mostKept = 2 ** 24;

/** A translation for each numbering that turns up, kept as long as that is. */
export function createTranslations(): { readonly of: (numbering: Numbering) => Translation } {
  const known = new WeakMap<Numbering, Translation>();
  return {
    of: (numbering) => {
      const translation = known.get(numbering) ?? createTranslation();
      known.set(numbering, translation);
      return translation;
    },
  };
}

function createTranslation(): Translation {
  /** One more than the id; 0 where it is not known. */
  let ids = new Uint32Array(64);
  return {
    idOf: (number) => (ids[number] ?? 0) - 1,
    note: (number, id) => {
      if (number >= mostKept) return;
      if (number >= ids.length) {
        const longer = new Uint32Array(Math.max(number + 1, 2 * ids.length));
        longer.set(ids);
        ids = longer;
      }
      ids[number] = id + 1;
    },
  };
}
