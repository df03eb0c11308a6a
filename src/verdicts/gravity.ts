import { compareTexts } from '../kit/text/compare-texts.js';
import { levels, states, type Verdict } from '../model/verdict.js';

const stateGravity = new Map(states.map((state, gravity) => [state, gravity]));
const levelGravity = new Map(levels.map((level, gravity) => [level, gravity]));

/**
 * The gravest first: broken, not checked, redirected, healthy; among those the highest level; then by rule. So the first verdict
 * says what state a resource is in.
 */
export function byGravity(one: Verdict, other: Verdict): number {
  return (
    (stateGravity.get(other.state) ?? 0) - (stateGravity.get(one.state) ?? 0) ||
    (levelGravity.get(other.level) ?? 0) - (levelGravity.get(one.level) ?? 0) ||
    compareTexts(one.rule, other.rule)
  );
}
