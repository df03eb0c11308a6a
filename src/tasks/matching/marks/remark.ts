import type { NameDraft } from './draft.js';

/** Words on how much a task needs a document. */
export const remarkWords: readonly string[] =
  'optional required mandatory recommended 必須 任意 必読 推奨 参考'.split(' ');
const remarks: ReadonlySet<string> = new Set(remarkWords);

const inJapanese = /[【［[（(](?:必須|任意|必読|推奨|参考|更新|新規|新着)[】］\]）)]/gu;

/** A name without remarks in Japanese, which people note on documents in any language. */
export function withoutRemarks(text: string): string {
  return text.replace(inJapanese, '');
}

/** Takes `(optional)` and `【必須】` before or after the name, which say something of a task and not of the document. */
export function takeRemark({ words }: NameDraft): void {
  const [first, second] = words;
  if (first === undefined || second === undefined) return;
  if (remarks.has(first.text) && first.depth > second.depth) words.shift();
  const [before, last] = words.slice(-2);
  if (before !== undefined && last !== undefined && remarks.has(last.text) && last.depth > before.depth)
    words.pop();
}
