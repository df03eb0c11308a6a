import type { Ledger } from '../memory/ledger.js';
import type { Sight } from '../memory/remember.js';
import type { HeadsUp } from '../model/change.js';
import type { Judged } from '../model/judged.js';
import { originOf } from '../kit/url.js';

/** Watches what became of all that the ledger remembers while a run is judged. */
export interface Watch {
  readonly onJudged: (judged: Judged) => void;
  /** What a run tells of it, with what changed since the last run that can be compared with. */
  readonly sight: (headsUp: HeadsUp | null) => Sight;
}

/** Starts watching. */
export function watchFor({ entries }: Ledger): Watch {
  const wanted = new Set(Object.values(entries).map(({ url }) => withoutFragment(url)));
  const opening = new Map<string, boolean>();
  const note = (url: string, opens: boolean): void => {
    if (wanted.has(url)) opening.set(url, opens || opening.get(url) === true);
  };
  return {
    onJudged: ({ resource, end, verdicts }) => {
      const state = verdicts[0]?.state ?? 'healthy';
      const opens = state === 'healthy' || state === 'redirected';
      note(resource.url, opens);
      // A host that is down is one finding, by its origin.
      if (opens) note(originOf((end ?? resource).url), true);
    },
    sight: (headsUp) => {
      const unlinked = new Set<string>();
      const broke = new Set<string>();
      for (const { kind, evidence, url } of headsUp?.changes ?? []) {
        if (kind === 'fixed' && evidence[0]?.kind === 'links') unlinked.add(url);
        if (kind === 'broke' && evidence[0]?.kind === 'state')
          broke.add(url.replace(/(?<=^https?:\/\/[^/]*)\/$/, ''));
      }
      return {
        stateOf: (url) => {
          const opens = opening.get(withoutFragment(url));
          if (opens !== undefined) return opens ? 'opens' : 'unknown';
          return unlinked.has(url) ? 'absent' : 'unknown';
        },
        openedAt: (url) =>
          broke.has(url.replace(/(?<=^https?:\/\/[^/]*)\/$/, '')) ? (headsUp?.before.start ?? null) : null,
      };
    },
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
