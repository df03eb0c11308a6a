import { lemmaOf } from './lemma.js';

const kanji = /[\u3400-\u9fff々〆]/;
const katakana = /[\u30a0-\u30ff]/;
const longestTerm = 16;

/** Returns a function that translates runs of folded Japanese into concepts, and remembers what it has translated. */
export function createTranslator(terms: ReadonlyMap<string, string>): (text: string) => readonly string[] {
  const cache = new Map<string, readonly string[]>();
  return (text) => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const concepts = translate(text, terms);
    if (cache.size < 50_000) cache.set(text, concepts);
    return concepts;
  };
}

function translate(text: string, terms: ReadonlyMap<string, string>): readonly string[] {
  const concepts: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = termLength(terms, text, at);
    const term = text.slice(at, at + length);
    const meaning = terms.get(term);
    if (meaning !== undefined) {
      concepts.push(...conceptsIn(meaning, term));
      at += length;
    } else if (text.startsWith('から', at)) {
      concepts.push('to');
      at += 2;
    } else {
      const run = unknownLength(terms, text, at);
      if (run > 0 && !suffixes.has(text.slice(at, at + run))) concepts.push(text.slice(at, at + run));
      at += Math.max(1, run);
    }
  }
  return concepts;
}

function conceptsIn(meaning: string, term: string): readonly string[] {
  if (meaning === '') return [];
  if (meaning.includes('|')) return [`${term}|`];
  return meaning.split(' ').map(lemmaOf);
}

function termLength(terms: ReadonlyMap<string, string>, text: string, at: number): number {
  for (let length = Math.min(longestTerm, text.length - at); length > 0; length--)
    if (terms.has(text.slice(at, at + length))) return length;
  return 0;
}

/** Suffixes that mean nothing by themselves. */
const suffixes: ReadonlySet<string> = new Set('性化的用等時中内別各毎版型');

/** The length of an unknown word: its own script, up to the next known term. Hiragana alone is grammar. */
function unknownLength(terms: ReadonlyMap<string, string>, text: string, at: number): number {
  const script = [kanji, katakana].find((one) => one.test(text.charAt(at)));
  if (script === undefined) return 0;
  let end = at + 1;
  while (end < text.length && script.test(text.charAt(end)) && termLength(terms, text, end) < 2) end++;
  return end - at;
}
