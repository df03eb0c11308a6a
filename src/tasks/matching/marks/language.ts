import type { Language } from '../../../model/text.js';
import type { Word } from '../split.js';
import { reword, type NameDraft } from './draft.js';

const markers = new Map<string, Language>([
  ...'ja jp jpn jajp japanese 日本語 日本語版 日本語訳 日本語のみ 和訳 和文'
    .split(' ')
    .map((word) => [word, 'ja'] as const),
  ...'en eng enus engb english 英語 英語版 英語のみ 英文 原文'
    .split(' ')
    .map((word) => [word, 'en'] as const),
]);
/** Words that may be marks of a language. */
export const languageWords: readonly string[] = [...markers.keys()];
const regions = new Set(['us', 'gb', 'jp']);
const joiner = /^[\s._-]*[_.-]$|^ - $|[([{【〔「［]$/;

/** Takes words for a language where they are marks; in prose they are words: "Japanese language pack". */
export function takeLanguage(draft: NameDraft): void {
  const { words } = draft;
  for (let at = words.length - 1; at >= 0 && words.length > 1; at--) {
    const language = markers.get(words[at]?.text ?? '');
    const length = language === undefined ? 0 : markLength(words, at);
    if (language === undefined || length === 0) continue;
    draft.language ??= language;
    words.splice(at, length);
  }
  takeAttached(draft);
}

/** How many words the mark takes; 0 if it is none. */
function markLength(words: readonly Word[], at: number): number {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined) return 0;
  if (next !== undefined && completes(word, next, words[at + 2])) return 2;
  const short = word.text.length <= 3 && word.kind === 'letters';
  if (isEnding(word, next) || (at === 0 && isBeginning(word, next, short))) return 1;
  return short && /^[-_]$/.test(word.before) && /^[-_]$/.test(next?.before ?? '') ? 1 : 0;
}

/** Whether the next word belongs to the mark: the US of `en-us`, or what follows in `(English version)` and `(English only)`. */
function completes(word: Word, next: Word, third: Word | undefined): boolean {
  if (next.text === 'version' || next.text === 'only')
    return isEnding({ ...next, before: word.before }, third);
  return regions.has(next.text) && /^[-_]$/.test(next.before);
}

/**
 * Whether a word for a language is a mark: it ends the name or fills brackets. A Japanese one may stand alone, others need a
 * hyphen or brackets before them.
 */
function isEnding(word: Word, next: Word | undefined): boolean {
  const last = next === undefined || (word.depth > 0 && next.depth !== word.depth);
  return last && (word.kind === 'japanese' || joiner.test(word.before));
}

/**
 * Whether a word for a language is a mark before the name: in brackets, or before a colon (`日本語：`), or a short one before a
 * hyphen.
 */
function isBeginning(word: Word, next: Word | undefined, short: boolean): boolean {
  if (/^\s?:/.test(next?.before ?? '')) return true;
  if (word.depth > 0) return joiner.test(word.before);
  return short && (joiner.test(word.before) || /^[\s._-]*[_-]/.test(next?.before ?? ''));
}

function takeAttached(draft: NameDraft): void {
  const last = draft.words.at(-1);
  if (last?.kind !== 'japanese') return;
  const [, rest, mark] = /^(.+?)(日本語版|英語版)$/.exec(last.text) ?? [];
  if (rest === undefined) return;
  draft.language ??= mark === '日本語版' ? 'ja' : 'en';
  draft.words[draft.words.length - 1] = reword(last, rest);
}
