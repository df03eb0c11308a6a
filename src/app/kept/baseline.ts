import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { Store } from '../../store/store.js';
import { applyBaseline, baselineOf, baselineSchema, type Baseline } from '../../history/baseline.js';
import { SetupError } from '../../model/problem.js';
import { addNotices, type Finding, type Report } from '../../model/report.js';
import type { Sight } from '../../model/sight.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Text } from '../../model/text.js';
import { nameReach } from '../runs/same-walk.js';
import { readKeptJson, writeKept } from './file.js';

/** What the configuration names to compare with: a file, or a run of the store, by its id. */
export interface NamedBaseline {
  readonly name: string;
  readonly isFile: boolean;
  readonly baseline: Baseline;
}

/** Reads what a configuration names; a run is assessed first. Throws a `SetupError` if it does not exist. */
export function openNamedBaseline(
  store: Store,
  name: string,
  assess: (snapshot: Snapshot) => Report,
): NamedBaseline {
  if (isFile(name)) return { name, isFile: true, baseline: readBaseline(name) };
  return { name, isFile: false, baseline: baselineOfRun(store, name, assess) };
}

/** A run that is held against a baseline, and what it saw. */
interface HeldRun {
  /** Names the seeds and the scope of the run. */
  readonly reach: string;
  readonly stateOf: Sight['stateOf'];
  /** Whether the run read all pages, and none led to an address. */
  readonly isMissed: (url: string) => boolean;
  /** Pages that are missing: one that was not when the baseline was written may have led to what it names. */
  readonly missing: ReadonlySet<string>;
  /** The run is the latest that was made, so a file may lose what is gone. */
  readonly mayShrink: boolean;
}

/** The report with what is not in a named baseline marked as new; its file loses what is gone. */
export function holdAgainst(
  report: Report,
  named: NamedBaseline | null,
  { reach, stateOf, isMissed, missing, mayShrink }: HeldRun,
): Report {
  if (named === null) return report;
  const { name, isFile, baseline } = named;
  const isAlike = baseline.walk === reach;
  const listed = new Set(baseline.findings.map(({ url }) => url));
  const isKnown = ({ url, evidence }: Finding): boolean =>
    listed.has(url) || !missing.has(evidence.finalUrl ?? url);
  const canMiss = isAlike && report.findings.every(isKnown);
  const { report: held, shrunk } = applyBaseline(report, baseline, {
    stateOf: (url) => {
      const state = stateOf(url);
      if (state === 'opens') return state;
      return (isAlike && state === 'absent') || (canMiss && isMissed(url)) ? 'absent' : 'unknown';
    },
  });
  if (!isFile) return held;
  return addNotices(held, [
    ...(isAlike ? [] : [ofAnotherWalk(name)]),
    ...(shrunk === null ? [] : [mayShrink ? shorten(name, shrunk) : overlong(name)]),
  ]);
}

/** Writes a baseline so that its differences read well. Throws a `SetupError` if it cannot. */
export function writeBaseline(file: string, baseline: Baseline): void {
  writeKept(file, `${JSON.stringify(baseline, null, 2)}\n`);
}

/** Finds mistakes in a named baseline before anything is fetched. */
export function checkBaseline(store: Store, named: string | undefined): void {
  if (named === undefined) return;
  if (isFile(named)) readBaseline(named);
  else store.open(named).close();
}

/** Gives a word on it. That something was repaired is no reason to withhold a report. */
function shorten(file: string, shrunk: Baseline): Text {
  try {
    writeBaseline(file, shrunk);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return overlong(file, error.problems[0]?.message);
  }
  return {
    en: `The baseline ${file} named findings that are gone: it has been shortened, so commit it.`,
    ja: `ベースライン ${file} に、解消済みのものがありました。短くしたので、コミットしてください。`,
  };
}

function overlong(file: string, trouble?: string): Text {
  return {
    en: `The baseline ${file} named findings that are gone${trouble === undefined ? '' : `, but it ${trouble}`}.`,
    ja: `ベースライン ${file} に、解消済みのものがありました${trouble === undefined ? '' : `が、書き込めませんでした (${trouble})`}。`,
  };
}

function ofAnotherWalk(file: string): Text {
  return {
    en: `The baseline ${file} does not come from a walk from these seeds with this scope, or is of an older version: what this walk does not come across stays in it.`,
    ja: `ベースライン ${file} は、この起点と範囲の巡回で作成されたものではないか、旧版のものです。今回の巡回で見つからないものは残しています。`,
  };
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

function baselineOfRun(store: Store, id: string, assess: (snapshot: Snapshot) => Report): Baseline {
  const snapshot = store.open(id);
  try {
    return baselineOf(assess(snapshot), nameReach(snapshot.run));
  } finally {
    snapshot.close();
  }
}
