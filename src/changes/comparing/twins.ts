import { addToGroup } from '../../kit/collections/group-by.js';
import { linkKinds } from '../../model/link.js';
import { cellOf, rowWidth } from '../../model/links/columns.js';
import type { Glance } from '../../model/print.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Inventory } from '../intake/inventory.js';

/**
 * Finds the same document in two languages by name: returns for each arrival, by its position, the id of the document that was
 * known in the other language, or -1. `isCandidate` says which may be returned.
 */
export type FindTwins = (
  arrived: readonly number[],
  snapshot: Snapshot,
  isCandidate: (glance: Glance) => boolean,
) => readonly number[];

const alternate = linkKinds.indexOf('alternate');

type Twins = ReadonlyMap<number, number>;

/** The run in which twins are looked for. */
interface Search {
  readonly inventory: Inventory;
  readonly snapshot: Snapshot;
  /** Whether a row opens, and was known before. */
  readonly mayBeTwin: (row: number) => boolean;
}

/**
 * For each arrival that was known in the other language before, the row of that. By the address without its language; else by
 * the page's own alternate links; else, for documents, by name.
 */
export function findTwins(
  arrived: readonly number[],
  { inventory, snapshot }: Omit<Search, 'mayBeTwin'>,
  wasKnown: (row: number) => boolean,
  findByName: FindTwins | undefined,
): Twins {
  const { traitsOf } = inventory;
  const mayBeTwin = (row: number): boolean => traitsOf(row).state === 'opens' && wasKnown(row);
  const search = { inventory, snapshot, mayBeTwin };
  const byAddress = twinsByAddress(arrived, search);
  const strangers = arrived.filter((row) => !byAddress.has(row));
  const byLink = twinsByLink(strangers, search);
  const documents = strangers.filter((row) => !byLink.has(row) && traitsOf(row).subject === 'document');
  const byName = findByName === undefined ? [] : twinsByName(documents, search, findByName);
  return new Map([...byAddress, ...byLink, ...byName]);
}

function twinsByAddress(rows: readonly number[], search: Search): Twins {
  const twins = new Map<number, number>();
  for (const [row, other] of neutralNamesakes(rows, search.inventory))
    if (areTwins(row, other, search)) twins.set(row, other);
  return twins;
}

function twinsByLink(rows: readonly number[], search: Search): Twins {
  const { inventory, snapshot } = search;
  const twins = new Map<number, number>();
  for (const row of rows) {
    if (!inventory.traitsOf(row).isRead) continue;
    const alternates = alternatesOf(snapshot, inventory.idOf(row)).map(inventory.urls.find);
    const twin = alternates.find((other) => areTwins(row, other, search));
    if (twin !== undefined) twins.set(row, twin);
  }
  return twins;
}

function twinsByName(rows: readonly number[], search: Search, findByName: FindTwins): Twins {
  const twins = new Map<number, number>();
  if (rows.length === 0) return twins;
  const { inventory, snapshot, mayBeTwin } = search;
  const { urls, traitsOf } = inventory;
  const wanted = new Set(rows.map((row) => (traitsOf(row).language === 'ja' ? 'en' : 'ja')));
  const isCandidate = ({ url }: Glance): boolean => {
    const other = urls.find(url);
    if (other < 0) return false;
    const { subject, language } = traitsOf(other);
    return wanted.has(language) && subject === 'document' && mayBeTwin(other);
  };
  findByName(rows.map(inventory.idOf), snapshot, isCandidate).forEach((id, position) => {
    const [row, twin] = [rows[position], snapshot.resource(id)];
    if (row === undefined || twin === null) return;
    const other = urls.find(twin.url);
    if (areTwins(row, other, search)) twins.set(row, other);
  });
  return twins;
}

function areTwins(row: number, other: number, { inventory: { traitsOf }, mayBeTwin }: Search): boolean {
  return (
    other >= 0 && other !== row && traitsOf(other).language !== traitsOf(row).language && mayBeTwin(other)
  );
}

/** Every row of the inventory whose address is the same as that of a given row, except for its language. */
export function* neutralNamesakes(
  rows: readonly number[],
  { neutral, urls }: Inventory,
): Iterable<readonly [row: number, namesake: number]> {
  const wanted = new Map<number, number[]>();
  for (const row of rows) {
    const key = neutral.get(row);
    if (key !== 0) addToGroup(wanted, key, row);
  }
  if (wanted.size === 0) return;
  for (let row = 0; row < urls.size(); row++) {
    for (const seeker of wanted.get(neutral.get(row)) ?? []) yield [seeker, row];
  }
}

function alternatesOf(snapshot: Snapshot, id: number): readonly string[] {
  const { rows, urls } = snapshot.links(id);
  const found: string[] = [];
  for (let start = 0; start < rows.length; start += rowWidth) {
    if (rows[start + cellOf.kind] === alternate) found.push(urls[rows[start + cellOf.target] ?? 0] ?? '');
  }
  return found;
}

/** Rows of documents that exist in English but not in Japanese, judging by their addresses. */
export function untranslated({ urls, neutral, traitsOf }: Inventory): readonly number[] {
  const japanese = new Set<number>();
  for (let row = 0; row < urls.size(); row++) {
    const { subject, state, language } = traitsOf(row);
    if (subject === 'document' && state !== 'broken' && language === 'ja') japanese.add(neutral.get(row));
  }
  const rows: number[] = [];
  for (let row = 0; row < urls.size(); row++) {
    const { subject, state, language, redirects } = traitsOf(row);
    if (subject !== 'document' || state !== 'opens' || language !== 'en' || redirects) continue;
    if (!japanese.has(neutral.get(row))) rows.push(row);
  }
  return rows;
}
