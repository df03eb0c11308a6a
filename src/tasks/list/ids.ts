import { readTaskSpan, taskIdsIn, type TaskSpan } from '../../model/task-span.js';

const remark = /(?<=[\d０-９])\s*(?:[(（[［【](?!\s*[\d０-９]{3})[^)）\]］】\n]{1,20}[)）\]］】]|[※*＊])/g;

/** A range that a sheet breaks across lines: `4106`, `～`, `4108`. */
const brokenWave = /\s*([~～〜])\s*/g;

/** The ids in a cell, each once. It may name several tasks, `4122, 4123` or `4106～4108`, with remarks: `4122（新規）`, `4122※`. */
export function idsOf(text: string): readonly string[] {
  const spans = spansOf(text);
  return spans.every((span) => span !== null) ? [...new Set(spans.flatMap(taskIdsIn))] : [];
}

/** Whether a cell names tasks, and nothing else. */
export function namesTasks(text: string): boolean {
  const spans = spansOf(text);
  return spans.length > 0 && !spans.includes(null);
}

function spansOf(text: string): readonly (TaskSpan | null)[] {
  return text
    .replace(remark, '')
    .replace(brokenWave, '$1')
    .split(/[,、;；/\n]|\s+(?:&|and)\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(readTaskSpan);
}

/** Whether it could also be an id of another kind, `100-101`: it counts as a range only in a column that otherwise holds ids. */
export function isHyphenated(text: string): boolean {
  return /^\d+\s*[-‐-―−]\s*\d+$/.test(text.normalize('NFKC').trim());
}
