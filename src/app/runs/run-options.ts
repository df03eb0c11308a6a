import { z } from 'zod';
import { redactUrl } from '../../kit/urls/redact.js';
import type { Json } from '../../model/resource.js';
import type { Run } from '../../model/snapshot.js';
import type { RuleOptions } from '../../verdicts/define.js';
import { ruleOptionsSchema } from '../../verdicts/rule-set.js';
import type { FullConfig } from '../context/config.js';
import { version } from '../context/version.js';

/** What of a configuration decides how resources are judged. */
export interface JudgingOptions {
  readonly rules: RuleOptions;
  readonly maxHops: number;
}

/** The same for fragments, too. */
export interface FullJudgingOptions extends JudgingOptions {
  readonly skipFragments: readonly string[];
}

const judgingSchema: z.ZodType<FullJudgingOptions> = z.object({
  rules: ruleOptionsSchema,
  skipFragments: z.array(z.string()),
  maxHops: z.int(),
});

/** What of a configuration decides how pages are read; `rules` do both. */
const readingNames = ['rules', 'deep', 'maxBody', 'checkStyles', 'servedAt'] as const;

/** What a run keeps of its configuration. */
export function optionsOf(config: FullConfig): Readonly<Record<string, Json>> {
  const { rules, skipFragments, limits, deep, checkStyles, sources } = config;
  const { maxHops, maxBody } = limits;
  const scope = sources.map(({ id, include, exclude, maxDepth, external }) => {
    return { id, include, exclude, maxDepth, external };
  });
  const servedAt = sources.flatMap((source) =>
    source.servedAt === undefined ? [] : [{ id: source.id, servedAt: redactUrl(source.servedAt) }],
  );
  const options = { rules, skipFragments, maxHops, deep, maxBody, checkStyles, servedAt, scope };
  return z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(options)));
}

/** How a run was to be judged; `null` if the version that walked it noted nothing, or had other rules. */
export function judgingOf({ options }: Run): FullJudgingOptions | null {
  const parsed = judgingSchema.safeParse(options);
  return parsed.success ? parsed.data : null;
}

/** The same options, but for the rules that a run was walked with, where it noted them. */
export function withRulesOf<Options extends FullJudgingOptions>(run: Run, options: Options): Options {
  return { ...options, ...judgingOf(run) };
}

/** Whether the pages of a run were read as this version would read them for a configuration. */
export function isReadAlike(run: Run, config: FullConfig): boolean {
  if (run.version !== version || run.checkFragments !== config.checkFragments) return false;
  const wanted = optionsOf(config);
  return readingNames.every((name) => isSame(run.options[name], wanted[name]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
