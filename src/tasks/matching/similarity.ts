import { generic } from '../vocabulary/words.js';
import type { Lexicon } from './lexicon.js';
import type { Name } from './name.js';
import { soundsLike } from './sound.js';

/** A name, prepared to be compared with many others. */
export interface Comparable {
  readonly name: Name;
  /** What each concept of the name may stand for, in their order. */
  readonly readings: readonly (readonly string[])[];
  /** The name's directions by the first reading of either end. */
  readonly directions: readonly string[];
  readonly identity: Identity;
}

/** What tells otherwise similar documents apart. */
interface Identity {
  readonly products: readonly string[];
  readonly numbers: readonly string[];
}

/** Prepares names for `likeness`. By loops and `push`, not `map`: see `textsIn`. */
export function toComparables(
  names: readonly { readonly name: Name }[],
  lexicon: Lexicon,
): readonly Comparable[] {
  const comparables: Comparable[] = [];
  for (const { name } of names) comparables.push(toComparable(name, lexicon));
  return comparables;
}

function toComparable(name: Name, lexicon: Lexicon): Comparable {
  const readings: (readonly string[])[] = [];
  for (const concept of name.concepts) readings.push(lexicon.readings(concept));
  const directions = name.directions.map((direction) => readDirection(direction, lexicon));
  return { name, readings, directions, identity: identityOf(readings.flat()) };
}

function readDirection(direction: string, lexicon: Lexicon): string {
  return direction
    .split('>')
    .map((end) => lexicon.readings(end)[0] ?? end)
    .join('>');
}

/** How alike two names are, 0 to 1; 0 if they certainly name two different things. */
export function likeness(one: Comparable, other: Comparable): number {
  if (areApart(one.identity, other.identity) || areReversed(one, other) || areOpposed(one.name, other.name))
    return 0;
  const { shared, onlyOurs, onlyTheirs } = pair(one.readings, other.readings);
  const isWhole = shared.length > 1 && onlyOurs.length + onlyTheirs.length === 0;
  if (!isWhole && shared.every((concept) => generic.has(concept))) return 0;
  const together = sum(shared);
  const translated = one.name.language !== other.name.language;
  const apart = translated
    ? sumUntranslated(onlyOurs, onlyTheirs) + sumUntranslated(onlyTheirs, onlyOurs)
    : sum(onlyOurs) + sum(onlyTheirs);
  return together / (together + apart);
}

interface Pairing {
  readonly shared: readonly string[];
  readonly onlyOurs: readonly string[];
  readonly onlyTheirs: readonly string[];
}

/** Pairs concepts that have a reading in common, then those that sound alike. */
function pair(ours: readonly (readonly string[])[], theirs: readonly (readonly string[])[]): Pairing {
  const shared: string[] = [];
  const onlyOurs: string[] = [];
  const left = [...theirs];
  for (const our of ours) {
    const same = left.findIndex((their) => our.some((reading) => their.includes(reading)));
    const at = same < 0 ? left.findIndex((their) => soundsLike(our[0] ?? '', their[0] ?? '')) : same;
    if (at < 0) onlyOurs.push(our[0] ?? '');
    else shared.push(our.find((reading) => left[at]?.includes(reading)) ?? our[0] ?? '');
    if (at >= 0) left.splice(at, 1);
  }
  return { shared, onlyOurs, onlyTheirs: left.map((their) => their[0] ?? '') };
}

/** Whether titles name different products, years, plans or numbers. */
export function speakOfDifferentThings(one: Name, other: Name): boolean {
  return (
    areApart(identityOf(one.concepts), identityOf(other.concepts)) ||
    areReversed(one, other) ||
    areOpposed(one, other)
  );
}

/**
 * Whether files are named after different products, or differ in a plan, year or part and are alike otherwise. Long numbers are
 * ids, and do not count.
 */
export function areFilesOfDifferentThings(one: Name, other: Name): boolean {
  const [ours, theirs] = [identityOf(one.concepts), identityOf(other.concepts)];
  if (conflicts(ours.products, theirs.products)) return true;
  if (conflicts(ours.numbers.filter(isFiscalYear), theirs.numbers.filter(isFiscalYear))) return true;
  const alike = one.concepts.some(
    (concept) => other.concepts.includes(concept) && !generic.has(concept) && !hasNumber(concept),
  );
  return alike && conflicts(ours.numbers.filter(isShort), theirs.numbers.filter(isShort));
}

function isFiscalYear(number: string): boolean {
  return /^fy\d/.test(number);
}

/** `p1`, `2`, a year; not the number of an article. */
function isShort(number: string): boolean {
  return /^(?:[a-z]{0,2}\d{1,3}|(?:19|20)\d\d)$/.test(number);
}

function identityOf(concepts: readonly string[]): Identity {
  return { products: concepts.filter(isProduct), numbers: concepts.filter(hasNumber) };
}

function areApart(one: Identity, other: Identity): boolean {
  return conflicts(one.products, other.products) || conflicts(one.numbers, other.numbers);
}

const opposites: ReadonlyMap<string, string> = new Map(
  [
    ['turnon', 'turnoff'],
    ['enable', 'disable'],
    ['install', 'uninstall'],
    ['upgrade', 'downgrade'],
    ['onboarding', 'offboarding'],
    ['internal', 'external'],
    ['add', 'remove'],
    ['start', 'stop'],
    ['basic', 'advanced'],
    ['before', 'after'],
  ].flatMap(([left = '', right = '']) => [[left, right] as const, [right, left] as const]),
);

/** Whether both have a direction, but none in common, such as a move there and a move back. */
function areReversed(
  { directions: ours }: Pick<Name, 'directions'>,
  { directions: theirs }: Pick<Name, 'directions'>,
): boolean {
  return ours.length > 0 && theirs.length > 0 && !ours.some((direction) => theirs.includes(direction));
}

/** Whether one is about the opposite of the other. */
function areOpposed(one: Name, other: Name): boolean {
  return one.concepts.some((concept) => {
    const opposite = opposites.get(concept);
    return opposite !== undefined && other.concepts.includes(opposite) && !one.concepts.includes(opposite);
  });
}

/** Whether each side has something that the other lacks. */
function conflicts(ours: readonly string[], theirs: readonly string[]): boolean {
  if (ours.length === 0 || theirs.length === 0) return false;
  return ours.some((one) => !theirs.includes(one)) && theirs.some((one) => !ours.includes(one));
}

function isProduct(concept: string): boolean {
  return concept.startsWith('product:');
}

function hasNumber(concept: string): boolean {
  return /\d/.test(concept) && !isProduct(concept);
}

/** How much a concept counts; `perhapsUntranslated`: it may well be the one that the other name has untranslated. */
const weights = {
  product: 1.8,
  usual: 1,
  generic: 0.6,
  perhapsUntranslated: 0.5,
  untranslated: 0.3,
} as const;

/** The weight of some concepts together. */
function sum(concepts: readonly string[]): number {
  let total = 0;
  for (const concept of concepts) total += weigh(concept);
  return total;
}

/**
 * The same of concepts that only one of two names has, in two languages. A word that nobody could translate weighs little, since it
 * may well be the one that the other name lacks; for each, one concept of the other name weighs less.
 */
function sumUntranslated(concepts: readonly string[], others: readonly string[]): number {
  let unknown = others.filter(isUntranslated).length;
  let total = 0;
  for (const concept of concepts) {
    if (isUntranslated(concept)) total += weights.untranslated;
    else if (isProduct(concept) || hasNumber(concept) || unknown === 0) total += weigh(concept);
    else {
      unknown--;
      total += weights.perhapsUntranslated;
    }
  }
  return total;
}

function isUntranslated(concept: string): boolean {
  return /[^\x20-\x7e]/.test(concept);
}

function weigh(concept: string): number {
  if (concept === '') return 0;
  if (isProduct(concept)) return weights.product;
  return generic.has(concept) ? weights.generic : weights.usual;
}
