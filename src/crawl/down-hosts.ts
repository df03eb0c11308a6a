import type { Failed } from '../model/resource.js';
import type { Target } from '../model/target.js';

/** Hosts that could not be reached: their targets wait for one of them to be tried instead of failing one by one. */
export interface DownHosts {
  /** Why a host is down; `null` if it is not. */
  readonly reason: (origin: string) => Failed | null;
  /** Notes a failure to reach a host; says whether that makes it down. */
  readonly failed: (origin: string, outcome: Failed) => boolean;
  /** Notes that a host answered. */
  readonly answered: (origin: string) => void;
  /** Keeps a target until the host has been asked once more. */
  readonly park: (target: Target) => void;
  /** Gives back the targets parked for a host. */
  readonly release: (origin: string) => readonly Target[];
  readonly origins: () => readonly string[];
}

/** A host is down after this many failures in a row to reach it. */
const failuresUntilDown = 3;

/** No host is down. */
export function createDownHosts(): DownHosts {
  const failures = new Map<string, number>();
  const reasons = new Map<string, Failed>();
  const parked = new Map<string, Target[]>();
  return {
    reason: (origin) => reasons.get(origin) ?? null,
    failed: (origin, outcome) => {
      const count = (failures.get(origin) ?? 0) + 1;
      failures.set(origin, count);
      if (count >= failuresUntilDown) reasons.set(origin, outcome);
      return count >= failuresUntilDown;
    },
    answered: (origin) => {
      if (failures.size === 0) return;
      failures.delete(origin);
      reasons.delete(origin);
    },
    park: (target) => {
      const waiting = parked.get(target.origin);
      if (waiting === undefined) parked.set(target.origin, [target]);
      else waiting.push(target);
    },
    release: (origin) => {
      const targets = parked.get(origin) ?? [];
      parked.delete(origin);
      return targets;
    },
    origins: () => [...parked.keys()],
  };
}
