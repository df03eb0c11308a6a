import type { KeptFile } from '../app/configure.js';
import type { FullConfig } from '../app/context/config.js';
import { SetupError, type Problem } from '../model/problem.js';
import { languages, type Language } from '../model/text.js';
import type { Invocation } from './command.js';
import { lastOf, type Given } from './options/option.js';
import { configOption } from './options/presentation.js';
import { readSettings, type Setting } from './options/setting.js';
import { languageSetting, outputSetting } from './options/settings.js';
import { writingTrouble } from './output/output-file.js';
import { outputProblems, presentationProblems } from './output/present.js';
import { languageOf } from './terminal/style.js';

/** What a command adds to its configuration. */
export interface Preparation {
  readonly settings: readonly Setting[];
  /** Addresses to walk. */
  readonly seeds?: readonly string[];
  /** The text of a configuration, to use where no file is named. */
  readonly text?: string;
  /** What other commands write and this one reads: if the configuration names it, it has to be there. */
  readonly needed?: readonly KeptFile[] | undefined;
  /** Why this command cannot work with a configuration. */
  readonly require?: (config: FullConfig, file: string | undefined) => readonly Problem[];
  /**
   * Rejects with a `SetupError` for what the work itself would refuse. Called if something else is wrong, to report everything at
   * once.
   */
  readonly foresee?: (config: FullConfig) => Promise<unknown>;
  /** Mistakes in arguments that partners give, in the language they asked for. */
  readonly check?: (language: Language) => readonly Problem[];
}

/** A configuration that says in which language to speak. */
export interface Prepared extends FullConfig {
  readonly language: Language;
}

const nothing = (): readonly Problem[] => [];
const agree = (): Promise<void> => Promise.resolve();

/**
 * The configuration of a run, after a look at everything that the user can get wrong: arguments, configuration, and whether the
 * reports can be written. Rejects with a `SetupError` that has all of it.
 */
export async function prepare(
  { given, terminal, useCases, mistakes, onLanguage }: Invocation,
  { settings, seeds = [], text, needed, require = nothing, foresee = agree, check = nothing }: Preparation,
): Promise<Prepared> {
  const { overrides, problems } = readSettings(given, settings);
  const file = lastOf(given, configOption);
  const named = given.get(outputSetting);
  const [{ config, problems: misconfigured, unreadable }, unwritable, unpresentable] = await Promise.all([
    useCases.configure({
      ...(file === undefined ? {} : { file }),
      ...(text === undefined ? {} : { text }),
      environment: terminal.env,
      seeds,
      overrides,
      needed,
      ...(named === undefined ? { writingTrouble } : {}),
    }),
    outputProblems(named ?? [], '--output'),
    presentationProblems(given, useCases),
  ]);
  const asked = config === null ? languageGiven(given) : config.language;
  if (asked !== undefined) onLanguage(asked);
  const language = asked ?? languageOf(terminal.env);
  const wrong = [
    ...mistakes,
    ...problems,
    ...misconfigured,
    ...(config === null ? [] : require(config, file)),
    ...check(language),
    ...unwritable,
    ...unpresentable,
  ];
  if (config === null) throw new SetupError(wrong);
  if (wrong.length === 0) return { ...config, language };
  const foreseen = await mistakesOf(foresee(config));
  const isTold = ({ place }: Problem): boolean => unreadable.some((file) => file === place.file);
  throw new SetupError([...wrong, ...foreseen.filter((problem) => !isTold(problem))]);
}

/** The problems for which work rejects; none if it can be done. */
async function mistakesOf(work: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof SetupError) return error.problems;
    throw error;
  }
}

/** The language that the arguments ask for, for when the configuration cannot be used. */
function languageGiven(given: Given): Language | undefined {
  return languages.find((known) => known === lastOf(given, languageSetting));
}
