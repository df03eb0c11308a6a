import type { z } from 'zod';
import type { Snapshot } from '../../model/snapshot.js';
import type { SurveyRule, Verdict } from '../../model/verdict.js';
import { sign, type Tuning } from '../define.js';

/** A verdict on one resource that rests on others. */
export interface SurveyedVerdict {
  readonly resource: number;
  readonly verdict: Verdict;
}

/** A survey rule with its options settled. */
export type ActiveSurvey = (snapshot: Snapshot) => Iterable<SurveyedVerdict>;

/** A survey rule as its registry knows it. */
export interface SurveyDefinition {
  readonly id: string;
  readonly summary: string;
  readonly options: z.ZodType;
  /** `null` if the options switch it off. Throws for options that its schema refuses. */
  readonly activate: (options: unknown) => ActiveSurvey | null;
}

/** Makes a survey rule ready for the registry. */
export function defineSurvey<Options extends Tuning>(rule: SurveyRule<Options>): SurveyDefinition {
  const activate = (given: unknown): ActiveSurvey | null => {
    const options = rule.options.parse(given ?? {});
    if (options.level === 'off') return null;
    return function* (snapshot) {
      for (const { resource, judgement } of rule.survey(snapshot, options)) {
        yield { resource, verdict: sign(rule, judgement, options) };
      }
    };
  };
  return { id: rule.id, summary: rule.summary, options: rule.options, activate };
}
