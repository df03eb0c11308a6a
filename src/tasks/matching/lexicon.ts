import type { Glossary } from '../vocabulary/glossary.js';
import { families, fillers, phrases } from '../vocabulary/words.js';
import { foldKana, foldText } from './fold.js';
import { splitWords } from './split.js';

/** A glossary made fast. */
export interface Lexicon {
  /** Reads short forms as what they stand for. */
  readonly expand: (words: readonly string[]) => readonly string[];
  /** English words as concepts: one form a word, phrases joined, fillers gone. */
  readonly conceptsOf: (words: readonly string[]) => readonly string[];
  /** A run of folded Japanese, spaces kept, as concepts; what nobody knows stays Japanese, what is ambiguous ends in `|`. */
  readonly translate: (text: string) => readonly string[];
  /** Concepts with every product joined into one, `product:…`. */
  readonly joinProducts: (concepts: readonly string[]) => readonly string[];
  /** What a concept may be to a suggestion: products by their present name, words that may mean the same as one. */
  readonly readings: (concept: string) => readonly string[];
  /** Titles, lower case, that portals append to their pages. */
  readonly siteNames: ReadonlySet<string>;
}

interface Phrase {
  readonly words: readonly string[];
  readonly becomes: readonly string[];
}

/** Compiles a glossary; about five milliseconds. */
export function createLexicon(glossary: Glossary): Lexicon {
  const lemmas = new Map(families.flatMap((family) => lemmaEntries(family)));
  const lemmaOf = (word: string): string => lemmas.get(word) ?? remember(lemmas, word, singular(word));
  const short = createPhraseTable(
    Object.entries(glossary.abbreviations).map(([words, becomes]) => ({
      words: words.split(' '),
      becomes: wordsOf(becomes).filter((word) => word !== 'microsoft'),
    })),
  );
  const fixed = createPhraseTable(
    Object.entries(phrases).map(([words, becomes]) => ({ words: words.split(/[ ']/), becomes: [becomes] })),
  );
  const expand = (words: readonly string[]): readonly string[] => short(words, dropsEcho);
  const conceptsOf = (words: readonly string[]): readonly string[] => {
    const concepts: string[] = [];
    for (const word of fixed(words)) if (!fillers.has(word)) concepts.push(lemmaOf(word));
    return concepts;
  };
  const productConcepts = (name: string): readonly string[] => conceptsOf(expand(wordsOf(name)));
  const productId = (name: string): string => `product:${productConcepts(name).join('-')}`;
  const products = createPhraseTable(
    [
      ...new Set([
        ...glossary.products,
        ...Object.values(glossary.renames),
        ...Object.keys(glossary.renames),
      ]),
    ].map((name) => ({ words: productConcepts(name), becomes: [productId(name)] })),
  );
  const renames = new Map(
    Object.entries(glossary.renames).map(([before, now]) => [productId(before), productId(now)]),
  );
  const terms = new Map(
    Object.entries(glossary.terms).map(([term, meaning]) => [foldKana(foldText(term)), meaning]),
  );
  return {
    expand,
    conceptsOf,
    translate: createTranslator(terms, lemmaOf),
    joinProducts: (concepts) => products(concepts),
    readings: createReadings(renames, terms, lemmaOf),
    siteNames: new Set(glossary.siteNames.map((name) => foldText(name).toLowerCase())),
  };
}

function wordsOf(text: string): readonly string[] {
  return splitWords(foldText(text)).map((word) => word.text);
}

function lemmaEntries(family: string): readonly (readonly [string, string])[] {
  const forms = family.split(' ');
  return forms.map((form) => [form, forms[0] ?? form]);
}

function remember(lemmas: Map<string, string>, word: string, lemma: string): string {
  if (lemmas.size < 100_000) lemmas.set(word, lemma);
  return lemma;
}

/** `teams` stays: it is a product far more often than several teams. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || word === 'teams' || /(ss|us|is|ews)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(ches|shes|sses|xes)$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

type Replace = (
  words: readonly string[],
  skips?: (done: readonly string[], phrase: Phrase) => boolean,
) => readonly string[];

/** Replaces phrases, the longest first; the words themselves come back where there are none. */
function createPhraseTable(phrases: readonly Phrase[]): Replace {
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0];
    if (first === undefined) continue;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [phrase]);
    else others.push(phrase);
  }
  for (const others of byFirst.values()) others.sort((one, other) => other.words.length - one.words.length);
  return (words, skips) => {
    if (!words.some((word) => byFirst.has(word))) return words;
    const done: string[] = [];
    for (let at = 0; at < words.length;) {
      const phrase = byFirst.get(words[at] ?? '')?.find((known) => startsAt(words, at, known.words));
      if (phrase === undefined) done.push(words[at] ?? '');
      else if (skips?.(done, phrase) !== true) done.push(...phrase.becomes);
      at += phrase?.words.length ?? 1;
    }
    return done;
  };
}

function startsAt(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  for (let offset = 1; offset < phrase.length; offset++)
    if (words[at + offset] !== phrase[offset]) return false;
  return true;
}

/** "Microsoft Information Protection (MIP)" says it twice. */
function dropsEcho(done: readonly string[], { becomes }: Phrase): boolean {
  if (becomes.length > done.length || becomes.length === 0) return false;
  const before = done.filter((word) => word !== 'microsoft').slice(-becomes.length);
  return before.every((word, index) => word === becomes[index]);
}

const kanji = /[\u3400-\u9fff々〆]/;
const katakana = /[\u30a0-\u30ff]/;
const longestTerm = 16;

function createTranslator(
  terms: ReadonlyMap<string, string>,
  lemmaOf: (word: string) => string,
): (text: string) => readonly string[] {
  const cache = new Map<string, readonly string[]>();
  const translate = (spaced: string): readonly string[] => {
    const { text, breaks } = closeUp(spaced);
    const concepts: string[] = [];
    for (let at = 0; at < text.length;) {
      const length = termLength(terms, text, at);
      const meaning = terms.get(text.slice(at, at + length));
      if (meaning !== undefined) {
        concepts.push(...conceptsIn(meaning, text.slice(at, at + length), lemmaOf));
        at += length;
      } else if (text.startsWith('から', at)) {
        concepts.push('to');
        at += 2;
      } else {
        const run = unknownLength(terms, text, at, breaks);
        if (run > 0 && !suffixes.has(text.slice(at, at + run))) concepts.push(text.slice(at, at + run));
        at += Math.max(1, run);
      }
    }
    return concepts;
  };
  return (text) => {
    const known = cache.get(text);
    if (known !== undefined) return known;
    const concepts = translate(text);
    if (cache.size < 50_000) cache.set(text, concepts);
    return concepts;
  };
}

function conceptsIn(meaning: string, term: string, lemmaOf: (word: string) => string): readonly string[] {
  if (meaning === '') return [];
  if (meaning.includes('|')) return [`${term}|`];
  return meaning.split(' ').map(lemmaOf);
}

function termLength(terms: ReadonlyMap<string, string>, text: string, at: number): number {
  for (let length = Math.min(longestTerm, text.length - at); length > 0; length--)
    if (terms.has(text.slice(at, at + length))) return length;
  return 0;
}

/** What makes a noun of something and means nothing by itself. */
const suffixes: ReadonlySet<string> = new Set('性化的用等時中内別各毎版型');

function closeUp(spaced: string): { readonly text: string; readonly breaks: ReadonlySet<number> } {
  const breaks = new Set<number>();
  let text = '';
  for (const part of spaced.split(' ')) {
    text += part;
    breaks.add(text.length);
  }
  return { text, breaks };
}

/** How far a word nobody knows goes: its own script, up to a space or the next known term. Hiragana alone is grammar. */
function unknownLength(
  terms: ReadonlyMap<string, string>,
  text: string,
  at: number,
  breaks: ReadonlySet<number>,
): number {
  const script = [kanji, katakana].find((one) => one.test(text.charAt(at)));
  if (script === undefined) return 0;
  let end = at + 1;
  while (
    end < text.length &&
    !breaks.has(end) &&
    script.test(text.charAt(end)) &&
    termLength(terms, text, end) < 2
  )
    end++;
  return end - at;
}

/** Words that are the same to whoever looks for a likely document. */
const likely: readonly string[] = [
  'overview introduction',
  'guide guidance handbook manual procedure instruction howto',
  'deck slide presentation present material document doc',
  'questionnaire survey',
  'assess investigate evaluate',
  'conduct deliver perform execute provide run',
  'remediate readiness repair address',
  'staged phased',
  'configure setup setting',
  'product:teams teams team',
  'protect secure',
  'enable activate',
];

function createReadings(
  renames: ReadonlyMap<string, string>,
  terms: ReadonlyMap<string, string>,
  lemmaOf: (word: string) => string,
): (concept: string) => readonly string[] {
  const classes = new Map<string, string>();
  for (const group of likely) {
    const members = group.split(' ').map((member) => (member.includes(':') ? member : lemmaOf(member)));
    for (const member of members) classes.set(member, members[0] ?? member);
  }
  const joined = (concept: string): string => {
    const now = followRenames(renames, concept);
    return classes.get(now) ?? now;
  };
  const known = new Map<string, readonly string[]>();
  for (const [term, meaning] of terms) {
    if (!meaning.includes('|')) continue;
    const readings = meaning.split('|').flatMap((part) => (part === '' ? [] : [joined(lemmaOf(part))]));
    known.set(`${term}|`, [...new Set(readings)]);
  }
  return (concept) => known.get(concept) ?? [joined(concept)];
}

function followRenames(renames: ReadonlyMap<string, string>, concept: string): string {
  let now = concept;
  for (let step = 0; step < 4; step++) now = renames.get(now) ?? now;
  return now;
}
