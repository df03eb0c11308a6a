import { parseTaskId } from '../../model/task.js';

const remark = /(?<=[\d０-９])\s*(?:[(（[［【](?!\s*[\d０-９]{3})[^)）\]］】\n]{1,20}[)）\]］】]|[※*＊])/g;

/** A cell may name several tasks, `4122, 4123`, and remark on them: `4122（新規）`, `4122※`. */
export function idsOf(text: string): readonly string[] {
  const parts = text
    .replace(remark, '')
    .split(/[,、;；/\n]|\s+(?:&|and)\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const ids = parts.map(parseTaskId);
  return ids.every((id) => id !== null) ? ids : [];
}
