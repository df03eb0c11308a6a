import { compareTexts } from '../kit/text/compare-texts.js';
import { levels, states, type Level, type Verdict } from '../model/verdict.js';

/** What readers have to see first: by level, then by state, then by rule. */
export function compareVerdicts(one: Verdict, other: Verdict): number {
  return (
    compareLevels(one.level, other.level) ||
    states.indexOf(other.state) - states.indexOf(one.state) ||
    compareTexts(one.rule, other.rule)
  );
}

/** The worst first. */
export function compareLevels(one: Level, other: Level): number {
  return levels.indexOf(other) - levels.indexOf(one);
}
