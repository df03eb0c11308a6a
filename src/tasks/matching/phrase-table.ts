/** Words that stand for others, in their order. */
export interface Phrase {
  readonly words: readonly string[];
  readonly becomes: readonly string[];
}

/** Replaces phrases, the longest first; the words themselves come back where there are none. `skips` drops what it replaces. */
export type Replace = (
  words: readonly string[],
  skips?: (done: readonly string[], phrase: Phrase) => boolean,
) => readonly string[];

/** Makes many phrases findable by their first words. */
export function createPhraseTable(phrases: readonly Phrase[]): Replace {
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
    const start = words.findIndex((word) => byFirst.has(word));
    if (start < 0) return words;
    const done = words.slice(0, start);
    for (let at = start; at < words.length;) {
      const word = words[at] ?? '';
      const phrase = byFirst.get(word)?.find((known) => startsAt(words, at, known.words));
      if (phrase === undefined) done.push(word);
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
