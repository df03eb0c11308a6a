import type { Language } from '../../model/text.js';
import { readAddress, type AddressKey } from './address.js';
import { partsOfTitle, type CandidateIndex, type KnownName } from './candidate-index.js';
import { keyOf, keyOfAll } from './index-table.js';
import type { Lexicon } from './lexicon.js';
import { evidences, reasonOf, type Evidence, type Expected, type Match } from './match.js';
import { meaningOf, readName, type Name } from './name.js';
import { speakOfDifferentThings } from './similarity.js';

/** What was found, parted by whether anything speaks against it. */
export interface Found {
  readonly sought: Sought;
  readonly sure: readonly Match[];
  readonly unsure: readonly Match[];
}

/** An expected document understood. */
export interface Sought {
  readonly expected: Expected;
  readonly address: AddressKey | null;
  /** The title first, if there is one; then the file. */
  readonly names: readonly KnownName[];
  readonly language: Language | null;
}

const most = 50;

/** Finds candidates by the five kinds of evidence, each once, by its strongest. */
export function findMatches(expected: Expected, index: CandidateIndex, lexicon: Lexicon): Found {
  const sought = seek(expected, lexicon);
  const matches = new Map<number, Match>();
  const unsure = new Map<number, Match>();
  for (const { at, evidence, by, certain } of evidenceFor(sought, index)) {
    const known = matches.get(at);
    if (known !== undefined && evidences.indexOf(known.evidence) <= evidences.indexOf(evidence)) continue;
    if (certain) matches.set(at, matchOf(sought, index, { at, evidence, by }, 1));
    else if (!unsure.has(at)) unsure.set(at, matchOf(sought, index, { at, evidence, by }, 0.9));
    if (matches.size + unsure.size > most) break;
  }
  return { sought, ...partTranslations(matches, unsure, index) };
}

/** Reads what is expected. */
function seek(expected: Expected, lexicon: Lexicon): Sought {
  const address = expected.url === null ? null : readAddress(expected.url);
  const titles = partsOfTitle(expected.title, lexicon).map((text) => ({
    name: readName(text, lexicon),
    isFile: false,
  }));
  const file = address?.file ?? '';
  const names = file === '' ? titles : [...titles, { name: readName(file, lexicon), isFile: true }];
  const language =
    expected.language ??
    names.find(({ name }) => name.marked !== null)?.name.marked ??
    address?.language ??
    titles[0]?.name.language ??
    null;
  return { expected, address, names, language };
}

interface Clue {
  readonly at: number;
  readonly evidence: Evidence;
  readonly by: string;
  readonly certain: boolean;
}

function* evidenceFor(sought: Sought, index: CandidateIndex): Iterable<Clue> {
  const { address, names, expected } = sought;
  if (address !== null) yield* cluesOfAddress(address, index);
  if (expected.task != null) yield* cluesOfTask(sought, expected.task, index);
  for (const { name, isFile } of names) yield* cluesOfName(sought, name, isFile, index);
}

function* cluesOfAddress(sought: AddressKey, index: CandidateIndex): Iterable<Clue> {
  const { exact, anyLanguage } = sought;
  const known = new Set(
    [keyOf(exact), keyOf(anyLanguage)].flatMap((key) => [
      ...index.byAddress.get(key),
      ...index.byAnyLanguage.get(key),
    ]),
  );
  for (const at of known) {
    const urls = index.candidates[at]?.urls ?? [];
    const near = urls.find((url) => readAddress(url)?.anyLanguage === anyLanguage);
    if (near === undefined) continue;
    const same = urls.find((url) => readAddress(url)?.exact === exact);
    yield { at, evidence: same === undefined ? 'same-stem' : 'same-url', by: same ?? near, certain: true };
  }
}

/** The task's id is enough where the task needs one document and the name says nothing else, or the same. */
function* cluesOfTask(sought: Sought, task: string, index: CandidateIndex): Iterable<Clue> {
  for (const at of index.byTask.get(keyOf(task))) {
    const named = index.namesOf(at).find(({ name }) => name.tasks.includes(task));
    if (named === undefined) continue;
    const others = index.namesOf(at).filter(({ name }) => name !== named.name && name.telling);
    const wordless = named.name.concepts.every(
      (concept) => concept === 'task' || concept === 'product:fasttrack',
    );
    const agrees = [named, ...others].some(({ name }) =>
      sought.names.some((ours) => overlaps(ours.name, name)),
    );
    const certain = agrees || (wordless && others.length === 0 && sought.expected.alone !== false);
    yield { at, evidence: 'task-id', by: named.name.text, certain };
  }
}

/** Most of the telling words of both are the same, and nothing tells them apart. */
function overlaps(one: Name, other: Name): boolean {
  if (one.concepts.length === 0 || speakOfDifferentThings(one, other)) return false;
  const shared = one.concepts.filter((concept) => other.concepts.includes(concept)).length;
  return shared > 0 && shared >= 0.6 * one.concepts.length;
}

function* cluesOfName(sought: Sought, name: Name, isFile: boolean, index: CandidateIndex): Iterable<Clue> {
  const bySurface = name.surface === '' ? [] : index.bySurface.get(keyOf(name.surface));
  for (const at of bySurface.slice(0, most * 4)) {
    const other = index.namesOf(at).find((known) => known.name.surface === name.surface);
    if (other === undefined) continue;
    if (!isWorthALook(name)) continue;
    const evidence = isFile && other.isFile ? 'file-name' : 'title';
    yield { at, evidence, by: other.name.text, certain: isCertain(sought, name, other.name, at, index) };
  }
  if (!isWorthALook(name)) return;
  const meaning = meaningOf(name);
  for (const at of index.byMeaning.get(keyOfAll([...name.concepts, ...name.directions])).slice(0, most * 4)) {
    const other = index.namesOf(at).find((known) => meaningOf(known.name) === meaning);
    if (other === undefined || other.name.surface === name.surface) continue;
    const translated = other.name.language !== name.language;
    const certain = translated && isCertain(sought, name, other.name, at, index);
    yield { at, evidence: translated ? 'translation' : 'likely', by: other.name.text, certain };
  }
}

/** "Overview" is the name of anything; "Enable services" may already be meant. */
function isWorthALook(name: Name): boolean {
  return (
    name.telling ||
    name.concepts.length > 1 ||
    name.concepts.some((concept) => concept.startsWith('product:'))
  );
}

function isCertain(sought: Sought, ours: Name, theirs: Name, at: number, index: CandidateIndex): boolean {
  if (!ours.telling || !theirs.telling) return false;
  if (ours.copy !== null && theirs.copy !== null && ours.copy !== theirs.copy) return false;
  const task = sought.expected.task ?? ours.tasks[0];
  if (task !== undefined && theirs.tasks.length > 0 && !theirs.tasks.includes(task)) return false;
  const title = sought.names.find((known) => !known.isFile && known.name.telling);
  const others = index.namesOf(at).filter((known) => !known.isFile && known.name.telling);
  if (title === undefined || others.length === 0) return true;
  return others.some((other) => !speakOfDifferentThings(title.name, other.name));
}

/** Where several different names could be the translation, none is it for sure. */
function partTranslations(
  matches: Map<number, Match>,
  unsure: Map<number, Match>,
  index: CandidateIndex,
): Pick<Found, 'sure' | 'unsure'> {
  const translations = [...matches.values()].filter((match) => match.evidence === 'translation');
  const surfaces = new Set(translations.map((match) => surfaceNamed(index, match)));
  if (surfaces.size > 1)
    for (const match of translations) {
      matches.delete(match.candidate);
      unsure.set(match.candidate, {
        ...match,
        evidence: 'likely',
        reason: reasonOf('likely', match.by, match.by),
        score: 0.9,
      });
    }
  const sure = [...matches.values()].sort((one, other) => rank(one) - rank(other));
  const rest = [...unsure.values()].filter((match) => !matches.has(match.candidate));
  return { sure, unsure: rest };
}

function surfaceNamed(index: CandidateIndex, match: Match): string {
  return index.namesOf(match.candidate).find(({ name }) => name.text === match.by)?.name.surface ?? match.by;
}

function rank(match: Match): number {
  return evidences.indexOf(match.evidence) * 2 + (match.otherLanguage ? 1 : 0);
}

/** Describes a candidate against what is expected. */
export function matchOf(
  sought: Sought,
  index: CandidateIndex,
  { at, evidence, by }: Pick<Clue, 'at' | 'evidence' | 'by'>,
  score: number,
): Match {
  const candidate = index.candidates[at];
  const names = index.namesOf(at);
  const named = names.find(({ name }) => name.text === by) ?? names[0];
  const address = candidate?.urls
    .map((url) => readAddress(url)?.language ?? null)
    .find((language) => language !== null);
  const language =
    candidate?.language ??
    names.find(({ name }) => name.marked !== null)?.name.marked ??
    address ??
    named?.name.language ??
    'en';
  return {
    candidate: at,
    evidence,
    reason: reasonOf(
      evidence,
      sought.expected.title === '' ? (sought.expected.url ?? '') : sought.expected.title,
      by,
    ),
    by,
    language,
    otherLanguage: sought.language !== null && sought.language !== language,
    version: compareVersions(sought.names, names),
    score,
  };
}

function compareVersions(ours: readonly KnownName[], theirs: readonly KnownName[]): Match['version'] {
  for (const { name: our } of ours)
    for (const { name: their } of theirs) {
      if (our.version === null || their.version?.kind !== our.version.kind) continue;
      const difference = their.version.value - our.version.value;
      return difference === 0 ? 'same' : difference < 0 ? 'older' : 'newer';
    }
  return 'unknown';
}
