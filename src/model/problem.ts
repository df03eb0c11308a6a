import type { Language } from './text.js';

/** Where in a user's material something is wrong. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: number;
}

/** One mistake in material the user gave us: what, where, and what to do about it. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
  /** What would have been right, or what to do next. */
  readonly hint?: string;
  /** The same in Japanese; left out where only those who configure the tool can meet it. */
  readonly ja?: Pick<Problem, 'message' | 'hint'>;
}

/** A set-up that cannot work. Carries every problem at once; the command line shows them and exits with 2. */
export class SetupError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'SetupError';
    this.problems = problems;
  }
}

/** `config.yaml:3:7: unknown key "seed" (did you mean "seeds"?)` */
export function describeProblem({ place, message, hint }: Problem): string {
  const position = [place.file, place.sheet, place.line, place.column].filter((part) => part !== undefined);
  const where = position.length > 0 ? `${position.join(':')}: ` : '';
  return `${where}${message}${hint === undefined ? '' : ` (${hint})`}`;
}

/** The same in a language; in English where it is not known in that. */
export function describeProblemIn(language: Language, { ja, ...problem }: Problem): string {
  return describeProblem(language === 'ja' && ja !== undefined ? { place: problem.place, ...ja } : problem);
}
