import type { Pace } from '../../model/walk.js';

/**
 * Hosts that turn requests away, or do not answer in time, though perhaps only because they are asked for too much at once. Each of
 * these says at which pace a host is to be asked from now on, `null` for the same as before.
 */
export interface BusyHosts {
  /** Notes an answer, how long it took, and whether the host had turned the same request away before. */
  readonly answered: (origin: string, took: number, wasRefused: boolean) => Pace | null;
  /** Notes that what was asked for at `since` was turned away, and whether it had been before. */
  readonly refused: (origin: string, since: number, now: number, wasRefused: boolean) => Pace | null;
  /** Notes that no answer came to what was asked for at `since`. */
  readonly hung: (origin: string, since: number, now: number) => Pace | null;
  /** The host never answered at all. */
  readonly silent: (origin: string) => Pace | null;
}

/** What is known of one host. */
interface Host {
  step: number;
  /** When it came to this step. */
  from: number;
  isSlow: boolean;
  /** Quick answers since it came to this step. */
  quick: number;
  /** How often it may still turn away what it turned away before, or at the slowest pace, until it is believed to do so at any. */
  patience: number;
}

/** An answer that takes this share of the time in which it has to begin is slow. */
const slowShare = 1 / 6;
/** After so many quick answers a host is asked for more. */
const quickUntilMore = 8;
const atOnceIfSilent = 2;
const patience = 20;
/** Between two requests to a host that turns away even one at a time, milliseconds. */
const gaps = [125, 250, 500, 1000];

/** No host is busy. All hosts are asked for `perHost` at once at first; answers have to begin within `headersTimeout` milliseconds. */
export function createBusyHosts(perHost: number, headersTimeout: number): BusyHosts {
  const hosts = new Map<string, Host>();
  const paces = pacesFrom(perHost);
  const slowest = paces.length - 1;
  const lastWithoutGap = slowest - gaps.length;

  const hostOf = (origin: string): Host => {
    const known = hosts.get(origin);
    if (known !== undefined) return known;
    const host = { step: 0, from: Number.NEGATIVE_INFINITY, isSlow: false, quick: 0, patience };
    hosts.set(origin, host);
    return host;
  };
  const go = (host: Host, step: number, now: number): Pace | null => {
    if (step === host.step) return null;
    Object.assign(host, { step, from: now, quick: 0 });
    return paces[step] ?? null;
  };
  /** What was under way together fails together: that is one reason to ask for less. */
  const slowDown = (host: Host, since: number, now: number, last: number): Pace | null =>
    since < host.from ? null : go(host, Math.max(host.step, Math.min(host.step + 1, last)), now);

  return {
    answered: (origin, took, wasRefused) => {
      const isSlow = took >= headersTimeout * slowShare;
      const host = isSlow ? hostOf(origin) : hosts.get(origin);
      if (host === undefined) return null;
      host.isSlow = isSlow;
      const hasHelped = wasRefused && host.step < slowest && host.patience > 0;
      if (hasHelped) host.patience = Math.min(patience, host.patience + 2);
      host.quick = isSlow ? 0 : host.quick + 1;
      return host.quick < quickUntilMore ? null : go(host, Math.max(0, host.step - 1), host.from);
    },
    refused: (origin, since, now, wasRefused) => {
      const host = hostOf(origin);
      if (host.patience === 0) return null;
      host.quick = 0;
      const isInVain = wasRefused || host.step === slowest;
      if (isInVain && --host.patience === 0) return go(host, 0, now);
      return slowDown(host, since, now, slowest);
    },
    hung: (origin, since, now) => {
      const host = hosts.get(origin);
      if (host?.isSlow !== true) return null;
      host.quick = 0;
      return slowDown(host, since, now, lastWithoutGap);
    },
    silent: (origin) => {
      const host = hostOf(origin);
      const step = paces.findIndex(({ atOnce }) => atOnce <= atOnceIfSilent);
      return go(host, Math.max(host.step, step), host.from);
    },
  };
}

/** Half as many at once with each step, down to one; then with growing gaps. */
function pacesFrom(perHost: number): readonly Pace[] {
  const paces: Pace[] = [];
  for (let atOnce = perHost; atOnce > 1; atOnce = Math.ceil(atOnce / 2)) paces.push({ atOnce, gap: 0 });
  return [...paces, { atOnce: 1, gap: 0 }, ...gaps.map((gap) => ({ atOnce: 1, gap }))];
}
