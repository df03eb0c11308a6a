import { readAddress, type AddressKey } from './address.js';
import { createTable, type Table } from './index-table.js';
import type { Lexicon } from './lexicon.js';
import type { Candidate } from './match.js';
import { readName, type Name } from './name.js';

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
    byAddress: createTable(),
    byAnyLanguage: createTable(),
    byTask: createTable(),
    bySurface: createTable(),
    byMeaning: createTable(),
    byConcept: createTable(),
  };
  const addName = (text: string, at: number, said: Set<string>): void => {
    const name = readName(text, lexicon);
    if (name.surface !== '') index.bySurface.add(name.surface, at);
    for (const task of name.tasks) index.byTask.add(task, at);
    if (name.meaning === '' || said.has(name.meaning)) return;
    said.add(name.meaning);
    index.byMeaning.add(name.meaning, at);
    for (const concept of name.concepts)
      for (const reading of lexicon.readings(concept)) index.byConcept.add(reading, at);
  };
  candidates.forEach((candidate, at) => {
    const addresses = candidate.urls.flatMap((url) => readAddress(url) ?? []);
    for (const address of addresses) {
      index.byAddress.add(address.exact, at);
      if (address.anyLanguage !== address.exact) index.byAnyLanguage.add(address.anyLanguage, at);
    }
    const said = new Set<string>();
    for (const { text } of textsOf(candidate, addresses, lexicon)) addName(text, at, said);
  });
  const cache = new Map<number, readonly KnownName[]>();
  const namesOf = (at: number): readonly KnownName[] => {
    const known = cache.get(at);
    if (known !== undefined) return known;
    const candidate = candidates[at];
    const addresses = (candidate?.urls ?? []).flatMap((url) => readAddress(url) ?? []);
    const texts = candidate === undefined ? [] : textsOf(candidate, addresses, lexicon);
    const names = texts.map(({ text, isFile }) => ({ name: readName(text, lexicon), isFile }));
    if (cache.size > 20_000) cache.clear();
    cache.set(at, names);
    return names;
  };
  return { candidates, ...index, namesOf };
}

interface KnownText {
  readonly text: string;
  readonly isFile: boolean;
}

function textsOf(
  { names }: Candidate,
  addresses: readonly AddressKey[],
  lexicon: Lexicon,
): readonly KnownText[] {
  const texts = new Map<string, boolean>();
  for (const name of names)
    for (const text of partsOfTitle(name, lexicon)) if (!texts.has(text)) texts.set(text, false);
  for (const { file } of addresses) if (file !== '' && !texts.has(file)) texts.set(file, true);
  return Array.from(texts, ([text, isFile]) => ({ text, isFile }));
}

const bracketed = /^\[[^[\]]+\](?:\s*[-–>›]\s*\[[^[\]]+\])*\s*[-–>›]\s*\[([^[\]]+)\]$/;
const separator = /\s[|\-–—:]\s|\s?[|｜]\s?/;

/** A title without the portal's name at its end; then what `[A] - [B]` ends with. */
export function partsOfTitle(title: string, lexicon: Lexicon): readonly string[] {
  const trimmed = title.trim();
  if (trimmed === '') return [];
  const path = trimmed.startsWith('[') ? bracketed.exec(trimmed)?.[1] : undefined;
  if (path !== undefined) return [trimmed, path];
  const parts = trimmed.split(separator);
  const end = parts.findIndex((part, at) => at > 0 && lexicon.siteNames.has(part.trim().toLowerCase()));
  return [end > 0 ? parts.slice(0, end).join(' - ') : trimmed];
}
