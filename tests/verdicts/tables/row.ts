import type { RuleOptions } from '../../../src/verdicts/define.js';
import type { ServedAnswer } from '../../support/answers.js';

/** One answer, what else the run saw, and exactly what the rules say of the first. */
export interface Row {
  readonly when: string;
  readonly serve: readonly ServedAnswer[];
  /** Ids of the rules that speak, the gravest first; empty for plainly healthy. */
  readonly says: readonly string[];
  readonly options?: RuleOptions;
}

/** Rows by the rule they are about: those that do not name it in `says` are its traps. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

export const hub = 'https://hub.example';

/** A page with a title, a first heading and a text. */
export function html(title: string, heading = title, text = '', extra = ''): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><h1>${heading}</h1><p>${text}</p>${extra}</body></html>`;
}

/** A text too long for an error message. */
export const long = 'Plan the rollout, name the owners and tell the customer what changes when. '.repeat(30);

export function row(when: string, says: string | readonly string[], ...serve: readonly ServedAnswer[]): Row {
  return { when, serve, says: typeof says === 'string' ? says.split(' ').filter((id) => id !== '') : says };
}
