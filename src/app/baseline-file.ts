import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { Store } from '../history/store.js';
import { applyBaseline, baselineOf, baselineSchema, type Baseline } from '../memory/baseline.js';
import { SetupError } from '../model/problem.js';
import type { Report } from '../model/report.js';
import { assess, type AssessOptions } from './assess.js';
import type { FullConfig } from './config.js';
import { readKeptJson, writeKept } from './kept-file.js';

interface Holding {
  readonly config: Pick<FullConfig, 'baseline'>;
  readonly options: AssessOptions;
  /** The run has just been made, so the file may shrink. */
  readonly isTonight: boolean;
}

/** The report with what is not in the named baseline marked as new; as it is where none is named. */
export function holdAgainstBaseline(
  store: Store,
  report: Report,
  { config, options, isTonight }: Holding,
): Report {
  const named = config.baseline;
  if (named === undefined) return report;
  if (!isFile(named)) return applyBaseline(report, baselineOfRun(store, named, options)).report;
  const { report: held, shrunk } = applyBaseline(report, readBaseline(named));
  if (shrunk === null) return held;
  if (isTonight) writeBaseline(named, shrunk);
  const notice = {
    en: `The baseline ${named} named findings that are gone${isTonight ? ': it has been shortened, so commit it' : ''}.`,
    ja: `ベースライン ${named} に、解消済みのものがありました${isTonight ? '。短くしたので、コミットしてください' : ''}。`,
  };
  return { ...held, notices: [...(held.notices ?? []), notice[report.language]] };
}

/** Writes a baseline so that its differences read well. Throws a `SetupError` if it cannot. */
export function writeBaseline(file: string, baseline: Baseline): void {
  writeKept(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** What a named baseline could be wrong in is found before anything is fetched. */
export function checkBaseline(store: Store, named: string | undefined): void {
  if (named === undefined) return;
  if (isFile(named)) readBaseline(named);
  else store.open(named).close();
}

function isFile(named: string): boolean {
  return extname(named) === '.json' || /[\\/]/.test(named) || existsSync(named);
}

function readBaseline(file: string): Baseline {
  const baseline = readKeptJson(file, baselineSchema);
  if (baseline !== null) return baseline;
  const message = existsSync(file) ? 'is no baseline of this tool' : 'there is no such baseline';
  throw new SetupError([
    { place: { file }, message, hint: `write one with: playbook-health baseline ${file}` },
  ]);
}

function baselineOfRun(store: Store, id: string, options: AssessOptions): Baseline {
  const snapshot = store.open(id);
  try {
    return baselineOf(assess(snapshot, options).report);
  } finally {
    snapshot.close();
  }
}
