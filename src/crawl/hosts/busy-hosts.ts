import type { Target } from '../../model/target.js';
import type { Pace } from '../../model/walk.js';

/** A request that was turned away, or got no answer. */
export interface Refusal {
  readonly target: Target;
  readonly origin: string;
  /** When it was asked for. */
  readonly since: number;
  readonly now: number;
}

/**
 * Hosts that turn requests away, or do not answer in time, though perhaps only because they are asked for too much at once. Each
 * of these says at which pace a host is to be asked from now on, `null` for the same as before.
 */
export interface BusyHosts {
  /** Notes an answer, and how long it took. */
  readonly answered: (origin: string, took: number) => Pace | null;
  /** Notes what was turned away. `isClear`: the host said that it was asked for too much; it did not merely fail. */
  readonly refused: (refusal: Refusal, isClear: boolean) => Pace | null;
  /** Notes what got no answer. */
  readonly hung: (refusal: Refusal) => Pace | null;
  /** The host never answered at all. */
  readonly silent: (origin: string) => Pace | null;
  /** Whether the host may have turned away what was asked for at `since` only because it was asked for too much. */
  readonly isTooMuch: (origin: string, since: number) => boolean;
  /** What failed is asked for a last time: now the pace matters more than the time it takes. */
  readonly takeTime: (origin: string) => void;
}

/** What is known of one host. */
interface Host {
  step: number;
  /** When it came to this step. */
  from: number;
  isSlow: boolean;
  /** Quick answers since it came to this step. */
  quickAnswers: number;
  /** The share of the latest requests that it turned away, or did not answer. */
  refusedShare: number;
  /** What it may still turn away at the slowest pace until that is believed to be in vain. */
  patience: number;
  /** How often that was in vain. */
  timesInVain: number;
  /** It may take its time, if it lets anything through. */
  mayTakeTime: boolean;
  /** So much more of what it turns away is not believed to be due to the pace. */
  toIgnore: number;
}

/** An answer that takes this share of the time in which it has to begin is slow. */
const slowShare = 1 / 6;
/** After so many quick answers a host is asked for more. A slow one counts for less. */
const quickUntilMore = 8;
const slowCounts = 1 / 4;
const atOnceIfSilent = 2;
/** The latest requests are about so many. */
const latest = 16;
/** A host that turns away less than this share is not asked for less: further tries do as well there, in less time. */
const busyShare = 0.3;
/** Refusals at the slowest pace. */
const usualPatience = 10;
/** As much as fits into a minute. */
const lastPatience = 60;
/** Doubled each time. */
const ignoredIfVain = 80;
/** Between two requests to a host that turns away even one at a time, milliseconds. */
const gaps = [125, 250, 500, 1000];

/**
 * No host is busy. All hosts are asked for `perHost` at once at first; answers have to begin within `headersTimeout`
 * milliseconds.
 */
export function createBusyHosts(perHost: number, headersTimeout: number): BusyHosts {
  const hosts = new Map<string, Host>();
  const haveAnswered = new Set<string>();
  /** The slowest step at which a target was turned away. */
  const refusedAt = new WeakMap<Target, number>();
  const paces = pacesFrom(perHost);
  const slowest = paces.length - 1;
  const lastWithoutGap = slowest - gaps.length;

  const hostOf = (origin: string): Host => {
    const known = hosts.get(origin);
    if (known !== undefined) return known;
    const host = createHost();
    hosts.set(origin, host);
    return host;
  };
  /** A host that has never answered fails, rather than being asked for too much: waiting between requests is in vain. */
  const lastStepOf = (origin: string, isClear: boolean): number =>
    isClear || haveAnswered.has(origin) ? slowest : lastWithoutGap;
  const go = (host: Host, step: number, now: number): Pace | null => {
    if (step === host.step) return null;
    Object.assign(host, { step, from: now, quickAnswers: 0 });
    return paces[step] ?? null;
  };
  /** What was under way together fails together: that is one reason to ask for less. */
  const slowDown = (host: Host, since: number, now: number, last: number): Pace | null =>
    since < host.from ? null : go(host, Math.max(host.step, Math.min(host.step + 1, last)), now);
  const noteRefusal = (host: Host): void => {
    host.quickAnswers = 0;
    host.refusedShare += (1 - host.refusedShare) / latest;
  };
  /** What was turned away at this pace before tells of itself, not of the pace. */
  const isNews = (host: Host, target: Target, since: number): boolean => {
    const step = since < host.from ? host.step - 1 : host.step;
    const before = refusedAt.get(target) ?? -1;
    if (before < step) refusedAt.set(target, step);
    return before < step;
  };
  /** Even the slowest pace did not help: the host is asked for as much as at first, and for a while not believed to be busy. */
  const giveUp = (host: Host, now: number): Pace | null => {
    host.toIgnore = ignoredIfVain * 2 ** host.timesInVain;
    host.timesInVain++;
    host.patience = Math.ceil(usualPatience / 2 ** host.timesInVain);
    host.refusedShare = 0;
    return go(host, 0, now);
  };

  return {
    answered: (origin, took) => {
      haveAnswered.add(origin);
      const isSlow = took >= headersTimeout * slowShare;
      const host = isSlow ? hostOf(origin) : hosts.get(origin);
      if (host === undefined) return null;
      host.isSlow = isSlow;
      if (host.mayTakeTime) host.patience = lastPatience;
      host.refusedShare -= host.refusedShare / latest;
      host.quickAnswers += isSlow ? slowCounts : 1;
      if (host.step === 0 || host.quickAnswers < quickUntilMore || !isAtEase(host)) return null;
      if (host.patience < usualPatience) host.patience++;
      return go(host, host.step - 1, host.from);
    },
    refused: ({ target, origin, since, now }, isClear) => {
      const host = hostOf(origin);
      if (host.toIgnore > 0) {
        host.toIgnore--;
        return null;
      }
      if (!isClear && !isNews(host, target, since)) return null;
      noteRefusal(host);
      if (!isClear && host.refusedShare < busyShare) return null;
      const last = lastStepOf(origin, isClear);
      if (host.step >= last && since >= host.from) host.patience--;
      return host.patience <= 0 ? giveUp(host, now) : slowDown(host, since, now, last);
    },
    hung: ({ target, origin, since, now }) => {
      const host = hosts.get(origin);
      if (host?.isSlow !== true || !isNews(host, target, since)) return null;
      noteRefusal(host);
      return isAtEase(host) ? null : slowDown(host, since, now, lastWithoutGap);
    },
    silent: (origin) => {
      const host = hostOf(origin);
      const step = paces.findIndex(({ atOnce }) => atOnce <= atOnceIfSilent);
      return go(host, Math.max(host.step, step), host.from);
    },
    isTooMuch: (origin, since) => {
      const host = hosts.get(origin);
      if (host === undefined || host.toIgnore > 0) return false;
      if (host.from > since) return true;
      return host.step < lastStepOf(origin, false) && (host.step > 0 || !isAtEase(host));
    },
    takeTime: (origin) => {
      const host = hosts.get(origin);
      if (host !== undefined) Object.assign(host, { toIgnore: 0, mayTakeTime: true });
    },
  };
}

function createHost(): Host {
  return {
    step: 0,
    from: Number.NEGATIVE_INFINITY,
    isSlow: false,
    quickAnswers: 0,
    refusedShare: 0,
    patience: usualPatience,
    timesInVain: 0,
    mayTakeTime: false,
    toIgnore: 0,
  };
}

/** Well below the share at which it is asked for less, or it would be asked for less again at once. */
function isAtEase({ refusedShare }: Host): boolean {
  return refusedShare <= busyShare / 2;
}

/** Half as many at once with each step, down to one; then with growing gaps. */
function pacesFrom(perHost: number): readonly Pace[] {
  const paces: Pace[] = [];
  for (let atOnce = perHost; atOnce > 1; atOnce = Math.ceil(atOnce / 2)) paces.push({ atOnce, gap: 0 });
  return [...paces, { atOnce: 1, gap: 0 }, ...gaps.map((gap) => ({ atOnce: 1, gap }))];
}
