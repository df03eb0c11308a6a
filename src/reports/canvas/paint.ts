import { styleText } from 'node:util';
import type { Style } from '../../model/report.js';
import type { State } from '../../model/verdict.js';

type Format = Parameters<typeof styleText>[0];

/** Colours the text where colours are wanted. */
export type Paint = (format: Format, text: string) => string;

/** The mark and colour of a state. The marks are one column wide in every terminal, also in East Asian ones. */
export const looks = {
  broken: { mark: '✖', format: 'red' },
  'not-checked': { mark: '?', format: 'yellow' },
  redirected: { mark: '➜', format: 'cyan' },
  healthy: { mark: '✔', format: 'green' },
} as const satisfies Readonly<Record<State, { readonly mark: string; readonly format: Format }>>;

/** A painter. Only the style decides whether to colour: newer Node versions would ask the terminal. */
export function createPaint({ colour }: Style): Paint {
  return (format, text) =>
    colour && text !== '' ? styleText(format, text, { validateStream: false }) : text;
}
