import { reword, type NameDraft } from './draft.js';

/** English words for a copy. */
export const copyWords: readonly string[] = ['copy'];

/** Takes `(2)`, `- Copy`, `Copy of`, `- コピー`, `コピー ~` and `のコピー`, which systems add to a further file of a name. */
export function takeCopy(draft: NameDraft): void {
  const { words } = draft;
  const last = words.at(-1);
  if (last === undefined || words.length < 2) return;
  if (/^\d{1,2}$/.test(last.text) && last.depth > 0 && /^[ _-]*\($/.test(last.before)) {
    draft.copy = last.text;
    words.pop();
    if (isCopy(words.at(-1)?.text) && /[-–]/.test(words.at(-1)?.before ?? '')) words.pop();
  } else if (isCopy(last.text) && /[-–]/.test(last.before)) words.pop();
  else if (last.kind === 'japanese' && last.text.endsWith('のコピ'))
    words[words.length - 1] = reword(last, last.text.slice(0, -3));
  else takeCopyBefore(draft);
}

function takeCopyBefore({ words }: NameDraft): void {
  const [first, second] = words;
  if (first?.text === 'copy' && second?.text === 'of') words.splice(0, 2);
  else if (first?.text === 'コピ' && /[~〜～-]/.test(second?.before ?? '')) words.shift();
}

function isCopy(text: string | undefined): boolean {
  return text === 'copy' || text === 'コピ';
}
