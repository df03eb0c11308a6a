import type { Json, Signals } from '../../model/resource.js';
import type { Observation } from '../../model/verdict.js';

/** Notes what others than judges want to know of a page while it is in hand. */
export interface PageObserver {
  /** The signal's name. */
  readonly signal: string;
  /** `null` for nearly every page, at next to no cost. */
  readonly observe: (observation: Observation) => Json | null;
}

/** Puts what observers note among the signals. */
export function withNotes(
  signals: Signals,
  observation: Observation,
  observers: readonly PageObserver[],
): Signals {
  let all = signals;
  for (const { signal, observe } of observers) {
    const note = observe(observation);
    if (note !== null) all = { ...all, [signal]: note };
  }
  return all;
}
