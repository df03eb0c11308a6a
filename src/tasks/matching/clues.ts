import { readAddress, type AddressKey } from './address.js';
import type { CandidateIndex, KnownName } from './candidate-index.js';
import { keyOf } from './index-table.js';
import type { Evidence } from './match.js';
import { keyOfMeaning, meaningOf, type Name } from './name.js';
import { areFilesOfDifferentThings, speakOfDifferentThings } from './similarity.js';
import type { Sought } from './sought.js';

/** One piece of evidence for a candidate. */
export interface Clue {
  readonly at: number;
  readonly evidence: Evidence;
  /** The name or address of the candidate that decided. */
  readonly by: string;
  /** Nothing speaks against it. */
  readonly certain: boolean;
}

/** All evidence for what is sought, the strongest kinds first. Names that fit anything come last: there may be no end of them. */
export function* evidenceFor(sought: Sought, index: CandidateIndex): Iterable<Clue> {
  const { address, names, expected } = sought;
  if (address !== null) yield* cluesOfAddress(address, index);
  if (expected.task != null) yield* cluesOfTask(sought, expected.task, index);
  const telling = names.filter(({ name }) => name.telling);
  const others = names.filter(({ name }) => !name.telling);
  for (const known of [...telling, ...others]) {
    if (known.isFile && !isWorthALook(known.name)) continue;
    yield* cluesOfSurface(sought, known, index);
    yield* cluesOfMeaning(sought, known, index);
  }
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

/**
 * Evidence by the task's id. It is certain if the names agree, or if the task needs one document and the name says nothing else.
 */
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

/** What share of its concepts a name at least has in common with one that it overlaps. */
const leastOverlap = 0.6;

/** Whether names share most of their concepts and nothing tells them apart. */
function overlaps(one: Name, other: Name): boolean {
  if (one.concepts.length === 0 || speakOfDifferentThings(one, other)) return false;
  const shared = one.concepts.filter((concept) => other.concepts.includes(concept)).length;
  return shared > 0 && shared >= leastOverlap * one.concepts.length;
}

/** Candidates whose names are written alike. */
function* cluesOfSurface(sought: Sought, { name, isFile }: KnownName, index: CandidateIndex): Iterable<Clue> {
  if (name.surface === '') return;
  for (const at of index.bySurface.get(keyOf(name.surface))) {
    const names = index.namesOf(at);
    const other = names.find((known) => known.name.surface === name.surface);
    if (other === undefined) continue;
    const evidence = isFile && other.isFile ? 'file-name' : 'title';
    yield { at, evidence, by: other.name.text, certain: isCertain(sought, name, other.name, names) };
  }
}

/** Candidates whose names are written otherwise and mean the same. */
function* cluesOfMeaning(sought: Sought, { name }: KnownName, index: CandidateIndex): Iterable<Clue> {
  if (name.concepts.length === 0) return;
  const key = keyOfMeaning(name);
  const meaning = meaningOf(name);
  for (const at of index.byMeaning.get(key)) {
    const names = index.namesOf(at);
    const other = names.find(
      ({ name: known }) => keyOfMeaning(known) === key && meaningOf(known) === meaning,
    );
    if (other === undefined || other.name.surface === name.surface) continue;
    const translated = other.name.language !== name.language;
    const certain = translated && isCertain(sought, name, other.name, names);
    yield { at, evidence: translated ? 'translation' : 'likely', by: other.name.text, certain };
  }
}

/** Whether the name of a file says enough to be evidence: any file may be `overview`, but `enable-services` may be meant. */
function isWorthALook(name: Name): boolean {
  return (
    name.telling ||
    name.concepts.length > 1 ||
    name.concepts.some((concept) => concept.startsWith('product:'))
  );
}

/** Whether nothing speaks against it that two names are one document; `known` are all names of the candidate. */
function isCertain(sought: Sought, ours: Name, theirs: Name, known: readonly KnownName[]): boolean {
  if (!ours.telling || !theirs.telling) return false;
  if (ours.copy !== null && theirs.copy !== null && ours.copy !== theirs.copy) return false;
  const task = sought.expected.task ?? ours.tasks[0];
  if (task !== undefined && theirs.tasks.length > 0 && !theirs.tasks.includes(task)) return false;
  return (
    titlesAgree(sought.names, known) && filesAgree(sought.names, known) && formsAgree(sought.names, known)
  );
}

function titlesAgree(ours: readonly KnownName[], theirs: readonly KnownName[]): boolean {
  const title = ours.find(({ name, isFile }) => !isFile && name.telling);
  const others = theirs.filter(({ name, isFile }) => !isFile && name.telling);
  if (title === undefined || others.length === 0) return true;
  return others.some((other) => !speakOfDifferentThings(title.name, other.name));
}

/** The files count as well as the titles: the guides of two plans are often linked by the same text. */
function filesAgree(ours: readonly KnownName[], theirs: readonly KnownName[]): boolean {
  const file = ours.find(({ isFile }) => isFile);
  const others = theirs.filter(({ isFile }) => isFile);
  if (file === undefined || others.length === 0) return true;
  return others.some((other) => !areFilesOfDifferentThings(file.name, other.name));
}

function formsAgree(ours: readonly KnownName[], theirs: readonly KnownName[]): boolean {
  const form = ours.find(({ name }) => name.form !== null)?.name.form;
  const others = theirs.filter(({ name }) => name.form !== null);
  return form === undefined || others.length === 0 || others.some(({ name }) => name.form === form);
}
