import type { Problem } from '../model/problem.js';
import type { Language } from '../model/text.js';
import type { Given, Option } from './options/option.js';
import type { Terminal } from './terminal/terminal.js';
import type { UseCases } from './use-cases.js';

/** One command: one file, registered by one line in `commands/all.ts`. What it needs is imported when it runs. */
export interface Command {
  readonly name: string;
  /** What follows the name, as help shows it: `[run]`, `<id...>`; empty for nothing. */
  readonly operands: string;
  /** What that is, where its name does not say it. */
  readonly operandSummary?: string;
  readonly summary: string;
  /** Complete command lines, to be copied. */
  readonly examples: readonly string[];
  readonly options: readonly Option[];
  /** Resolves to the exit code. Rejects with a `SetupError` for a user's mistakes. */
  readonly run: (invocation: Invocation) => Promise<number>;
}

/** One call of a command. */
export interface Invocation {
  readonly operands: readonly string[];
  readonly given: Given;
  readonly terminal: Terminal;
  readonly useCases: UseCases;
  /** Mistakes found so far in the arguments; to be reported together with the command's own. */
  readonly mistakes: readonly Problem[];
  /** Called with the language that a configuration asks for, so that later errors are told in it. */
  readonly onLanguage: (language: Language) => void;
}
