import { createMatcher } from '../../../src/tasks/matching/matcher.js';
import type { Candidate, Expected } from '../../../src/tasks/matching/match.js';
import type { LabelledCase, Side } from './case.js';

/** How the matcher fared, with every mistake by name. */
export interface Measure {
  readonly pairs: number;
  readonly traps: number;
  readonly found: number;
  readonly suggested: number;
  /** Traps and renames it claims to have found. */
  readonly falselyFound: readonly string[];
  readonly missed: readonly string[];
  /** Traps it offers for a person to look at. */
  readonly suggestedTraps: readonly string[];
}

/** Asks the matcher about every case by itself. */
export function measure(cases: readonly LabelledCase[]): Measure {
  const matcher = createMatcher();
  const answers = cases.map((one) => {
    const { find, suggest } = matcher.index([candidateOf(one.candidate)]);
    const expected = expectedOf(one.expected);
    const isSuggested = (): boolean => suggest(expected).length > 0;
    const answer = find(expected).length > 0 ? 'found' : isSuggested() ? 'suggested' : 'nothing';
    return { one, answer, line: `${one.truth}: ${show(one.expected)} | ${show(one.candidate)}` };
  });
  const pairs = answers.filter(({ one }) => one.truth !== 'different');
  const traps = answers.filter(({ one }) => one.truth === 'different');
  return {
    pairs: pairs.length,
    traps: traps.length,
    found: pairs.filter(({ answer }) => answer === 'found').length,
    suggested: pairs.filter(({ answer }) => answer === 'suggested').length,
    falselyFound: answers
      .filter(({ one, answer }) => answer === 'found' && one.truth !== 'same')
      .map(({ line }) => line),
    missed: pairs.filter(({ answer }) => answer === 'nothing').map(({ line }) => line),
    suggestedTraps: traps.filter(({ answer }) => answer === 'suggested').map(({ line }) => line),
  };
}

/** A labelled side as the matcher expects it. */
export function expectedOf({ title = '', url, task }: Side): Expected {
  return { title, url: url ?? null, task: task ?? null };
}

/** A labelled side as a portal holds it. */
export function candidateOf({ title, url }: Side): Candidate {
  return { urls: url === undefined ? [] : [url], names: title === undefined ? [] : [title] };
}

function show({ title = '', url = '', task }: Side): string {
  return [task, title, url].filter((part) => part !== undefined && part !== '').join(' ');
}
