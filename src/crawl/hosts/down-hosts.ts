import { addToGroup } from '../../kit/collections/group-by.js';
import type { Failed } from '../../model/resource.js';
import type { Target } from '../../model/target.js';
import { isHang } from '../targets/next-step.js';

/**
 * Hosts that could not be reached, or never answer: their targets wait for a few of them to be tried instead of failing one by
 * one.
 */
export interface DownHosts {
  /** Why a host is down; `null` if it is not. */
  readonly reason: (origin: string) => Failed | null;
  /** Notes a failure to reach a host, or that it hangs; says whether that makes it down. */
  readonly failed: (origin: string, outcome: Failed) => boolean;
  /** Notes that a host answered. */
  readonly answered: (origin: string) => void;
  /** Keeps a target until the host has been asked once more. */
  readonly park: (target: Target) => void;
  /** These are asked for once more on behalf of the others, whatever becomes of one of them. */
  readonly choose: (targets: Iterable<Target>) => void;
  readonly isChosen: (target: Target) => boolean;
  readonly hasParked: () => boolean;
  /** Gives back all parked targets. */
  readonly release: () => readonly Target[];
}

/** Since the last answer of a host. */
interface Silence {
  unanswered: number;
  /** In a row. */
  unreached: number;
}

/** A host is down after this many failures in a row to reach it. */
const failuresUntilDown = 3;
/** And after this many requests without an answer if it has never given one: some hosts only hang at some of their addresses. */
const hangsUntilDown = 8;

/** No host is down. */
export function createDownHosts(): DownHosts {
  const silences = new Map<string, Silence>();
  const haveAnswered = new Set<string>();
  const reasons = new Map<string, Failed>();
  const parked = new Map<string, Target[]>();
  let chosen: ReadonlySet<Target> = new Set();
  return {
    reason: (origin) => reasons.get(origin) ?? null,
    failed: (origin, outcome) => {
      const silence = silences.get(origin) ?? { unanswered: 0, unreached: 0 };
      silences.set(origin, silence);
      silence.unanswered++;
      silence.unreached = isHang(outcome) ? 0 : silence.unreached + 1;
      const isDown = isHang(outcome)
        ? silence.unanswered >= hangsUntilDown && !haveAnswered.has(origin)
        : silence.unreached >= failuresUntilDown;
      if (isDown) reasons.set(origin, outcome);
      else if (isHang(outcome)) reasons.delete(origin);
      return isDown;
    },
    answered: (origin) => {
      haveAnswered.add(origin);
      if (silences.size === 0) return;
      silences.delete(origin);
      reasons.delete(origin);
    },
    park: (target) => addToGroup(parked, target.origin, target),
    choose: (targets) => {
      chosen = new Set(targets);
    },
    isChosen: (target) => chosen.has(target),
    hasParked: () => parked.size > 0,
    release: () => {
      const targets = [...parked.values()].flat();
      parked.clear();
      return targets;
    },
  };
}
