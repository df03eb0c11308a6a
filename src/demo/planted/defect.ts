import type { Level, State } from '../../model/verdict.js';
import type { OriginName } from '../world.js';

/**
 * Something that is broken in the demo on purpose, and what has to be found there. Complaints 1 to 5, which some name, are those
 * this program was written for.
 */
export interface Defect {
  /** `null` where no host belongs to it: `path` is then the link as written. */
  readonly origin: OriginName | null;
  readonly path: string;
  /** The id of the rule that has to find it. */
  readonly rule: string;
  readonly state: State;
  readonly level: Level;
  /** How many resources the one finding stands for. */
  readonly affected: number;
  /** The first night it is broken, and the first it opens again; always broken if not given. */
  readonly nights?: readonly [from: number, until: number];
}

/** It does not open. */
export function broken(rule: string, origin: OriginName | null, path: string): Defect {
  return { origin, path, rule, state: 'broken', level: 'error', affected: 1 };
}

/** Whether it opens cannot be known from outside. */
export function unchecked(rule: string, origin: OriginName, path: string): Defect {
  return { origin, path, rule, state: 'not-checked', level: 'warning', affected: 1 };
}

/** It opens, and yet something is wrong with it. */
export function doubtful(rule: string, origin: OriginName, path: string): Defect {
  return { origin, path, rule, state: 'healthy', level: 'warning', affected: 1 };
}
