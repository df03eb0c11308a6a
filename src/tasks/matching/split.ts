import { compounds } from '../vocabulary/words.js';
import { foldKana, isPlain } from './fold.js';

/**
 * A piece of a name: lower-case letters, a number with what belongs to it (`v4`, `21h2`, `8.1`), or a run of Japanese. To make
 * one, name its fields and spread no other: V8 reads objects of one shape faster.
 */
export interface Word {
  readonly text: string;
  readonly kind: 'letters' | 'number' | 'japanese';
  /** What stood between it and the word before; empty at a change of case or script. */
  readonly before: string;
  /** How many brackets are open around it. */
  readonly depth: number;
}

const piece =
  /[A-Z]{1,2}[a-z]{1,2}[A-Z]{1,2}(?![A-Za-z])|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+(?:\.\d+)*|[\u3040-\u30ff\u3400-\u9fff々〆]+(?:[\s・]+[\u3040-\u30ff\u3400-\u9fff々〆]+)*|\p{L}+|[([{<「『【〈《〔]|[)\]}>」』】〉》〕]|[^\p{L}\p{N}()[\]{}<>「」『』【】〈〉《》〔〕]+|./gu;
/** The same for names in ASCII, as most are: in a quarter of the time. */
const plainPiece =
  /[A-Z]{1,2}[a-z]{1,2}[A-Z]{1,2}(?![A-Za-z])|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+(?:\.\d+)*|[([{<]|[)\]}>]|[^A-Za-z\d()[\]{}<>]+/g;
const depths: ReadonlyMap<string, number> = new Map([
  ...Array.from('([{<「『【〈《〔', (bracket) => [bracket, 1] as const),
  ...Array.from(')]}>」』】〉》〕', (bracket) => [bracket, -1] as const),
]);
const mostWords = 64;

/** Splits a folded name into words. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let before = '';
  let depth = 0;
  for (const found of text.match(isPlain(text) ? plainPiece : piece) ?? []) {
    const kind = kindOf(found);
    if (kind === null) {
      depth = Math.max(0, depth + (depths.get(found) ?? 0));
      before += found;
      continue;
    }
    const word = { text: spell(found, kind), kind, before, depth };
    if (word.text !== '' && !stick(words, word)) words.push(word);
    before = '';
    if (words.length === mostWords) break;
  }
  return words;
}

/** The one spelling of a word. */
function spell(found: string, kind: Word['kind']): string {
  if (kind === 'number') return found;
  const known = spellings.get(found);
  if (known !== undefined) return known;
  const text = kind === 'japanese' ? foldKana(found) : found.toLowerCase().replaceAll(' ', '');
  if (spellings.size < mostSpellings && found.length <= longestKept) spellings.set(found, text);
  return text;
}

/** The spellings of words found so far: names are made of few different words. */
const spellings = new Map<string, string>();
const mostSpellings = 10_000;
const longestKept = 40;

function kindOf(found: string): Word['kind'] | null {
  const code = found.charCodeAt(0);
  if (code >= 48 && code <= 57) return 'number';
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 'letters';
  if ((code >= 0x3040 && code <= 0x30ff && code !== 0x30fb) || (code >= 0x3400 && code <= 0x9fff))
    return 'japanese';
  return code > 127 && /\p{L}/u.test(found) ? 'letters' : null;
}

/**
 * Joins a word to the one before if they are one (`v` `4`, `21` `h` `2`, or a compound that is also written in two words);
 * returns whether it did.
 */
function stick(words: Word[], next: Word): boolean {
  const last = words.at(-1);
  if (last?.depth !== next.depth) return false;
  const isMix = next.before === '' && isShortMix(last, next);
  if (!isMix && !isCompound(last, next)) return false;
  const { text, before, depth } = last;
  words[words.length - 1] = { text: text + next.text, kind: isMix ? 'number' : 'letters', before, depth };
  return true;
}

function isShortMix(last: Word, next: Word): boolean {
  if (last.kind === 'letters' && next.kind === 'number') return last.text.length < 3;
  if (last.kind === 'number' && next.kind === 'letters') return next.text.length < 3 && last.text.length < 5;
  return last.kind === 'number' && next.kind === 'number' && /[a-z]$/.test(last.text);
}

/** Every beginning of a compound, so that few words are joined in vain. */
const beginnings: ReadonlySet<string> = new Set(
  [...compounds].flatMap((compound) => Array.from(compound, (_, length) => compound.slice(0, length))),
);

function isCompound(last: Word, next: Word): boolean {
  if (last.kind !== 'letters' || next.kind !== 'letters' || next.before.length > 1) return false;
  return beginnings.has(last.text) && compounds.has(last.text + next.text);
}
