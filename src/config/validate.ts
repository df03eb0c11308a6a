import { z } from 'zod';
import { isRecord } from '../kit/is-record.js';
import { explainIssue, type Explanation } from './explain-issue.js';
import { valueAt, type Path } from './path.js';

/** What a schema makes of plain data, or all that is wrong with it. */
export type Validated<T> =
  | { readonly config: T; readonly explanations: readonly [] }
  | { readonly config: null; readonly explanations: readonly Explanation[] };

/** Checks plain data against a schema. Never throws. */
export function validate<T>(value: unknown, schema: z.ZodType<T>): Validated<T> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { config: result.data, explanations: [] };
  const shape: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const explanations = result.error.issues.flatMap((issue) =>
    explainIssue(issue, (path) => keysAt(shape, path)),
  );
  return { config: null, explanations };
}

/** How a sentence about a value names it: `"maxDepth"`, `entry 2 of "seeds"`. */
export function settingName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the configuration';
  return typeof last === 'string' ? `"${last}"` : `entry ${last + 1} of ${settingName(path.slice(0, -1))}`;
}

function keysAt(shape: unknown, path: Path): readonly string[] {
  const alternatives = valueAt(shape, ['anyOf']);
  if (Array.isArray(alternatives))
    return [...new Set(alternatives.flatMap((alternative) => keysAt(alternative, path)))];
  const [key, ...rest] = path;
  if (key === undefined)
    return [...Object.keys(asMap(valueAt(shape, ['properties']))), ...namesOfKeys(shape)];
  const inside = typeof key === 'number' ? ['items'] : ['properties', key];
  return keysAt(valueAt(shape, inside) ?? valueAt(shape, ['additionalProperties']), rest);
}

/** A map whose keys are among a few. */
function namesOfKeys(shape: unknown): readonly string[] {
  const names = valueAt(shape, ['propertyNames', 'enum']);
  return Array.isArray(names) ? names.map(String) : [];
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
