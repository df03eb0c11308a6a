import type { Assessment } from '../app/assess.js';
import type { World } from '../app/world.js';
import type { Language } from '../model/text.js';
import type { Invocation } from './command.js';
import { present } from './present.js';
import { openSession } from './session.js';
import { languageOf } from './style.js';

const stopping = 'Stopping: what was seen so far is reported. Once more to end at once.\n';

/** Where the report of some work goes, and in which language. */
export interface Outcome {
  readonly output: readonly string[];
  readonly language?: Language | undefined;
}

/**
 * Does work that takes its time, and presents the report that comes of it, also when a signal cut the work short. Resolves to
 * the exit code.
 */
export async function carryOut(
  { given, terminal, useCases }: Invocation,
  { output, language = languageOf(terminal.env) }: Outcome,
  work: (language: Language, world: World) => Promise<Assessment>,
): Promise<number> {
  const session = await openSession(terminal, given, language, stopping);
  try {
    const { report, exitCode } = await work(language, session.world);
    session.close();
    await present(report, { files: output, given, terminal, useCases });
    return session.interruptedBy() ?? exitCode;
  } finally {
    session.close();
  }
}
