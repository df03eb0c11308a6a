import { styleText } from 'node:util';
import type { Style } from '../../model/report.js';
import type { State } from '../../model/verdict.js';

type Format = Parameters<typeof styleText>[0];

/** Colours the text where colours are wanted. */
export type Paint = (format: Format, text: string) => string;

/** How a state looks. The marks are one column wide in every terminal, East Asian ones too. */
export const looks = {
  broken: { mark: '✖', format: 'red' },
  'not-checked': { mark: '?', format: 'yellow' },
  redirected: { mark: '➜', format: 'cyan' },
  healthy: { mark: '✔', format: 'green' },
} as const satisfies Readonly<Record<State, { readonly mark: string; readonly format: Format }>>;

/** Whether to colour is decided by the style alone: newer Node versions would ask the terminal. */
export function createPaint({ colour }: Style): Paint {
  return (format, text) =>
    colour && text !== '' ? styleText(format, text, { validateStream: false }) : text;
}
