import type { Target } from '../../model/target.js';
import type { RobotsRules } from '../../model/walk.js';

/** Holds targets back until the robots.txt of their origin is known. */
export interface RobotsGate {
  /** The rules of an origin; `null` while they are not known. */
  readonly rules: (origin: string) => RobotsRules | null;
  /** Holds a target; says whether the origin's robots.txt has yet to be asked for. */
  readonly hold: (target: Target) => boolean;
  /** The rules of an origin are known: returns what was held for it. */
  readonly open: (origin: string, rules: RobotsRules) => readonly Target[];
  /** The rules could not be had for now: returns what was held, and the next target has them asked for again. */
  readonly giveUp: (origin: string) => readonly Target[];
  /** Everything still held. */
  readonly held: () => readonly Target[];
}

/** No robots.txt is known. */
export function createRobotsGate(): RobotsGate {
  const known = new Map<string, RobotsRules>();
  const waiting = new Map<string, Target[]>();
  const release = (origin: string): readonly Target[] => {
    const targets = waiting.get(origin) ?? [];
    waiting.delete(origin);
    return targets;
  };
  return {
    rules: (origin) => known.get(origin) ?? null,
    hold: (target) => {
      const others = waiting.get(target.origin);
      if (others !== undefined) {
        others.push(target);
        return false;
      }
      waiting.set(target.origin, [target]);
      return true;
    },
    open: (origin, rules) => {
      known.set(origin, rules);
      return release(origin);
    },
    giveUp: release,
    held: () => [...waiting.values()].flat(),
  };
}
