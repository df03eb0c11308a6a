import type { Language } from '../../../model/text.js';
import type { Word } from '../split.js';

/** A number of a version (`v1.2`), or a date as one number (`20210500` for May 2021). */
export interface Version {
  readonly kind: 'number' | 'date';
  readonly value: number;
}

/** A name while its marks are taken from it. */
export interface NameDraft {
  words: Word[];
  language: Language | null;
  version: Version | null;
  copy: string | null;
  readonly tasks: string[];
  /** Whether no word of it could be a mark, whatever stands between them. */
  readonly plain: boolean;
}

/** Keeps the greatest version of each kind; a date does not give way to a number. */
export function noteVersion(draft: NameDraft, kind: Version['kind'], value: number): void {
  if (draft.version?.kind === kind && draft.version.value >= value) return;
  draft.version = { kind, value };
}

/** A copy of a word with another text. */
export function reword({ kind, before, depth }: Word, text: string): Word {
  return { text, kind, before, depth };
}

/** Cuts an ending off the word at a position, and removes the word if nothing is left. */
export function takeEnding({ words }: NameDraft, at: number, ending: string): void {
  const word = words[at];
  if (word?.text.endsWith(ending) !== true) return;
  if (word.text === ending) words.splice(at, 1);
  else words[at] = reword(word, word.text.slice(0, -ending.length));
}
