import type { Language } from '../../../model/text.js';
import type { Word } from '../split.js';

/** A number of a version (`v1.2`), or a date as one number (`20210500` for May 2021). */
export interface Version {
  readonly kind: 'number' | 'date';
  readonly value: number;
}

/** A name while its marks are taken from it. */
export interface Draft {
  words: Word[];
  language: Language | null;
  version: Version | null;
  copy: string | null;
  readonly tasks: string[];
  /** No word of it could be a mark, whatever stands between them. */
  readonly plain: boolean;
}

/** Keeps the greatest version of each kind; a date does not give way to a number. */
export function noteVersion(draft: Draft, kind: Version['kind'], value: number): void {
  if (draft.version?.kind === kind && draft.version.value >= value) return;
  draft.version = { kind, value };
}

/** The word with another text. */
export function reword(word: Word, text: string): Word {
  return { ...word, text };
}
