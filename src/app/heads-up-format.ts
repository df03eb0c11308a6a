import { extname } from 'node:path';
import * as reporters from '../reports/heads-up/all.js';
import type { HeadsUpReporter } from '../reports/heads-up/reporter.js';

/** The forms of a heads-up. */
export interface HeadsUpForms {
  /** By the name after `--format`. */
  readonly byName: ReadonlyMap<string, HeadsUpReporter>;
  /** By a file's ending; `null` if none goes by it. */
  readonly ofFile: (file: string) => HeadsUpReporter | null;
}

const all: readonly HeadsUpReporter[] = Object.values(reporters);

/** Every form there is. */
export const headsUpForms: HeadsUpForms = {
  byName: new Map(all.map((reporter) => [reporter.id, reporter])),
  ofFile: (file) => {
    const ending = extname(file).toLowerCase();
    return all.find(({ endings }) => endings.includes(ending)) ?? null;
  },
};
