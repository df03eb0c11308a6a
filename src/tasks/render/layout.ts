import { styleText } from 'node:util';
import { columnsOf, padEndColumns, truncateColumns, wrapColumns } from '../../kit/text/display-width.js';
import { visible } from '../../kit/escape/visible.js';
import type { Style } from '../../model/report.js';
import { stateWords, type DocumentState } from '../../model/task-report.js';
import type { Language } from '../../model/text.js';

/** How answers look, and in which language they are. */
export interface TaskStyle extends Style {
  readonly language: Language;
}

const formats = {
  available: 'green',
  'older-version': 'yellow',
  'other-language': 'yellow',
  'sign-in': 'yellow',
  'not-checked': 'yellow',
  elsewhere: 'yellow',
  'possibly-renamed': 'yellow',
  missing: 'red',
  broken: 'red',
} as const satisfies Readonly<Record<DocumentState, Parameters<typeof styleText>[0]>>;

/** The state's colour on a text, where colours are wanted. */
function paintState(state: DocumentState, text: string, { colour }: Style): string {
  return colour ? styleText(formats[state], text, { validateStream: false }) : text;
}

/** Columns to use where there is no terminal. */
const usualWidth = 100;

/** One cell; `state` colours it after it is padded. */
export interface LayoutCell {
  readonly text: string;
  readonly state?: DocumentState;
  /** Whether it must not be cut, as states must not. */
  readonly whole?: boolean;
}

const gap = '  ';
/** The columns that at least remain of a text that is cut. */
const leastOfText = 12;

/**
 * Rows with aligned columns, each as wide as its widest cell. If that is too wide for the terminal, the widest columns are cut,
 * but for cells that must not be: `null` if there is no room for those. A file or a pipe has room for everything. The first row
 * is the header.
 */
export function layOut(rows: readonly (readonly LayoutCell[])[], style: Style): string | null {
  const shown = rows.map((row) => row.map((cell) => ({ ...cell, text: visible(cell.text) })));
  const widths = fitColumns(shown, style.width ?? Infinity);
  if (widths === null) return null;
  return shown
    .map((row) =>
      row
        .map(({ text, state }, at) => {
          const width = widths[at] ?? 0;
          const cut = truncateColumns(text, width);
          const padded = at === row.length - 1 ? cut : padEndColumns(cut, width);
          return state === undefined ? padded : paintState(state, padded, style);
        })
        .join(gap)
        .trimEnd(),
    )
    .join('\n');
}

function fitColumns(rows: readonly (readonly LayoutCell[])[], width: number): readonly number[] | null {
  const widths: number[] = [];
  const least: number[] = [];
  for (const row of rows)
    for (const [at, { text, state, whole = state !== undefined }] of row.entries()) {
      const own = columnsOf(text);
      widths[at] = Math.max(widths[at] ?? 0, own);
      least[at] = Math.max(least[at] ?? 0, whole ? own : Math.min(own, leastOfText));
    }
  const room = width - gap.length * (widths.length - 1);
  if (least.reduce((sum, one) => sum + one, 0) > room) return null;
  for (let over = widths.reduce((sum, one) => sum + one, 0) - room; over > 0; over--) {
    const spare = widths.map((own, at) => (own > (least[at] ?? 0) ? own : 0));
    const widest = spare.indexOf(Math.max(...spare));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

/** A text over as many lines as it needs, each after `indent`. */
export function indented(text: string, indent: string, style: Style): string {
  return wrapColumns(visible(text), Math.max(20, (style.width ?? usualWidth) - columnsOf(indent)))
    .map((part) => `${indent}${part}`)
    .join('\n');
}

/** An address on one line, however narrow the terminal: broken in two it could not be copied. */
export function unbroken(url: string, indent: string): string {
  return `${indent}${visible(url)}`;
}

/** `Label: state`, the state on a line of its own where both are too wide. */
export function labelled(label: string, state: DocumentState, indent: string, style: TaskStyle): string {
  const text = stateWords[state][style.language];
  const isNarrow = columnsOf(`${indent}${visible(label)}: ${text}`) > (style.width ?? usualWidth);
  const painted = paintState(state, text, style);
  return isNarrow
    ? `${indented(`${label}:`, indent, style)}\n${indent}${indent}${painted}`
    : `${indent}${visible(label)}: ${painted}`;
}

/** Parts with a dot between them, over as many lines as they need; no part is broken. */
export function inARow(parts: readonly string[], style: Style): string {
  const width = style.width ?? usualWidth;
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1) ?? ''} · ${part}`;
    if (lines.length > 0 && columnsOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.join('\n');
}
