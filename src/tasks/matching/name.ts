import type { Language } from '../../model/text.js';
import { generic } from '../vocabulary/words.js';
import { foldText, isJapanese } from './fold.js';
import type { Lexicon } from './lexicon.js';
import type { Draft, Version } from './marks/draft.js';
import { readMarks } from './marks/read-marks.js';
import { splitWords, type Word } from './split.js';

/** A name understood: two names with an equal `surface`, or an equal `meaning` in two languages, name one document. */
export interface Name {
  readonly text: string;
  /** Letters and digits as written, without what is written at will. */
  readonly surface: string;
  /** What it says in any order, language-free; products, numbers and directions are told apart. */
  readonly meaning: string;
  /** The parts of the meaning. */
  readonly concepts: readonly string[];
  /** `one>other` for "one to other". */
  readonly directions: readonly string[];
  readonly language: Language;
  /** The language a mark in it claims. */
  readonly marked: Language | null;
  readonly version: Version | null;
  readonly copy: string | null;
  readonly tasks: readonly string[];
  /** It says which document: more than words any document might be called by. */
  readonly telling: boolean;
}

const extension =
  /\.(?:pptx?|potx|ppsx?|docx?|dotx|xlsx?|xlsm|xltx|csv|tsv|pdf|zip|7z|vsdx?|vsd|mp4|mov|wmv|html?|aspx|mdx?|txt|rtf|one|msg|json|xml|png|jpe?g|svg)$/i;
const noise: ReadonlySet<string> = new Set(['a', 'an', 'the', 'and', 'of', 'for', 'microsoft', 'ms']);

/** Understands a name as people and files write it. */
export function readName(text: string, lexicon: Lexicon): Name {
  const folded = foldText(text).replace(extension, '');
  const marks = readMarks(splitWords(folded));
  return understand(text, marks, lexicon);
}

function understand(text: string, marks: Readonly<Draft>, lexicon: Lexicon): Name {
  const concepts = lexicon.joinProducts(readConcepts(marks.words, lexicon));
  const { parts, directions } = readDirections(unique(concepts));
  return {
    text,
    surface: surfaceOf(lexicon.expand(marks.words.map((word) => word.text))),
    meaning: [...parts, ...directions].sort().join(' '),
    concepts: parts,
    directions,
    language: marks.words.some(({ kind }) => kind === 'japanese') || isJapanese(text) ? 'ja' : 'en',
    marked: marks.language,
    version: marks.version,
    copy: marks.copy,
    tasks: marks.tasks,
    telling: isTelling(parts),
  };
}

function surfaceOf(words: readonly string[]): string {
  let surface = '';
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (noise.has(word) && !(word === 'microsoft' && words[at + 1] === '365')) continue;
    surface += /\d$/.test(surface) && /^\d/.test(word) ? `.${word}` : word;
  }
  return surface.replace(/の/g, '');
}

/** Neighbouring English words are read together, so that phrases and products across a translated word are seen. */
function readConcepts(words: readonly Word[], lexicon: Lexicon): readonly string[] {
  const english: string[] = [];
  for (const word of words) {
    if (word.kind === 'japanese') english.push(...lexicon.translate(word.spaced));
    else english.push(word.text);
  }
  return lexicon.conceptsOf(lexicon.expand(english));
}

function unique(concepts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return concepts.filter((concept) => {
    if (concept === 'to' || concept === 'from') return true;
    if (seen.has(concept)) return false;
    seen.add(concept);
    return true;
  });
}

/** "Skype to Teams" is not "Teams to Skype": the order of what stands around "to" is kept where both are things. */
function readDirections(concepts: readonly string[]): {
  readonly parts: readonly string[];
  readonly directions: readonly string[];
} {
  if (!concepts.includes('to') && !concepts.includes('from')) return { parts: concepts, directions: [] };
  const directions: string[] = [];
  const parts: string[] = [];
  concepts.forEach((concept, at) => {
    if (concept === 'to') {
      const before = concepts[at - 1];
      const after = concepts[at + 1];
      if (isThing(before) && isThing(after)) directions.push(`${before}>${after}`);
    } else if (concept !== 'from') parts.push(concept);
  });
  return { parts, directions };
}

function isThing(concept: string | undefined): concept is string {
  return concept !== undefined && (concept.startsWith('product:') || /\d/.test(concept));
}

function isTelling(parts: readonly string[]): boolean {
  if (parts.length < 2) return false;
  return parts.some((part) => part.startsWith('product:') || (!generic.has(part) && !/^[\d.]+$/.test(part)));
}
