/**
 * Hosts that answer, but slowly: where some of their answers do not come in time, it may be because too many were asked for at once.
 */
export interface BusyHosts {
  /** Notes an answer, and how long it took. */
  readonly answered: (origin: string, took: number) => void;
  /**
   * Notes that no answer came to what was asked for at `since`; says how many may be asked for at once from now on, `null` for as
   * many as before.
   */
  readonly hung: (origin: string, since: number, now: number) => number | null;
}

/** What one host is asked for. */
interface Allowed {
  readonly atOnce: number;
  readonly from: number;
}

/** An answer that takes this share of the time in which it has to begin is slow. */
const slowShare = 1 / 6;

/** No host is busy. All hosts are asked for `perHost` at once at first; answers have to begin within `headersTimeout` milliseconds. */
export function createBusyHosts(perHost: number, headersTimeout: number): BusyHosts {
  const slow = new Set<string>();
  const allowed = new Map<string, Allowed>();
  return {
    answered: (origin, took) => {
      if (took >= headersTimeout * slowShare) slow.add(origin);
      else slow.delete(origin);
    },
    hung: (origin, since, now) => {
      const before = allowed.get(origin) ?? { atOnce: perHost, from: Number.NEGATIVE_INFINITY };
      // What was under way together hangs together: that is one reason to ask for fewer.
      if (!slow.has(origin) || since < before.from || before.atOnce === 1) return null;
      const atOnce = Math.ceil(before.atOnce / 2);
      allowed.set(origin, { atOnce, from: now });
      return atOnce;
    },
  };
}
