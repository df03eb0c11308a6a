import { z } from 'zod';
import * as rules from './all.js';
import type { ActiveRule, RuleDefinition, RuleOptions } from './define.js';
import { missingFragment } from './fragments/rule.js';
import * as surveys from './surveys/all.js';
import type { ActiveSurvey, SurveyDefinition } from './surveys/define.js';

const ruleDefinitions: readonly RuleDefinition[] = Object.values(rules);
const surveyDefinitions: readonly SurveyDefinition[] = Object.values(surveys);
const definitions = [...ruleDefinitions, ...surveyDefinitions, missingFragment];

/** The part `rules` of the configuration: how each rule is tuned, by its id. Leaves what it accepts as it is. */
export const ruleOptionsSchema = z.strictObject(
  Object.fromEntries(
    definitions.map(({ id, summary, options }) => [id, options.describe(summary).optional()]),
  ),
);

const patience: ReadonlyMap<string, number> = new Map(
  ruleDefinitions.map(({ id, nightsUntilNews }) => [id, nightsUntilNews]),
);

/** In how many runs in a row a finding of a rule has to be there to be news. */
export function nightsUntilNews(rule: string): number {
  return patience.get(rule) ?? 1;
}

/** The rules of single resources that the options leave on. Throws for options `ruleOptionsSchema` refuses. */
export function resolveRules(options: RuleOptions): readonly ActiveRule[] {
  return ruleDefinitions.map(({ id, activate }) => activate(options[id])).filter((rule) => rule !== null);
}

/** The rules of whole snapshots that the options leave on. Throws for options `ruleOptionsSchema` refuses. */
export function resolveSurveys(options: RuleOptions): readonly ActiveSurvey[] {
  return surveyDefinitions.map(({ id, activate }) => activate(options[id])).filter((rule) => rule !== null);
}
