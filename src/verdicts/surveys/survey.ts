import { addToGroup } from '../../kit/collections/group-by.js';
import type { Verdict } from '../../model/verdict.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { ActiveSurvey } from './define.js';

/**
 * What the survey rules say, by resource id, for `judge` to add to the verdicts of the rules. Memory grows with what they say.
 */
export function survey(
  snapshot: Snapshot,
  surveys: readonly ActiveSurvey[],
): ReadonlyMap<number, readonly Verdict[]> {
  const verdicts = new Map<number, Verdict[]>();
  for (const look of surveys) {
    for (const { resource, verdict } of look(snapshot)) addToGroup(verdicts, resource, verdict);
  }
  return verdicts;
}
