/** Hosts that keep asking us to wait: after some time they are left alone for the rest of the run. */
export interface ThrottledHosts {
  /** The host asked us to wait until a time; says whether that was once too often. */
  readonly asked: (origin: string, until: number, now: number) => boolean;
  /** The host gave an answer that was not a request to wait. */
  readonly answered: (origin: string) => void;
  readonly hasGivenUp: (origin: string) => boolean;
}

/** Waits in a row without an answer between them. */
const waitsPerHost = 4;
/** And requests that were turned away: of a host that is asked for one at a time four may be by chance. */
const refusalsPerHost = 8;

/** No host has asked us to wait. */
export function createThrottledHosts(): ThrottledHosts {
  const waits = new Map<string, { count: number; refusals: number; until: number }>();
  const givenUp = new Set<string>();
  return {
    asked: (origin, until, now) => {
      const wait = waits.get(origin) ?? { count: 0, refusals: 0, until: Number.NEGATIVE_INFINITY };
      // Requests that were under way together are refused together: that is one wait.
      if (now >= wait.until) wait.count++;
      wait.refusals++;
      wait.until = Math.max(wait.until, until);
      waits.set(origin, wait);
      if (wait.count > waitsPerHost && wait.refusals >= refusalsPerHost) givenUp.add(origin);
      return givenUp.has(origin);
    },
    answered: (origin) => {
      if (waits.size > 0 && !givenUp.has(origin)) waits.delete(origin);
    },
    hasGivenUp: (origin) => givenUp.size > 0 && givenUp.has(origin),
  };
}
