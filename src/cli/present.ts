import { didYouMean } from '../kit/nearest.js';
import { systemErrorReason } from '../kit/system-error.js';
import { SetupError, type Problem } from '../model/problem.js';
import type { Report, Reporter } from '../model/report.js';
import { reportCommand } from './next-steps.js';
import { lastOf, type Given } from './options/option.js';
import { formatOption, logFileOption, quietOption } from './options/presentation.js';
import { readEarlier, writeFileWhole, writingTrouble } from './output-file.js';
import { appendStepSummary } from './step-summary.js';
import { styleOf } from './style.js';
import type { Terminal } from './terminal.js';
import type { UseCases } from './use-cases.js';
import { write } from './write.js';

/** Why a report could not be presented as asked for, found before any work is done. */
export async function presentationProblems(given: Given, useCases: UseCases): Promise<readonly Problem[]> {
  const logFile = lastOf(given, logFileOption);
  const files = logFile === undefined ? [] : await outputProblems([logFile], longLog);
  const format = lastOf(given, formatOption);
  if (format === undefined) return files;
  const { byName } = await useCases.reportFormats();
  if (byName.has(format)) return files;
  const names = [...byName.keys()];
  const hint = didYouMean(format, names, `one of ${names.join(', ')}`);
  return [...files, { place: {}, message: `there is no format "${format}"`, hint }];
}

const longLog = '--log-file';

/** Why files could not be written, found before any work is done. */
export async function outputProblems(files: readonly string[], name: string): Promise<readonly Problem[]> {
  const problems = files.map(async (file, index): Promise<readonly Problem[]> => {
    if (files.indexOf(file) < index) return [{ place: {}, message: `${name} names "${file}" twice` }];
    const trouble = await writingTrouble(file);
    return trouble === null ? [] : [{ place: {}, message: `${name} cannot write "${file}": ${trouble}` }];
  });
  return (await Promise.all(problems)).flat();
}

/** Where a report goes. */
export interface Destination {
  readonly files: readonly string[];
  /** Where the run is kept. */
  readonly store: string;
  readonly given: Given;
  readonly terminal: Terminal;
  readonly useCases: UseCases;
}

/** Writes a report to its files and to stdout. Whatever cannot be written is told, all at once, after the rest is. */
export async function present(
  report: Report,
  { files, store, given, terminal, useCases }: Destination,
): Promise<void> {
  const again = reportCommand({ store, run: report.run.id });
  const problems = await writeFiles(report, { files, store, useCases });
  const reporter = await reporterForStdout(given, useCases);
  if (reporter !== undefined) {
    const text = reporter.render(report, styleOf(terminal.stdout, terminal.env));
    await attempt(problems, again, 'stdout', () => write(terminal.stdout, text));
    if (reporter.id === 'github') await appendStepSummary(report, terminal, useCases);
  }
  if (problems.length > 0) throw new SetupError(problems);
}

/** Writes a report to files, each in the format of its ending; gives back what could not be written. */
export async function writeFiles(
  report: Report,
  { files, store, useCases }: Pick<Destination, 'files' | 'store' | 'useCases'>,
): Promise<Problem[]> {
  const again = reportCommand({ store, run: report.run.id });
  const problems: Problem[] = [];
  if (files.length === 0) return problems;
  const { ofFile } = await useCases.reportFormats();
  for (const file of files) {
    const reporter = ofFile(file);
    if (reporter === null) continue;
    await attempt(problems, again, file, async () => {
      const earlier = reporter.continues === true ? await readEarlier(file) : undefined;
      await writeFileWhole(file, reporter.render(report, { colour: false, width: null }, earlier));
    });
  }
  return problems;
}

async function reporterForStdout(given: Given, useCases: UseCases): Promise<Reporter | undefined> {
  const format = lastOf(given, formatOption) ?? (given.has(quietOption) ? undefined : 'text');
  return format === undefined ? undefined : (await useCases.reportFormats()).byName.get(format);
}

async function attempt(
  problems: Problem[],
  again: string,
  where: string,
  doWrite: () => Promise<void>,
): Promise<void> {
  try {
    await doWrite();
  } catch (error) {
    const message = `the report cannot be written: ${systemErrorReason(error)}`;
    problems.push({
      place: { file: where },
      message,
      hint: `the run is kept: ${again}`,
    });
  }
}
