import type { z } from 'zod';
import type { Problem } from '../model/problem.js';

/** What is wrong with an entry, in plain words, and where in the data. */
export interface Explained {
  readonly path: readonly (string | number)[];
  readonly said: Pick<Problem, 'message' | 'hint'>;
}

const names = 'pattern, rule, reason, owner, until';
const example = 'an entry is "- pattern: …" and, below it, "reason: …"';

/** What a schema error means to somebody who does not know the schema. */
export function explainEntry(issue: z.core.$ZodIssue): readonly Explained[] {
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      said: { message: `unknown key "${key}"`, hint: `known here: ${names}` },
    }));
  const name = path.at(-1);
  if (typeof name !== 'string') return [{ path, said: explainShape(path.length > 0) }];
  return [{ path, said: explainValue(name, issue) }];
}

function explainShape(isEntry: boolean): Explained['said'] {
  return { message: isEntry ? 'is no entry' : 'the file must be a list of entries', hint: example };
}

function explainValue(name: string, issue: z.core.$ZodIssue): Explained['said'] {
  if (issue.input === undefined) return { message: `the entry has no "${name}"`, hint: example };
  if (issue.code === 'custom') return { message: `"${name}" ${issue.message}` };
  if (issue.code === 'too_small') return { message: `"${name}" must not be empty` };
  if (name === 'until') return { message: '"until" must be a day such as 2027-05-31' };
  return { message: `"${name}" must be a text`, hint: 'put it in quotes' };
}
