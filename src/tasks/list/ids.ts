import { parseTaskId } from '../../model/task.js';

const remark = /(?<=[\d０-９])\s*(?:[(（[［【](?!\s*[\d０-９]{3})[^)）\]］】\n]{1,20}[)）\]］】]|[※*＊])/g;

/** A range that a sheet breaks across lines: `4106`, `～`, `4108`. */
const brokenWave = /\s*([~～〜])\s*/g;

/** The ids in a cell, each once. It may name several tasks, `4122, 4123` or `4106～4108`, with remarks: `4122（新規）`, `4122※`. */
export function idsOf(text: string): readonly string[] {
  const spans = spansOf(text);
  return spans.every((span) => span !== null) ? [...new Set(spans.flatMap(idsFrom))] : [];
}

/** Whether a cell names tasks, and nothing else. */
export function namesTasks(text: string): boolean {
  const spans = spansOf(text);
  return spans.length > 0 && !spans.includes(null);
}

/** A range from the first id to the last, which have the same number of digits. */
interface Span {
  readonly first: string;
  readonly count: number;
}

function spansOf(text: string): readonly (Span | null)[] {
  return text
    .replace(remark, '')
    .replace(brokenWave, '$1')
    .split(/[,、;；/\n]|\s+(?:&|and)\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const id = parseTaskId(part);
      return id === null ? rangeOf(part) : { first: id, count: 1 };
    });
}

/** The most ids of a range: a typing error must not create thousands of tasks. */
export const mostInRange = 100;

const range = /^(.*\d)\s*(?:[~\p{Pd}−─ー]|から|to|through)\s*(\D*\d+)\s*(?:まで)?$/iu;

/** Reads a range of at most a hundred ids, from the lower to the higher; `null` if it is none. */
function rangeOf(text: string): Span | null {
  const [, lower, higher] = range.exec(text.slice(0, 64).normalize('NFKC')) ?? [];
  const first = parseTaskId(lower ?? '');
  const last = parseTaskId(higher ?? '');
  if (first === null || last?.length !== first.length) return null;
  const count = Number(last) - Number(first) + 1;
  return count < 2 || count > mostInRange ? null : { first, count };
}

function idsFrom({ first, count }: Span): readonly string[] {
  return Array.from({ length: count }, (_, at) => `${Number(first) + at}`.padStart(first.length, '0'));
}

/** Whether it could also be an id of another kind, `100-101`: it counts as a range only in a column that otherwise holds ids. */
export function isHyphenated(text: string): boolean {
  return /^\d+\s*[-‐-―−]\s*\d+$/.test(text.normalize('NFKC').trim());
}
