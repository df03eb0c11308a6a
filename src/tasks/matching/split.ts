import { compounds } from '../vocabulary/words.js';
import { foldKana } from './fold.js';

/** A piece of a name: lower-case letters, a number with what is stuck to it (`v4`, `21h2`, `8.1`), or a run of Japanese. */
export interface Word {
  readonly text: string;
  /** The same with the spaces a Japanese run was written with. */
  readonly spaced: string;
  readonly kind: 'letters' | 'number' | 'japanese';
  /** What stood between it and the word before; empty at a change of case or script. */
  readonly before: string;
  /** How many brackets are open around it. */
  readonly depth: number;
}

const piece =
  /[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+(?:\.\d+)*|[\u3040-\u30ff\u3400-\u9fff々〆]+(?:[\s・]+[\u3040-\u30ff\u3400-\u9fff々〆]+)*|\p{L}+|[([{<「『【〈《〔]|[)\]}>」』】〉》〕]|[^\p{L}\p{N}()[\]{}<>「」『』【】〈〉《》〔〕]+|./gu;
const opening = /^[([{<「『【〈《〔]$/;
const closing = /^[)\]}>」』】〉》〕]$/;
const mostWords = 64;

/** Takes a folded name apart. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let before = '';
  let depth = 0;
  for (const found of text.match(piece) ?? []) {
    const kind = kindOf(found);
    if (kind === null) {
      if (opening.test(found)) depth++;
      else if (closing.test(found)) depth = Math.max(0, depth - 1);
      before += found;
      continue;
    }
    const spaced = kind === 'japanese' ? foldKana(found) : found.toLowerCase();
    const word = { text: spaced.replaceAll(' ', ''), spaced, kind, before, depth };
    if (word.text !== '' && !stick(words, word)) words.push(word);
    before = '';
    if (words.length === mostWords) break;
  }
  return words;
}

function kindOf(found: string): Word['kind'] | null {
  const code = found.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'number';
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 'letters';
  if ((code >= 0x3040 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x3400 && code <= 0x9fff))
    return 'japanese';
  return code > 127 && /\p{L}/u.test(found) ? 'letters' : null;
}

/** Joins `v` `4`, `21` `h` `2`, and words that are also written in two, to the word before. */
function stick(words: Word[], next: Word): boolean {
  const last = words.at(-1);
  if (last?.depth !== next.depth) return false;
  const text = last.text + next.text;
  const joined = { ...last, text, spaced: text };
  if (next.before === '' && isShortMix(last, next)) {
    words[words.length - 1] = { ...joined, kind: 'number' };
    return true;
  }
  if (last.kind !== 'letters' || next.kind !== 'letters' || next.before.length > 1) return false;
  if (!compounds.has(joined.text)) return false;
  words[words.length - 1] = joined;
  return true;
}

function isShortMix(last: Word, next: Word): boolean {
  if (last.kind === 'letters' && next.kind === 'number') return last.text.length < 3;
  if (last.kind === 'number' && next.kind === 'letters') return next.text.length < 3 && last.text.length < 5;
  return last.kind === 'number' && next.kind === 'number' && /[a-z]$/.test(last.text);
}
