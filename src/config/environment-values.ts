import type { z } from 'zod';
import { valueAt, withValue, type Path } from './path.js';

/**
 * The same plain data with numbers and truth values in place of texts from the environment, which knows nothing but texts. Only
 * where the schema has no use for a text: a token of nothing but digits stays one.
 */
export function typeEnvironmentValues(
  value: unknown,
  schema: z.ZodType,
  isFromEnvironment: (path: Path) => boolean,
): unknown {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).reduce((whole, issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (!isAboutType(issue) || !isFromEnvironment(path)) return whole;
    const text = valueAt(whole, path);
    const typed = typeof text === 'string' ? readPlain(text.trim()) : undefined;
    return typed === undefined ? whole : withValue(whole, path, typed);
  }, value);
}

/** Of a number or else a text of some form (`keep`), a schema says only what is wrong with the text. */
function isAboutType(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union' || issue.code === 'invalid_format') return true;
  return issue.code === 'invalid_type' && ['number', 'int', 'boolean'].includes(issue.expected);
}

/** As YAML reads what is written without quotes. */
function readPlain(text: string): number | boolean | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}
