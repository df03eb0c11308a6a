import type { FullConfig } from '../app/config.js';
import type { Problem } from '../model/problem.js';
import { languages, type Language } from '../model/text.js';
import type { Invocation } from './command.js';
import { gather } from './gather.js';
import { lastOf, type Given } from './options/option.js';
import { configOption } from './options/presentation.js';
import { readSettings, type Setting } from './options/setting.js';
import { languageSetting, outputSetting } from './options/settings.js';
import { writingTrouble } from './output-file.js';
import { outputProblems, presentationProblems } from './present.js';
import { languageOf } from './style.js';

/** What a command brings to its configuration. */
export interface Preparation {
  readonly settings: readonly Setting[];
  /** Addresses to walk. */
  readonly seeds?: readonly string[];
  /** A configuration to use where no file is named. */
  readonly text?: string;
  /** Refuses a configuration that this command can do nothing with. Throws a `SetupError`. */
  readonly require?: (config: FullConfig, file: string | undefined) => void;
  /** What is wrong with arguments that partners give, in the language they asked for. */
  readonly check?: (language: Language) => readonly Problem[];
}

/**
 * The configuration of a run, after everything that the user could have got wrong was looked at: arguments, configuration,
 * and whether the reports can be written. Rejects with a `SetupError` with all of it.
 */
export async function prepare(
  { given, terminal, useCases, mistakes, onLanguage }: Invocation,
  { settings, seeds = [], text, require, check = () => [] }: Preparation,
): Promise<FullConfig> {
  const { overrides, problems } = readSettings(given, settings);
  const file = lastOf(given, configOption);
  const named = given.get(outputSetting);
  const configured = useCases.configure({
    ...(file === undefined ? {} : { file }),
    ...(text === undefined ? {} : { text }),
    environment: terminal.env,
    seeds,
    overrides,
    ...(named === undefined ? { writingTrouble } : {}),
  });
  const sound = configured.then((config) => {
    require?.(config, file);
    return config;
  });
  const asked = configured.then(
    ({ language }) => {
      if (language !== undefined) onLanguage(language);
      return language;
    },
    () => languageGiven(given),
  );
  return gather(
    [...mistakes, ...problems],
    sound,
    asked.then((language = languageOf(terminal.env)) => check(language)),
    outputProblems(named ?? [], '--output'),
    presentationProblems(given, useCases),
  );
}

/** What the arguments alone ask for, where the configuration is of no use. */
function languageGiven(given: Given): Language | undefined {
  return languages.find((known) => known === lastOf(given, languageSetting));
}
