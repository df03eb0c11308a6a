import type { z } from 'zod';
import { didYouMean, nearest } from '../kit/text/nearest.js';
import { valueAt, type Path } from './path.js';

type Issue = z.core.$ZodIssue;
/** What zod says of a choice of kinds for which a schema has no words of its own. */
const unsaid = 'Invalid input';

type ValueIssue = Exclude<Issue, { code: 'unrecognized_keys' | 'invalid_key' | 'invalid_union' }>;

/** A mistake in plain data, in plain words. */
export interface Explanation {
  readonly path: Path;
  /** Whether the key itself is the mistake. */
  readonly aboutKey: boolean;
  /** What is wrong, as the end of a sentence whose subject is the value; a whole sentence if it is about a key. */
  readonly message: string;
  readonly hint?: string;
  /** The same without any part of the value, for one that may be a secret; left out where nothing of it is said anyway. */
  readonly discreet?: Said;
}

interface Said {
  readonly message: string;
  readonly hint?: string;
}

/** What a schema's issue means to somebody who does not know the schema. `keysAt` knows the keys a map may have. */
export function explainIssue(
  issue: Issue,
  keysAt: (path: Path) => readonly string[],
): readonly Explanation[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => explainUnknownKey(path, key, keysAt(path)));
  if (issue.code === 'invalid_key')
    return [{ path, aboutKey: true, message: explainInvalidKey(path, issue.issues[0]) }];
  if (issue.code !== 'invalid_union') return [{ path, aboutKey: false, ...explainValue(issue) }];
  const kinds = kindsOf(issue.errors);
  if (kinds !== null) {
    const isSaid = issue.message !== unsaid && issue.input != null;
    const hint = isSaid ? { hint: issue.message } : {};
    return [{ path, aboutKey: false, ...explainType(kinds, issue.input), ...hint }];
  }
  return closest(issue.errors).flatMap((inner) =>
    explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, keysAt),
  );
}

function explainInvalidKey(path: Path, issue: Issue | undefined): string {
  return `"${String(path.at(-1))}" ${issue?.message ?? 'is not a key'}`;
}

/**
 * The kinds that several alternatives are of, if the value is of none of them; `null` if it is of one, and wrong in some other
 * way.
 */
function kindsOf(alternatives: readonly (readonly Issue[])[]): readonly string[] | null {
  const kinds = alternatives.map(([issue]) =>
    issue?.code === 'invalid_type' && issue.path.length === 0 ? issue.expected : null,
  );
  const known = kinds.filter((kind) => kind !== null);
  return known.length === kinds.length ? known : null;
}

/** The alternative that reaches deepest is the one that was meant. */
function closest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const reached = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));
  return [...alternatives].sort((one, other) => reached(other) - reached(one))[0] ?? [];
}

function explainUnknownKey(parent: Path, key: string, known: readonly string[]): Explanation {
  const listed = known.length > 0 ? `known here: ${known.join(', ')}` : 'nothing may be said here';
  const hint = didYouMean(key, known, listed);
  // A webhook's address that slipped into the place of a key is as good as a password there, too.
  const shown = key.replace(/:\/\/.*$/s, '://…');
  return { path: [...parent, key], aboutKey: true, message: `unknown key "${shown}"`, hint };
}

function explainValue(issue: ValueIssue): Pick<Explanation, 'message' | 'hint' | 'discreet'> {
  switch (issue.code) {
    case 'invalid_type':
      return explainType([issue.expected], issue.input);
    case 'invalid_value':
      return explainChoice(issue.values.map(String), issue.input);
    case 'too_small':
      return { message: tooSmall(issue.origin, Number(issue.minimum)) };
    case 'too_big':
      return { message: tooBig(issue.origin, Number(issue.maximum)) };
    case 'custom':
      return { message: issue.message, ...hintOf(issue.params), ...discreetOf(issue.params) };
    case 'invalid_format':
    case 'invalid_element':
    case 'not_multiple_of':
      return { message: issue.message };
  }
}

const names: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

function explainType(expected: readonly string[], input: unknown): Said {
  const wanted = [...new Set(expected.map((kind) => names[kind] ?? kind))].join(', or ');
  if (input === undefined) return { message: 'is missing', hint: `it must be ${wanted}` };
  if (input === null) return { message: 'has no value', hint: `give it ${wanted}, or leave the line out` };
  if (expected[0] === 'int' && typeof input === 'number') return { message: `must be ${wanted}` };
  const message = `must be ${wanted}, not ${kindOf(input)}`;
  const hint = expected.map((kind) => hintForType(kind, input)).find((each) => each !== undefined);
  // Somebody who writes true where more is expected does not mean the text "true".
  if (typeof input === 'boolean' && expected.length > 1) return { message };
  return hint === undefined ? { message } : { message, hint };
}

function hintForType(expected: string, input: unknown): string | undefined {
  if (expected === 'string') return typeof input === 'object' ? undefined : 'put it in quotes';
  if (typeof input !== 'string') return undefined;
  if (expected === 'array') return 'write "- " before it, on a line of its own';
  if (expected === 'boolean') {
    const truth = truths[input.toLowerCase()];
    return truth === undefined ? undefined : `did you mean ${truth}?`;
  }
  if (/^\s*\d+\s*$/.test(input)) return 'leave the quotes out';
  return /^\d+ ?[a-z]+$/i.test(input)
    ? 'leave its unit out: config/config.schema.json says which it is'
    : undefined;
}

const truths: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  true: 'true',
  no: 'false',
  off: 'false',
  false: 'false',
};

/** The kind, never the value: it may be a secret. */
function kindOf(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a map';
  if (typeof input === 'string') return 'a text';
  return typeof input === 'boolean' ? 'true or false' : 'a number';
}

function explainChoice(choices: readonly string[], input: unknown): Said {
  const listed = choices.map((choice) => `"${choice}"`);
  const message = `must be ${listed.length > 1 ? 'one of ' : ''}${listed.join(', ')}`;
  const similar = typeof input === 'string' ? nearest(input, choices)[0] : undefined;
  return similar === undefined ? { message } : { message, hint: `did you mean "${similar}"?` };
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'array')
    return minimum === 1 ? 'must have at least one entry' : `must have at least ${minimum} entries`;
  if (origin === 'string')
    return minimum === 1 ? 'must not be empty' : `must have at least ${minimum} characters`;
  return `must be at least ${minimum}`;
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'array') return `must have at most ${maximum} entries`;
  if (origin === 'string') return `must have at most ${maximum} characters`;
  return `must be at most ${maximum}`;
}

function hintOf(params: unknown): { readonly hint?: string } {
  const hint = valueAt(params, ['hint']);
  return typeof hint === 'string' ? { hint } : {};
}

function discreetOf(params: unknown): { readonly discreet?: Said } {
  const message = valueAt(params, ['discreet', 'message']);
  if (typeof message !== 'string') return {};
  return { discreet: { message, ...hintOf(valueAt(params, ['discreet'])) } };
}
