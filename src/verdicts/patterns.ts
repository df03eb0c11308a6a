import { z } from 'zod';

const pattern = z
  .string()
  .refine(isPattern, { error: 'is not a regular expression' })
  .meta({ format: 'regex' });

const tuned = z.strictObject({
  also: z.array(pattern).default([]).describe('patterns beside the built-in ones'),
  instead: z.array(pattern).optional().describe('patterns in place of the built-in ones'),
});

/** How a list of patterns is tuned in the configuration: extended by `also`, replaced by `instead`. */
type TunedPatterns = Readonly<z.infer<typeof tuned>>;

/** Built-in patterns with the option that tunes them. */
interface PatternList {
  readonly option: z.ZodDefault<typeof tuned>;
  /** One expression that finds any of them, without regard to case. Made once for each options object. */
  readonly of: (options: TunedPatterns) => RegExp;
}

/** A list of regular expressions that a rule starts from and a configuration may tune. */
export function patternList(builtIn: readonly string[], description: string): PatternList {
  const made = new WeakMap<TunedPatterns, RegExp>();
  const of = (options: TunedPatterns): RegExp => {
    const known = made.get(options);
    if (known !== undefined) return known;
    const expression = join([...(options.instead ?? builtIn), ...options.also]);
    made.set(options, expression);
    return expression;
  };
  return { option: tuned.default({ also: [] }).describe(description), of };
}

/** One expression that finds any of the patterns, without regard to case; nothing if there are none. */
function join(patterns: readonly string[]): RegExp {
  return patterns.length === 0 ? /(?!)/u : new RegExp(patterns.map((one) => `(?:${one})`).join('|'), 'iu');
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'iu');
    return true;
  } catch {
    return false;
  }
}
