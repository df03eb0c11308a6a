import { originOf } from '../../kit/urls/url.js';
import type { Judged } from '../../model/judged.js';
import type { Traits } from './traits.js';

/** What opened and what failed in one run, by host. */
export interface HostAvailability {
  readonly note: (judged: Judged, state: Traits['state']) => void;
  /** Notes what opens by itself. */
  readonly noteOpen: (url: string) => void;
  /** Something on the host opened, or redirected. */
  readonly isUp: (origin: string) => boolean;
  /** Nothing on the host opened or redirected, and something failed as hosts do. */
  readonly isDown: (origin: string) => boolean;
}

/** Starts with nothing seen. */
export function createHostAvailability(): HostAvailability {
  const up = new Set<string>();
  const failing = new Set<string>();
  return {
    note: (judged, state) => {
      // Who redirects has answered, wherever that leads.
      for (const { url } of judged.hops) up.add(originOf(url));
      if (state === 'opens') up.add(decidingOrigin(judged));
      else if (state === 'broken' && isFailure(judged)) failing.add(decidingOrigin(judged));
    },
    noteOpen: (url) => void up.add(originOf(url)),
    isUp: (origin) => up.has(origin),
    isDown: (origin) => failing.has(origin) && !up.has(origin),
  };
}

/** The origin of the end of the redirects, else of the resource itself. */
export function decidingOrigin({ resource, end }: Judged): string {
  return originOf((end ?? resource).url);
}

/** Whether no answer came, or a server error: what all resources of a host have in common when it is down. */
export function isFailure({ resource, end }: Judged): boolean {
  const { outcome } = end ?? resource;
  return outcome.kind === 'failed' || (outcome.kind === 'fetched' && outcome.status >= 500);
}
