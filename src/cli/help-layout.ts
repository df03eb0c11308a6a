import type { Help } from 'commander';

/** Columns that a description needs beside its term; in narrower terminals it stands below. */
const leastBeside = 40;
const indent = ' '.repeat(6);

/** One option or command of the help, no wider than the terminal and broken between words only. */
function formatItem(term: string, termWidth: number, description: string, helper: Help): string {
  const width = helper.helpWidth ?? 80;
  const beside = width - termWidth - 4;
  if (description === '') return `  ${term}`;
  if (beside < leastBeside)
    return [term, ...helper.boxWrap(description, width - indent.length).split('\n')]
      .map((line, row) => (row === 0 ? `  ${line}` : `${indent}${line}`))
      .join('\n');
  return helper
    .boxWrap(description, beside)
    .split('\n')
    .map((line, row) => `  ${(row === 0 ? term : '').padEnd(termWidth)}  ${line}`)
    .join('\n');
}

/** How commander lays out help: by itself it does not wrap where there is little room beside the options. */
export const helpLayout = { minWidthToWrap: 20, formatItem };
