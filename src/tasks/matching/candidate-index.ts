import { readAddress, type AddressKey } from './address.js';
import { createTable, keyOf, keyOfAll, type Table } from './index-table.js';
import type { Lexicon } from './lexicon.js';
import type { Candidate } from './match.js';
import { readAll, readNames, type Meaning, type Name } from './name.js';
import { createTally, type Tally } from './tally.js';

/** Candidates, found by whatever is evidence. Every value is the position of a candidate; see `Table` for its doubts. */
export interface CandidateIndex {
  readonly candidates: readonly Candidate[];
  readonly byAddress: Table;
  /** Only where it is not the exact address. */
  readonly byAnyLanguage: Table;
  readonly byTask: Table;
  readonly bySurface: Table;
  readonly byMeaning: Table;
  /** By each reading of each concept of each name. */
  readonly byConcept: Table;
  /** Counts candidates; whoever uses it empties it. */
  readonly tally: Tally;
  /** The names of a candidate: titles and texts first, then files. */
  readonly namesOf: (candidate: number) => readonly KnownName[];
}

export interface KnownName {
  readonly name: Name;
  readonly isFile: boolean;
}

/** Indexes candidates; about ten microseconds a name. Names are read again when asked for, so that none is kept. */
export function indexCandidates(candidates: readonly Candidate[], lexicon: Lexicon): CandidateIndex {
  const index = {
    byAddress: createTable(candidates.length),
    byAnyLanguage: createTable(),
    byTask: createTable(),
    bySurface: createTable(candidates.length),
    byMeaning: createTable(candidates.length),
    byConcept: createTable(candidates.length),
  };
  const addMeaning = ({ surface, concepts, directions }: Meaning, at: number): void => {
    if (surface !== '') index.bySurface.add(keyOf(surface), at);
    if (concepts.length === 0) return;
    index.byMeaning.add(keyOfAll([...concepts, ...directions]), at);
    for (const concept of concepts)
      for (const reading of lexicon.readings(concept)) index.byConcept.add(keyOf(reading), at);
  };
  candidates.forEach((candidate, at) => {
    const addresses = candidate.urls.flatMap((url) => readAddress(url) ?? []);
    for (const address of addresses) {
      index.byAddress.add(keyOf(address.exact), at);
      if (address.anyLanguage !== address.exact) index.byAnyLanguage.add(keyOf(address.anyLanguage), at);
    }
    const texts = textsOf(candidate, addresses, lexicon).map(({ text }) => text);
    let latest: Meaning | null = null;
    for (const { draft, meaning } of readAll(texts, lexicon)) {
      for (const task of draft.tasks) index.byTask.add(keyOf(task), at);
      if (meaning !== latest) addMeaning(meaning, at);
      latest = meaning;
    }
  });
  const cache = new Map<number, readonly KnownName[]>();
  const namesOf = (at: number): readonly KnownName[] => {
    const known = cache.get(at);
    if (known !== undefined) return known;
    const candidate = candidates[at];
    const addresses = (candidate?.urls ?? []).flatMap((url) => readAddress(url) ?? []);
    const texts = candidate === undefined ? [] : textsOf(candidate, addresses, lexicon);
    const names = readNames(
      texts.map(({ text }) => text),
      lexicon,
    ).map((name, position) => ({ name, isFile: texts[position]?.isFile === true }));
    if (cache.size > 20_000) cache.clear();
    cache.set(at, names);
    return names;
  };
  return { candidates, ...index, tally: createTally(candidates.length), namesOf };
}

interface KnownText {
  readonly text: string;
  readonly isFile: boolean;
}

/** Each once, though many are called the same by page and file. */
function textsOf(
  { names }: Candidate,
  addresses: readonly AddressKey[],
  lexicon: Lexicon,
): readonly KnownText[] {
  const texts: KnownText[] = [];
  const add = (text: string, isFile: boolean): void => {
    if (!texts.some((known) => known.text === text)) texts.push({ text, isFile });
  };
  for (const name of names) for (const text of partsOfTitle(name, lexicon)) add(text, false);
  for (const { file } of addresses) if (file !== '') add(file, true);
  return texts;
}

const bracketed = /^\[[^[\]]+\](?:\s*[-–>›]\s*\[[^[\]]+\])*\s*[-–>›]\s*\[([^[\]]+)\]$/;
const separator = /\s[|\-–—:]\s|\s?[|｜]\s?/;
/** What a separator has in it. */
const separating = /[|｜]|\s[-–—:]/;

/** A title without the portal's name at its end; then what `[A] - [B]` ends with. */
export function partsOfTitle(title: string, lexicon: Lexicon): readonly string[] {
  const trimmed = title.trim();
  if (trimmed === '') return [];
  const path = trimmed.startsWith('[') ? bracketed.exec(trimmed)?.[1] : undefined;
  if (path !== undefined) return [trimmed, path];
  if (!separating.test(trimmed)) return [trimmed];
  const parts = trimmed.split(separator);
  const end = parts.findIndex((part, at) => at > 0 && lexicon.siteNames.has(part.trim().toLowerCase()));
  return [end > 0 ? parts.slice(0, end).join(' - ') : trimmed];
}
