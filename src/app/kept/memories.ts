import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Store } from '../../store/store.js';
import { systemErrorReason } from '../../kit/trouble/system-error.js';
import { SetupError } from '../../model/problem.js';
import { addNotices, type Report } from '../../model/report.js';
import type { Text } from '../../model/text.js';
import { readKeptJson } from './file.js';
import { keptLedgers } from './ledger.js';
import { keptTallies } from './trend.js';
import { keptUndelivered } from './undelivered.js';

/** What the store remembers besides its runs. */
const memories = [keptLedgers, keptTallies, keptUndelivered];

/** Throws a `SetupError` if a newer version keeps what is remembered: to write it would lose what that knows. */
export function checkMemories(store: Store): void {
  const problems = memories.flatMap(({ name, version }) => {
    const file = join(store.directory, name);
    const newer = readKeptJson(file, z.object({ version: z.int().gt(version) }));
    if (newer === null) return [];
    const message = `was written by a newer version (${newer.version}, this one knows ${version})`;
    return [{ place: { file }, message, hint: 'update this tool, or choose another folder with --store' }];
  });
  if (problems.length > 0) throw new SetupError(problems);
}

/** Gives a damaged file another name, so that nothing is written over it; gives its name. Throws a `SetupError` if it cannot. */
export function setAsideDamaged(store: Store): readonly string[] {
  const files = memories
    .map(({ name, schema }) => ({ file: join(store.directory, name), schema }))
    .filter(({ file, schema }) => existsSync(file) && readKeptJson<unknown>(file, schema) === null)
    .map(({ file }) => file);
  for (const file of files) {
    try {
      renameSync(file, asideOf(file));
    } catch (error) {
      const message = `is damaged, and cannot be set aside: ${systemErrorReason(error)}`;
      throw new SetupError([{ place: { file }, message }]);
    }
  }
  return files;
}

/** The report with a word on what was set aside. */
export function noticeDamage(report: Report, files: readonly string[]): Report {
  return files.length === 0 ? report : addNotices(report, files.map(describeDamage));
}

function describeDamage(file: string): Text {
  return {
    en: `${file} was damaged, so what it told of earlier runs is not known: it is kept as ${asideOf(file)}.`,
    ja: `${file} が破損していたため、以前の巡回についての記録は不明です。${asideOf(file)} として残しています。`,
  };
}

function asideOf(file: string): string {
  return `${file}.damaged`;
}
