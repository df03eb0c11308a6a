import type { FullConfig } from '../app/config.js';
import { SetupError } from '../model/problem.js';
import type { Invocation } from './command.js';
import { gather } from './gather.js';
import { lastOf } from './options/option.js';
import { configOption } from './options/presentation.js';
import { readSettings, type Setting } from './options/setting.js';
import { outputSetting } from './options/settings.js';
import { outputProblems, presentationProblems } from './present.js';

/** What a command brings to its configuration. */
export interface Preparation {
  readonly settings: readonly Setting[];
  /** Addresses to walk. */
  readonly seeds?: readonly string[];
  /** A configuration to use where no file is named. */
  readonly text?: string;
  /** Refuses a configuration that this command can do nothing with. Throws a `SetupError`. */
  readonly require?: (config: FullConfig, file: string | undefined) => void;
}

/**
 * The configuration of a run, after everything that the user could have got wrong was looked at: arguments, configuration,
 * and whether the reports can be written. Rejects with a `SetupError` with all of it.
 */
export async function prepare(
  { given, terminal, useCases, mistakes }: Invocation,
  { settings, seeds = [], text, require }: Preparation,
): Promise<FullConfig> {
  const { overrides, problems } = readSettings(given, settings);
  const file = lastOf(given, configOption);
  const configured = useCases.configure({
    ...(file === undefined ? {} : { file }),
    ...(text === undefined ? {} : { text }),
    environment: terminal.env,
    seeds,
    overrides,
  });
  const named = given.get(outputSetting);
  const sound = configured.then(async (config) => {
    require?.(config, file);
    const unwritable = named === undefined ? await outputProblems(config.output, '"output"') : [];
    if (unwritable.length > 0) throw new SetupError(unwritable);
    return config;
  });
  return gather(
    [...mistakes, ...problems],
    sound,
    outputProblems(named ?? [], '--output'),
    presentationProblems(given, useCases),
  );
}
