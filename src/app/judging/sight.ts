import { originOf } from '../../kit/urls/url.js';
import type { HeadsUp } from '../../model/change.js';
import { isLeftOut, isMissing, type Judged } from '../../model/judged.js';
import type { Sight } from '../../model/sight.js';
import type { Run } from '../../model/snapshot.js';
import { opens } from '../../model/verdict.js';

/** Watches what becomes of addresses while a run is judged. */
export interface Watch {
  readonly onJudged: (judged: Judged) => void;
  /** Whether the run saw them, with what changed since the last run that can be compared with. */
  readonly stateOf: (headsUp: HeadsUp | null) => Sight['stateOf'];
  /**
   * Whether the run read all pages, and neither they nor redirects led to an address: it is gone if the run saw everything that
   * an earlier one did.
   */
  readonly isMissed: (url: string) => boolean;
  /** Whether the run read all pages but those that are missing. */
  readonly readsAll: () => boolean;
  /** Pages of the portals that their servers say are not there. */
  readonly missing: ReadonlySet<string>;
}

/**
 * Starts watching addresses, each with or without its fragment. `ledOn` tells whether any of what did not answer, or is missing,
 * led somewhere on an earlier night.
 */
export function watchFor(
  urls: Iterable<string>,
  { checkFragments }: Pick<Run, 'checkFragments'>,
  ledOn: (urls: ReadonlySet<string>) => boolean,
): Watch {
  const wanted = new Set([...urls].map(withoutFragment));
  const opening = new Map<string, boolean>();
  const silent = new Set<string>();
  const missing = new Set<string>();
  let readsAll = true;
  let hidesSome: boolean | null = null;
  const note = (url: string, isWell: boolean): void => {
    if (wanted.has(url)) opening.set(url, isWell || opening.get(url) === true);
  };
  return {
    onJudged: (judged) => {
      const { resource, hops, end } = judged;
      const isWell = isOpen(judged);
      note(resource.url, isWell);
      // A host that is down is one finding, by its origin.
      note(originOf(isWell ? (end ?? resource).url : resource.url), isWell);
      // One that has nothing but short links is up if it redirects.
      for (const { url } of hops) note(originOf(url), true);
      if (isWell || isLeftOut(judged)) return;
      const isPage = resource.role === 'page' || resource.role === 'seed';
      if (isPage && !isMissing(judged)) {
        readsAll = false;
        return;
      }
      // Most pages that are missing have been missing all along.
      if (isPage) missing.add(resource.url);
      if (hops.length === 0) silent.add(resource.url);
    },
    stateOf: (headsUp) => {
      const unlinked = unlinkedIn(headsUp);
      return (url) => {
        const page = withoutFragment(url);
        const isWell = opening.get(page);
        if (isWell === undefined) return unlinked.has(url) ? 'absent' : 'unknown';
        return isWell && (page === url || checkFragments) ? 'opens' : 'unknown';
      };
    },
    isMissed: (url) =>
      readsAll && !opening.has(withoutFragment(url)) && !(hidesSome ??= silent.size > 0 && ledOn(silent)),
    readsAll: () => readsAll,
    missing,
  };
}

/** Whether a resource opens, even if somewhere else. */
export function isOpen({ verdicts }: Pick<Judged, 'verdicts'>): boolean {
  return opens(verdicts[0]);
}

/** Addresses that were broken, that pages led to and no longer do. */
function unlinkedIn(headsUp: HeadsUp | null): ReadonlySet<string> {
  const changes = headsUp?.changes ?? [];
  const fixed = changes.filter(({ kind, evidence }) => kind === 'fixed' && evidence[0]?.kind === 'links');
  return new Set(fixed.map(({ url }) => url));
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
