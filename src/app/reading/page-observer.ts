import type { Json, Signals } from '../../model/resource.js';
import type { Observation } from '../../model/verdict.js';

/** Notes what features other than the rules want to know about a page, while it is at hand. */
export interface PageObserver {
  /** The signal's name. */
  readonly signal: string;
  /** `null` for nearly every page, at almost no cost. */
  readonly observe: (observation: Observation) => Json | null;
}

/** Adds what observers note to the signals. */
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
