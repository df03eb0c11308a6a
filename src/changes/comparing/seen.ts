import type { Traits } from '../intake/traits.js';
import type { Alignment } from './align.js';
import type { ChangeDraft } from './draft.js';

/** Whether two runs saw what stands at an address: it opened, or it is certain that it was not there. */
export interface Seen {
  readonly before: (url: string) => boolean;
  readonly after: (url: string) => boolean;
}

/** What one run does not know was certainly not there if the other's address is told as new, as removed or as moved. */
export function createSeen({ before, after }: Alignment, drafts: readonly ChangeDraft[]): Seen {
  const arrived = new Set(
    drafts.filter(({ kind }) => kind === 'new' || kind === 'moved').map((one) => one.after),
  );
  const left = new Set(
    drafts.filter(({ kind }) => kind === 'removed' || kind === 'moved').map((one) => one.before),
  );
  return {
    before: (url) => {
      const row = before.urls.find(url);
      return row >= 0 ? isOpen(before.traitsOf(row)) : arrived.has(after.urls.find(url));
    },
    after: (url) => {
      const row = after.urls.find(url);
      return row >= 0 ? isOpen(after.traitsOf(row)) : left.has(before.urls.find(url));
    },
  };
}

function isOpen({ state }: Traits): boolean {
  return state === 'opens';
}
