import { append } from '../../kit/collections/append.js';
import type { Language } from '../../model/text.js';
import { generic } from '../vocabulary/words.js';
import { formOf, withoutEnding, type Form } from './ending.js';
import { differInSpaces, foldText, isJapanese } from './fold.js';
import { keyOfAll } from './index-table.js';
import type { Lexicon } from './lexicon.js';
import type { NameDraft, Version } from './marks/draft.js';
import { readMarks } from './marks/read-marks.js';
import { withoutRemarks } from './marks/remark.js';
import { splitWords, type Word } from './split.js';

/** What words mean: two names with an equal `surface`, or with the same meaning in two languages, name one document. */
export interface Meaning {
  /** Letters and digits as written, without what is optional in writing. */
  readonly surface: string;
  /** What it is about, in no language and each once; products and numbers are concepts of their own. */
  readonly concepts: readonly string[];
  /** `one>other` for "one to other". */
  readonly directions: readonly string[];
  /** Whether it tells which document it is: it has more than words that fit any document. */
  readonly telling: boolean;
}

/** A name and what it means. */
export interface Name extends Meaning {
  readonly text: string;
  readonly language: Language;
  /** The language that a mark in it names. */
  readonly marked: Language | null;
  readonly version: Version | null;
  readonly copy: string | null;
  readonly form: Form | null;
  readonly tasks: readonly string[];
}

const noise: ReadonlySet<string> = new Set(['a', 'an', 'the', 'and', 'of', 'for', 'microsoft', 'ms']);

/** A name taken apart, with the meaning of its words. */
export interface ParsedName {
  /** The folded name, or that of one that differs in spaces alone. */
  readonly spelling: string;
  readonly draft: Readonly<NameDraft>;
  readonly meaning: Meaning;
}

/** Reads the names of one document as people and files write them. */
export function readNames(texts: readonly string[], lexicon: Lexicon): readonly Name[] {
  const names: Name[] = [];
  for (const { draft, meaning } of parseNames(texts, lexicon))
    names.push(nameOf(texts[names.length] ?? '', draft, meaning));
  return names;
}

/** Takes the names of one document apart. Names with the same words share one and the same meaning. */
export function parseNames(texts: readonly string[], lexicon: Lexicon): readonly ParsedName[] {
  let parsed: readonly ParsedName[] = [];
  for (const text of texts) {
    const spelling = withoutEnding(foldText(text));
    const alike = parsed.find((known) => known.draft.plain && differInSpaces(spelling, known.spelling));
    parsed = append(parsed, alike ?? parseName(spelling, parsed, lexicon));
  }
  return parsed;
}

function parseName(spelling: string, parsed: readonly ParsedName[], lexicon: Lexicon): ParsedName {
  const draft = readMarks(splitWords(spelling));
  const same = parsed.find((one) => areSame(draft.words, one.draft.words));
  return { spelling, draft, meaning: same?.meaning ?? understand(draft.words, lexicon) };
}

function nameOf(text: string, draft: Readonly<NameDraft>, meaning: Meaning): Name {
  const { words, language, version, copy, tasks } = draft;
  const isForeign =
    words.some(({ kind }) => kind === 'japanese') || (isJapanese(text) && isJapanese(withoutRemarks(text)));
  const written = isForeign ? 'ja' : 'en';
  return { text, language: written, marked: language, version, copy, form: formOf(text), tasks, ...meaning };
}

/** Whether words are the same. */
function areSame(words: readonly Word[], others: readonly Word[]): boolean {
  return words.length === others.length && words.every(({ text }, at) => text === others[at]?.text);
}

/** Finds the meaning of words. */
function understand(words: readonly Word[], lexicon: Lexicon): Meaning {
  const expanded = lexicon.expand(textsIn(words));
  const isForeign = words.some(({ kind }) => kind === 'japanese');
  const english = isForeign ? lexicon.expand(translate(words, lexicon)) : expanded;
  const concepts = lexicon.joinProducts(lexicon.conceptsOf(english));
  const { parts, directions } = readDirections(unique(concepts));
  return {
    surface: surfaceOf(expanded),
    concepts: parts,
    directions,
    telling: isTelling(parts),
  };
}

/** Not by `map`: once compiled, that makes another kind of array, for which V8 compiles all code that reads it again. */
function textsIn(words: readonly Word[]): readonly string[] {
  const texts: string[] = [];
  for (const { text } of words) texts.push(text);
  return texts;
}

/** Concepts and directions as one text, whatever their order; empty if there are none. */
export function meaningOf({ concepts, directions }: Meaning): string {
  return [...concepts, ...directions].sort().join(' ');
}

/** The key of `meaningOf`: equal where that is, and rarely where it is not. */
export function keyOfMeaning({ concepts, directions }: Meaning): number {
  return (keyOfAll(concepts) + keyOfAll(directions)) | 0;
}

function surfaceOf(words: readonly string[]): string {
  let surface = '';
  let afterDigit = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '' || (noise.has(word) && !(word === 'microsoft' && words[at + 1] === '365'))) continue;
    surface += afterDigit && isDigit(word, 0) ? `.${word}` : word;
    afterDigit = isDigit(word, word.length - 1);
  }
  return surface.includes('の') ? surface.replaceAll('の', '') : surface;
}

function isDigit(word: string, at: number): boolean {
  const code = word.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Translates Japanese words among English ones, so that phrases and products are found across them. */
function translate(words: readonly Word[], lexicon: Lexicon): readonly string[] {
  const english: string[] = [];
  for (const { text, kind } of words)
    if (kind === 'japanese') english.push(...lexicon.translate(text));
    else english.push(text);
  return english;
}

/** Each concept once, but for words that give a direction. */
function unique(concepts: readonly string[]): readonly string[] {
  return concepts.every(isNew) ? concepts : concepts.filter(isNew);
}

function isNew(concept: string, at: number, concepts: readonly string[]): boolean {
  return concept === 'to' || concept === 'from' || concepts.indexOf(concept) === at;
}

/**
 * Separates concepts from directions. "Skype to Teams" is not "Teams to Skype": the order around a "to" is kept where it stands
 * between two things.
 */
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
