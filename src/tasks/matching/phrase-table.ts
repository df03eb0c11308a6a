import { addToGroup } from '../../kit/collections/group-by.js';

/** Words that stand for others, in their order. */
export interface Phrase {
  readonly words: readonly string[];
  readonly becomes: readonly string[];
}

/** Replaces phrases in words, the longest first. Where `skips` returns `true`, a phrase is dropped instead. */
export type Replace = (
  words: readonly string[],
  skips?: (done: readonly string[], phrase: Phrase) => boolean,
) => readonly string[];

/** Phrases with the same first word. By their second word as well, since dozens of products start with their maker's name. */
interface Family {
  alone?: Phrase;
  /** The longest first. */
  readonly bySecond: Map<string, Phrase[]>;
}

/** Compiles phrases so that they are found quickly by their first words. */
export function createPhraseTable(phrases: readonly Phrase[]): Replace {
  const families = new Map<string, Family>();
  for (const phrase of phrases) note(families, phrase);
  for (const { bySecond } of families.values())
    for (const others of bySecond.values())
      others.sort((one, other) => other.words.length - one.words.length);
  return (words, skips) => {
    const start = words.findIndex((word) => families.has(word));
    if (start < 0) return words;
    const done = words.slice(0, start);
    for (let at = start; at < words.length;) {
      const word = words[at] ?? '';
      const phrase = phraseAt(families.get(word), words, at);
      if (phrase === undefined) done.push(word);
      else if (skips?.(done, phrase) !== true) done.push(...phrase.becomes);
      at += phrase?.words.length ?? 1;
    }
    return done;
  };
}

function note(families: Map<string, Family>, phrase: Phrase): void {
  const [first, second] = phrase.words;
  if (first === undefined) return;
  const family: Family = families.get(first) ?? { bySecond: new Map() };
  families.set(first, family);
  if (second === undefined) {
    family.alone ??= phrase;
    return;
  }
  addToGroup(family.bySecond, second, phrase);
}

function phraseAt(family: Family | undefined, words: readonly string[], at: number): Phrase | undefined {
  if (family === undefined) return undefined;
  const second = words[at + 1];
  const longer = second === undefined ? undefined : family.bySecond.get(second);
  return longer?.find((known) => startsAt(words, at, known.words)) ?? family.alone;
}

function startsAt(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  for (let offset = 2; offset < phrase.length; offset++)
    if (words[at + offset] !== phrase[offset]) return false;
  return true;
}
