import { z } from 'zod';
import { isFileUrl } from '../kit/urls/file-url.js';
import type { Json, Resource } from '../model/resource.js';
import {
  levels,
  type Judgement,
  type Observation,
  type Rule,
  type Subject,
  type Verdict,
} from '../model/verdict.js';

/** The options that every rule has. */
export const tuning = z.strictObject({
  level: z
    .enum(['off', ...levels])
    .optional()
    .describe('how much it matters, or "off"; as the rule judges unless told'),
});
export type Tuning = Readonly<z.infer<typeof tuning>>;

/** How the rules are tuned in a configuration, by their ids. Each rule checks its own part. */
export type RuleOptions = Readonly<Record<string, unknown>>;

/** A rule with its options settled. */
export interface ActiveRule {
  readonly id: string;
  readonly yieldsTo: readonly string[];
  readonly observe: ((observation: Observation) => Json | null) | null;
  readonly judge: (subject: Subject<never>) => Verdict | null;
}

/** A rule as the registry knows it, whatever the types of its signal and options are. */
export interface RuleDefinition {
  readonly id: string;
  readonly summary: string;
  readonly options: z.ZodType;
  /** In how many runs in a row it has to be found to be news. */
  readonly nightsUntilNews: number;
  /** `null` if the options switch it off. Throws for options that its schema refuses. */
  readonly activate: (options: unknown) => ActiveRule | null;
}

/** Makes a rule ready for the registry. */
export function defineRule<Options extends Tuning, Signal extends Json = never>(
  rule: Rule<Signal, Options>,
): RuleDefinition {
  const activate = (given: unknown): ActiveRule | null => {
    const options = rule.options.parse(given ?? {});
    if (options.level === 'off') return null;
    const { observe } = rule;
    const passesOver = (url: string): boolean => rule.ofServers === true && isFileUrl(url);
    return {
      id: rule.id,
      yieldsTo: rule.yieldsTo ?? [],
      observe:
        observe === undefined
          ? null
          : (observation) => (passesOver(observation.url) ? null : observe(observation, options)),
      judge: (subject) =>
        passesOver(subject.resource.url)
          ? null
          : sign(rule, rule.judge(recall(rule, subject), options), options),
    };
  };
  const { id, summary, options, nightsUntilNews = 1 } = rule;
  return { id, summary, options, nightsUntilNews, activate };
}

/** What a verdict shows of its rule. */
type Signer = Pick<Rule, 'id' | 'label'>;

/** Makes a verdict of a judgement: adds the rule's id and label, and the configured level. */
export function sign(rule: Signer, judgement: Judgement, tuned: Tuning): Verdict;
export function sign(rule: Signer, judgement: Judgement | null, tuned: Tuning): Verdict | null;
export function sign({ id, label }: Signer, judgement: Judgement | null, tuned: Tuning): Verdict | null {
  if (judgement === null) return null;
  const level = tuned.level === undefined || tuned.level === 'off' ? judgement.level : tuned.level;
  return { ...judgement, ...(label === undefined ? {} : { label }), rule: id, level };
}

function recall<Signal extends Json, Options>(
  rule: Rule<Signal, Options>,
  subject: Subject<never>,
): Subject<Signal> {
  const note = subject.end?.signals[rule.id];
  if (note === undefined || rule.signal === undefined) return subject;
  const signal = rule.signal.safeParse(note);
  return signal.success ? { ...subject, signal: signal.data } : subject;
}

/** The signal a rule noted about a resource, whatever its shape. */
export function noteOf(resource: Resource, rule: string): Json | null {
  return resource.signals[rule] ?? null;
}
