import type { Glossary } from '../vocabulary/glossary.js';
import { fillers, phrases } from '../vocabulary/words.js';
import { foldKana, foldText } from './fold.js';
import { lemmaOf } from './lemma.js';
import { createPhraseTable, type Phrase } from './phrase-table.js';
import { createReadings } from './readings.js';
import { splitWords } from './split.js';
import { createTranslator } from './translate.js';

/** A glossary, compiled for quick use. */
export interface Lexicon {
  /** Replaces short forms by what they stand for. */
  readonly expand: (words: readonly string[]) => readonly string[];
  /** English words as concepts: one form for each word, phrases joined, fillers left out, but for a `gap` where "for" stood. */
  readonly conceptsOf: (words: readonly string[]) => readonly string[];
  /** A run of folded Japanese as concepts; unknown words stay Japanese, ambiguous ones end in `|`. */
  readonly translate: (text: string) => readonly string[];
  /** Concepts with every product joined into one, `product:…`, and without gaps. */
  readonly joinProducts: (concepts: readonly string[]) => readonly string[];
  /** What a concept may stand for in a suggestion: products by their present name, words of similar meaning as one. */
  readonly readings: (concept: string) => readonly string[];
  /** Titles, lower case, that portals append to their pages. */
  readonly siteNames: ReadonlySet<string>;
}

/** Stands for "for", so that the words around it do not form a product: "Security for Copilot" is not about Security Copilot. */
const gap = '';

/** Compiles a glossary, which takes about ten milliseconds. */
export function createLexicon(glossary: Glossary): Lexicon {
  const short = createPhraseTable(
    Object.entries(glossary.abbreviations).map(([words, becomes]) => ({
      words: words.split(' '),
      becomes: wordsOf(becomes).filter((word, at, all) => word !== 'microsoft' || all[at + 1] === '365'),
    })),
  );
  const fixed = createPhraseTable(
    Object.entries(phrases).map(([words, becomes]) => ({ words: words.split(/[ ']/), becomes: [becomes] })),
  );
  const expand = (words: readonly string[]): readonly string[] => short(words, dropsEcho);
  const conceptsOf = (words: readonly string[]): readonly string[] => {
    const concepts: string[] = [];
    for (const word of fixed(words))
      if (word === 'for') concepts.push(gap);
      else if (!fillers.has(word)) concepts.push(lemmaOf(word));
    return concepts;
  };
  const productConcepts = (name: string): readonly string[] => conceptsOf(expand(wordsOf(name)));
  const productId = (name: string): string => `product:${closeGaps(productConcepts(name)).join('-')}`;
  const products = createPhraseTable(
    [
      ...new Set([
        ...glossary.products,
        ...Object.values(glossary.renames),
        ...Object.keys(glossary.renames),
      ]),
    ].flatMap((name) => {
      const words = productConcepts(name);
      const becomes = [productId(name)];
      return words.includes(gap)
        ? [words, closeGaps(words)].map((spelling) => ({ words: spelling, becomes }))
        : [{ words, becomes }];
    }),
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
    translate: createTranslator(terms),
    joinProducts: (concepts) => closeGaps(products(concepts)),
    readings: createReadings(renames, terms),
    siteNames: new Set(glossary.siteNames.map((name) => foldText(name).toLowerCase())),
  };
}

function closeGaps(concepts: readonly string[]): readonly string[] {
  return concepts.includes(gap) ? concepts.filter((concept) => concept !== gap) : concepts;
}

function wordsOf(text: string): readonly string[] {
  return splitWords(foldText(text)).map((word) => word.text);
}

/** Whether a short form only repeats the words before it: "Microsoft Information Protection (MIP)". */
function dropsEcho(done: readonly string[], { becomes }: Phrase): boolean {
  const said = becomes.filter(isTold);
  const before = done.filter(isTold);
  if (said.length > before.length || said.length === 0) return false;
  return before.slice(-said.length).every((word, index) => word === said[index]);
}

function isTold(word: string): boolean {
  return word !== 'microsoft';
}
