import { extname } from 'node:path';
import * as reporters from '../reports/heads-up/all.js';
import type { HeadsUpReporter } from '../reports/heads-up/reporter.js';

export type { HeadsUpReporter };

/** The forms of a heads-up by the name after `--format`. */
export const headsUpFormats: ReadonlyMap<string, HeadsUpReporter> = new Map(
  Object.values(reporters).map((reporter) => [reporter.id, reporter]),
);

/** The form of a heads-up that a file's ending chooses; `null` if none does. */
export function headsUpFormatOfFile(file: string): HeadsUpReporter | null {
  const ending = extname(file).toLowerCase();
  return Object.values(reporters).find((reporter) => reporter.endings.includes(ending)) ?? null;
}
