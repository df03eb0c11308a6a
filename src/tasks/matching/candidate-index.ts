import { createIndexTable, keyOf, type IndexTable } from './index-table.js';
import { addressesOf, textsOf } from './known-texts.js';
import type { Lexicon } from './lexicon.js';
import type { Candidate } from './match.js';
import { keyOfMeaning, parseNames, readNames, type Meaning, type Name } from './name.js';
import { toComparables, type Comparable } from './similarity.js';
import { createHistogram, type Histogram } from './histogram.js';

/**
 * Candidates, indexed by all that is evidence. The values are positions of candidates, and have to be checked: see `IndexTable`.
 */
export interface CandidateIndex {
  readonly candidates: readonly Candidate[];
  readonly byAddress: IndexTable;
  /** Only where it is not the exact address. */
  readonly byAnyLanguage: IndexTable;
  readonly byTask: IndexTable;
  readonly bySurface: IndexTable;
  readonly byMeaning: IndexTable;
  /** By each reading of each concept of each name. */
  readonly byConcept: IndexTable;
  /** For counting candidates; empty between two uses. */
  readonly histogram: Histogram;
  /** The names of a candidate: titles and texts first, then files. */
  readonly namesOf: (candidate: number) => readonly KnownName[];
  /** The same, ready to be compared; of names that say the same only the first. */
  readonly comparablesOf: (candidate: number) => readonly Comparable[];
}

export interface KnownName {
  readonly name: Name;
  readonly isFile: boolean;
}

/** Parses the names of one document: the first `titles` texts are titles, the others file names. */
export function readKnownNames(
  texts: readonly string[],
  titles: number,
  lexicon: Lexicon,
): readonly KnownName[] {
  const names: KnownName[] = [];
  for (const name of readNames(texts, lexicon)) names.push({ name, isFile: names.length >= titles });
  return names;
}

/** The most candidates of one name or one meaning that are looked at. */
const mostAlike = 200;
/** The most candidates of one concept that are looked at. */
const mostSharing = 2000;

/** Indexes candidates, which takes about ten microseconds a name. Names are not kept but read again when asked for. */
export function indexCandidates(candidates: readonly Candidate[], lexicon: Lexicon): CandidateIndex {
  const index = {
    byAddress: createIndexTable(),
    byAnyLanguage: createIndexTable(),
    byTask: createIndexTable(),
    bySurface: createIndexTable(mostAlike),
    byMeaning: createIndexTable(mostAlike),
    byConcept: createIndexTable(mostSharing),
  };
  const addMeaning = (meaning: Meaning, at: number): void => {
    const { surface, concepts } = meaning;
    if (surface !== '') index.bySurface.add(keyOf(surface), at);
    if (concepts.length === 0) return;
    index.byMeaning.add(keyOfMeaning(meaning), at);
    for (const concept of concepts)
      for (const reading of lexicon.readings(concept)) index.byConcept.add(keyOf(reading), at);
  };
  candidates.forEach((candidate, at) => {
    const addresses = addressesOf(candidate);
    for (const address of addresses) {
      index.byAddress.add(keyOf(address.exact), at);
      if (address.anyLanguage !== address.exact) index.byAnyLanguage.add(keyOf(address.anyLanguage), at);
    }
    const { texts } = textsOf(candidate, addresses, lexicon);
    let latest: Meaning | null = null;
    for (const { draft, meaning } of parseNames(texts, lexicon)) {
      for (const task of draft.tasks) index.byTask.add(keyOf(task), at);
      if (meaning !== latest) addMeaning(meaning, at);
      latest = meaning;
    }
  });
  const namesOf = remembering((at): readonly KnownName[] => {
    const candidate = candidates[at];
    if (candidate === undefined) return [];
    const { texts, titles } = textsOf(candidate, addressesOf(candidate), lexicon);
    return readKnownNames(texts, titles, lexicon);
  });
  const comparablesOf = remembering((at) => toComparables(distinct(namesOf(at)), lexicon));
  return { candidates, ...index, histogram: createHistogram(candidates.length), namesOf, comparablesOf };
}

const mostRemembered = 20_000;

/** Remembers results, since some candidates are looked at again and again. */
function remembering<Value>(make: (candidate: number) => Value): (candidate: number) => Value {
  const values = new Map<number, Value>();
  return (candidate) => {
    const known = values.get(candidate);
    if (known !== undefined) return known;
    const value = make(candidate);
    if (values.size > mostRemembered) values.clear();
    values.set(candidate, value);
    return value;
  };
}

/** Of names that say the same only the first, since the others are as similar to anything. */
function distinct(names: readonly KnownName[]): readonly KnownName[] {
  return names.filter(({ name: { concepts, language } }, at) => {
    const first = names.findIndex(({ name }) => name.concepts === concepts && name.language === language);
    return first === at;
  });
}
