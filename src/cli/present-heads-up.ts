import type { HeadsUpFormats } from '../app/formats/heads-up-formats.js';
import { didYouMean } from '../kit/nearest.js';
import { systemErrorReason } from '../kit/system-error.js';
import type { HeadsUp } from '../model/change.js';
import type { Problem } from '../model/problem.js';
import { readEarlier, writeFileWhole } from './output-file.js';
import { outputProblems } from './present.js';
import { styleOf } from './style.js';
import type { Terminal } from './terminal.js';
import { write } from './write.js';

/** Why a heads-up could not be presented as asked for, found before any work is done. */
export async function headsUpProblems(
  files: readonly string[],
  format: string | null,
  { byName, endings, ofFile }: HeadsUpFormats,
): Promise<readonly Problem[]> {
  const unknown = files
    .filter((file) => ofFile(file) === null)
    .map((file) => ({
      place: {},
      message: `--output names "${file}", whose ending no format goes by`,
      hint: `one of ${endings.join(' ')}`,
    }));
  const unwritable = await outputProblems(files, '--output');
  if (format === null || byName.has(format)) return [...unknown, ...unwritable];
  const names = [...byName.keys()];
  const hint = didYouMean(format, names, `one of ${names.join(', ')}`);
  return [...unknown, ...unwritable, { place: {}, message: `there is no format "${format}"`, hint }];
}

/** Where a heads-up goes. */
interface HeadsUpDestination {
  readonly files: readonly string[];
  /** What to print; `null` for nothing. */
  readonly format: string | null;
  readonly formats: HeadsUpFormats;
  readonly terminal: Terminal;
}

/** Writes a heads-up to its files and to stdout. What cannot be written is told when the rest is. */
export async function presentHeadsUp(
  headsUp: HeadsUp,
  { files, format, formats, terminal }: HeadsUpDestination,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const attempt = async (where: string, doWrite: () => Promise<void>): Promise<void> => {
    try {
      await doWrite();
    } catch (error) {
      const message = `the heads-up cannot be written: ${systemErrorReason(error)}`;
      problems.push({ place: { file: where }, message });
    }
  };
  for (const file of files) {
    const reporter = formats.ofFile(file);
    if (reporter === null) continue;
    await attempt(file, async () => {
      const earlier = reporter.continues === true ? await readEarlier(file) : undefined;
      await writeFileWhole(file, reporter.render(headsUp, { colour: false, width: null }, earlier));
    });
  }
  const printed = format === null ? undefined : formats.byName.get(format);
  const text = printed?.render(headsUp, styleOf(terminal.stdout, terminal.env)) ?? '';
  await attempt('stdout', () => write(terminal.stdout, text));
  return problems;
}
