import { version } from '../app/context/version.js';
import { describeProblemIn, SetupError, type Problem } from '../model/problem.js';
import { languages, type Language } from '../model/text.js';
import type { Invocation } from './command.js';
import * as commands from './commands/all.js';
import { parseArguments } from './parse-arguments.js';
import { languageOf, styleOf } from './terminal/style.js';
import type { Terminal } from './terminal/terminal.js';
import { useCases as realUseCases, type UseCases } from './use-cases.js';
import { print, tolerateFailures, write } from './terminal/write.js';

const usageCode = 2;
/** `EX_SOFTWARE` of sysexits.h: no exit code of a run. */
const bugCode = 70;

/** Does what a command line asks for and resolves to the exit code. Never rejects. */
export async function main(
  words: readonly string[],
  terminal: Terminal,
  useCases: UseCases = realUseCases,
): Promise<number> {
  tolerateFailures(terminal.stdout);
  tolerateFailures(terminal.stderr);
  let language = languageAskedFor(words) ?? languageOf(terminal.env);
  try {
    return await run(words, { terminal, useCases, onLanguage: (configured) => (language = configured) });
  } catch (error) {
    if (!(error instanceof SetupError)) return reportBug(error, terminal);
    await write(terminal.stderr, listProblems(error.problems, language)).catch(() => undefined);
    return usageCode;
  }
}

/**
 * The language asked for by `--lang ja` or `--lang=ja`, the last of several: known even if the rest of the arguments is wrong.
 */
function languageAskedFor(words: readonly string[]): Language | undefined {
  const asked = words.flatMap((word, at) =>
    word === '--lang' ? [words[at + 1]] : word.startsWith('--lang=') ? [word.slice('--lang='.length)] : [],
  );
  return languages.find((language) => language === asked.at(-1));
}

type Surroundings = Pick<Invocation, 'terminal' | 'useCases' | 'onLanguage'>;

async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  const { width } = styleOf(terminal.stdout, terminal.env);
  const nothing = words.length === 0;
  const request = parseArguments(nothing ? ['--help'] : words, Object.values(commands), { version, width });
  switch (request.kind) {
    case 'mistake':
      throw new SetupError(request.problems);
    case 'text':
      await (nothing ? write(terminal.stderr, request.text) : print(terminal.stdout, request.text));
      return nothing ? usageCode : 0;
    case 'command':
      return request.command.run({ ...request, ...surroundings });
  }
}

function listProblems(problems: readonly Problem[], language: Language): string {
  return problems
    .map(
      (problem) =>
        (problem.place.file === undefined ? 'playbook-health: ' : '') + describeProblemIn(language, problem),
    )
    .map((line) => `${line}\n`)
    .join('');
}

async function reportBug(error: unknown, { stderr }: Terminal): Promise<number> {
  const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const text = `playbook-health ${version} failed. This is a bug: please report it with what follows.\n${story}\n`;
  await write(stderr, text).catch(() => undefined);
  return bugCode;
}
