import { parseTaskId } from './task.js';

/** Tasks from the first id to the last, which have the same number of digits. */
export interface TaskSpan {
  readonly first: string;
  readonly count: number;
}

/** A typing error must not create thousands of tasks. */
export const mostInSpan = 100;

const range = /^(.*\d)\s*(?:[~\p{Pd}−─ー]|から|to|through)\s*(\D*\d+)\s*(?:まで)?$/iu;

/** What `4122`, `4106～4108` or `Task4106-4108` names; `null` unless it is an id or a range of at most a hundred, upwards. */
export function readTaskSpan(text: string): TaskSpan | null {
  const id = parseTaskId(text);
  if (id !== null) return { first: id, count: 1 };
  const [, lower, higher] = range.exec(text.slice(0, 64).normalize('NFKC').trim()) ?? [];
  const first = parseTaskId(lower ?? '');
  const last = parseTaskId(higher ?? '');
  if (first === null || last?.length !== first.length) return null;
  const count = Number(last) - Number(first) + 1;
  return count < 2 || count > mostInSpan ? null : { first, count };
}

/** Every id of a span. */
export function taskIdsIn({ first, count }: TaskSpan): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${Number(first) + at}`.padStart(first.length, '0'));
}

/**
 * The ids people mean by the words of a command line, each once: `4122`, `Task 4122` in one word or two, `4122,4123`,
 * `4106-4108`; words that are none of these come back as they are, and so do all words if nothing is meant by any.
 */
export function readTaskIds(words: readonly string[]): {
  readonly ids: readonly string[];
  readonly others: readonly string[];
} {
  const parts = words
    .flatMap((word) => word.split(/[,、，;；]/))
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:task|タスク)(?:id)?$/i.test(part.normalize('NFKC')));
  const spans = parts.map(readTaskSpan);
  const ids = spans.flatMap((span) => (span === null ? [] : taskIdsIn(span)));
  return {
    ids: [...new Set(ids)],
    others: parts.length === 0 ? words : parts.filter((_, at) => spans[at] === null),
  };
}
