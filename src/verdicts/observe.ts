import type { Json, Signals } from '../model/resource.js';
import type { Observation } from '../model/verdict.js';
import type { ActiveRule } from './define.js';

const nothing: Signals = {};

/** Where the error of a rule that failed while observing is noted; `rule-failed` judges it. */
const failureNote = 'rule-failed';

/** What the rules note of a body while it is in memory, by rule id. A rule that fails loses its own note only. */
export function observe(observation: Observation, rules: readonly ActiveRule[]): Signals {
  let signals: Record<string, Json> | null = null;
  for (const { id, observe: look } of rules) {
    if (look === null) continue;
    try {
      const note = look(observation);
      if (note !== null) (signals ??= {})[id] = note;
    } catch (error) {
      (signals ??= {})[failureNote] = `${id}: ${String(error).slice(0, 200)}`;
    }
  }
  return signals ?? nothing;
}
