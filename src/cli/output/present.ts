import { didYouMean } from '../../kit/text/nearest.js';
import { SetupError, type Problem } from '../../model/problem.js';
import type { Report, Reporter } from '../../model/report.js';
import { reportCommand } from './next-steps.js';
import { lastOf, longName, type Given } from '../options/option.js';
import { formatOption, logFileOption, quietOption } from '../options/presentation.js';
import { renderInto, tryToWrite, writingTrouble } from './output-file.js';
import { appendStepSummary } from './step-summary.js';
import { styleOf } from '../terminal/style.js';
import type { Terminal } from '../terminal/terminal.js';
import type { UseCases } from '../use-cases.js';
import { write } from '../terminal/write.js';

/** Why a report could not be presented as asked for. Called before any work is done. */
export async function presentationProblems(given: Given, useCases: UseCases): Promise<readonly Problem[]> {
  const logFile = lastOf(given, logFileOption);
  const files = logFile === undefined ? [] : await outputProblems([logFile], longName(logFileOption));
  const format = lastOf(given, formatOption);
  if (format === undefined) return files;
  return [...files, ...unknownFormat(format, (await useCases.reportFormats()).byName)];
}

/** That no format has this name; nothing if one has, or if none is asked for. */
export function unknownFormat(
  format: string | null,
  byName: ReadonlyMap<string, unknown>,
): readonly Problem[] {
  if (format === null || byName.has(format)) return [];
  const names = [...byName.keys()];
  const hint = didYouMean(format, names, `one of ${names.join(', ')}`);
  return [{ place: {}, message: `there is no format "${format}"`, hint }];
}

/** Why files could not be written. Called before any work is done; `name` is the option that names them. */
export async function outputProblems(files: readonly string[], name: string): Promise<readonly Problem[]> {
  const problems = files.map(async (file, index): Promise<readonly Problem[]> => {
    if (files.indexOf(file) < index) return [{ place: {}, message: `${name} names "${file}" twice` }];
    const trouble = await writingTrouble(file);
    return trouble === null ? [] : [{ place: {}, message: `${name} cannot write "${file}": ${trouble}` }];
  });
  return (await Promise.all(problems)).flat();
}

/** Where a report goes. */
export interface Delivery {
  readonly files: readonly string[];
  /** Where the run is kept. */
  readonly store: string;
  readonly given: Given;
  readonly terminal: Terminal;
  readonly useCases: UseCases;
}

/**
 * Writes a report to its files and to stdout. Rejects with a `SetupError` that has everything that could not be written, after
 * the rest is.
 */
export async function present(
  report: Report,
  { files, store, given, terminal, useCases }: Delivery,
): Promise<void> {
  const problems = [...(await writeFiles(report, { files, store, useCases }))];
  const reporter = await reporterForStdout(given, useCases);
  if (reporter !== undefined) {
    const text = reporter.render(report, styleOf(terminal.stdout, terminal.env));
    const how = { what: 'the report', where: 'stdout', hint: howToGoOn(store, report) };
    problems.push(...(await tryToWrite(how, () => write(terminal.stdout, text))));
    if (reporter.id === 'github') await appendStepSummary(report, terminal, useCases);
  }
  if (problems.length > 0) throw new SetupError(problems);
}

/** Writes a report to files, each in the format of its ending; returns what could not be written. */
export async function writeFiles(
  report: Report,
  { files, store, useCases }: Pick<Delivery, 'files' | 'store' | 'useCases'>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  if (files.length === 0) return problems;
  const { ofFile } = await useCases.reportFormats();
  for (const file of files) {
    const reporter = ofFile(file);
    if (reporter === null) continue;
    const how = { what: 'the report', where: file, hint: howToGoOn(store, report) };
    problems.push(...(await tryToWrite(how, () => renderInto(file, reporter, report))));
  }
  return problems;
}

function howToGoOn(store: string, { run }: Report): string {
  return `the run is kept: ${reportCommand({ store, run: run.id })}`;
}

async function reporterForStdout(given: Given, useCases: UseCases): Promise<Reporter | undefined> {
  const format = lastOf(given, formatOption) ?? (given.has(quietOption) ? undefined : 'text');
  return format === undefined ? undefined : (await useCases.reportFormats()).byName.get(format);
}
