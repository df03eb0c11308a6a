import { extname } from 'node:path';
import type { Reporter } from '../model/report.js';
import { reporters } from './reporters.js';

/** The reporters by the name after `--format`. */
export const formats: ReadonlyMap<string, Reporter> = new Map(
  Object.values(reporters).map((reporter) => [reporter.id, reporter]),
);

/** The file endings that choose a format, with the dot. */
export const endings: readonly string[] = Object.values(reporters).flatMap((reporter) => reporter.endings);

/** The reporter that a file's ending chooses; `null` if none does. */
export function formatOfFile(file: string): Reporter | null {
  const ending = extname(file).toLowerCase();
  return Object.values(reporters).find((reporter) => reporter.endings.includes(ending)) ?? null;
}
