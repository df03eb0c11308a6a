import type { HeadsUpFormats } from '../../app/formats/heads-up-formats.js';
import type { HeadsUp } from '../../model/change.js';
import type { Problem } from '../../model/problem.js';
import { nameChangedFiles } from './name-files.js';
import { renderInto, tryToWrite } from './output-file.js';
import { outputProblems, unknownFormat } from './present.js';
import { styleOf } from '../terminal/style.js';
import type { Terminal } from '../terminal/terminal.js';
import { write } from '../terminal/write.js';

/** Why a heads-up could not be presented as asked for. Called before any work is done. */
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
  return [...unknown, ...unwritable, ...unknownFormat(format, byName)];
}

/** Where a heads-up goes. */
interface HeadsUpDestination {
  readonly files: readonly string[];
  /** What to print; `null` for nothing. */
  readonly format: string | null;
  readonly formats: HeadsUpFormats;
  readonly terminal: Terminal;
}

/** Writes a heads-up to its files and to stdout. Returns what could not be written; the rest is written all the same. */
export async function presentHeadsUp(
  found: HeadsUp,
  { files, format, formats, terminal }: HeadsUpDestination,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const headsUp = nameChangedFiles(found, terminal.cwd());
  const attempt = async (where: string, work: () => Promise<void>): Promise<void> => {
    problems.push(...(await tryToWrite({ what: 'the heads-up', where }, work)));
  };
  for (const file of files) {
    const reporter = formats.ofFile(file);
    if (reporter === null) continue;
    await attempt(file, () => renderInto(file, reporter, headsUp));
  }
  const printed = format === null ? undefined : formats.byName.get(format);
  const text = printed?.render(headsUp, styleOf(terminal.stdout, terminal.env)) ?? '';
  await attempt('stdout', () => write(terminal.stdout, text));
  return problems;
}
