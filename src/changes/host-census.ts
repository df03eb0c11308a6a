import { originOf } from '../kit/url.js';
import type { Judged } from '../model/judged.js';
import type { Traits } from './inventory.js';

/** Which hosts were down in which run. */
export interface HostCensus {
  readonly note: (when: 'before' | 'after', judged: Judged, state: Traits['state']) => void;
  /** Something of the host opened in the one run and nothing in the other, where it failed as hosts do. */
  readonly wentDown: (origin: string) => boolean;
  readonly cameBack: (origin: string) => boolean;
}

/** Starts with nothing seen. */
export function createHostCensus(): HostCensus {
  const hosts = new Map<string, Record<'before' | 'after', { opens: number; fails: number }>>();
  const isDown = ({ opens, fails }: { opens: number; fails: number }): boolean => opens === 0 && fails > 0;
  return {
    note: (when, judged, state) => {
      const fails = state === 'broken' && isFailure(judged);
      if (state !== 'opens' && !fails) return;
      const origin = decidingOrigin(judged);
      let host = hosts.get(origin);
      if (host === undefined) {
        host = { before: { opens: 0, fails: 0 }, after: { opens: 0, fails: 0 } };
        hosts.set(origin, host);
      }
      host[when][fails ? 'fails' : 'opens']++;
    },
    wentDown: (origin) => {
      const host = hosts.get(origin);
      return host !== undefined && host.before.opens > 0 && isDown(host.after);
    },
    cameBack: (origin) => {
      const host = hosts.get(origin);
      return host !== undefined && isDown(host.before) && host.after.opens > 0;
    },
  };
}

/** Of the end of the redirects, else of the resource itself. */
export function decidingOrigin({ resource, end }: Judged): string {
  return originOf((end ?? resource).url);
}

/** No answer, or one that says the server cannot: what all of a host have in common when it is down. */
function isFailure({ resource, end }: Judged): boolean {
  const { outcome } = end ?? resource;
  return outcome.kind === 'failed' || (outcome.kind === 'fetched' && outcome.status >= 500);
}
