import { addToGroup } from '../../kit/collections/group-by.js';
import { linkKinds } from '../../model/link.js';
import { cellOf, rowWidth } from '../../model/links/columns.js';
import type { Glance } from '../../model/print.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Language } from '../../model/text.js';
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

/**
 * For each arrival that was known in the other language before, the row of that. By the address without its language; else by
 * the page's own alternate links; else, for documents, by name.
 */
export function findTwins(
  arrived: readonly number[],
  later: { readonly inventory: Inventory; readonly snapshot: Snapshot },
  wasKnown: (row: number) => boolean,
  byName: FindTwins | undefined,
): ReadonlyMap<number, number> {
  const { inventory, snapshot } = later;
  const twins = new Map<number, number>();
  const languageOf = (row: number): Language => inventory.traitsOf(row).language;
  const fits = (row: number, twin: number): boolean =>
    twin >= 0 &&
    twin !== row &&
    languageOf(twin) !== languageOf(row) &&
    inventory.traitsOf(twin).state === 'opens' &&
    wasKnown(twin);
  for (const [row, twin] of neutralNamesakes(arrived, inventory)) if (fits(row, twin)) twins.set(row, twin);
  for (const row of arrived) {
    if (twins.has(row) || !inventory.traitsOf(row).isRead) continue;
    const twin = alternatesOf(snapshot, inventory.idOf(row))
      .map(inventory.urls.find)
      .find((other) => fits(row, other));
    if (twin !== undefined) twins.set(row, twin);
  }
  const left = arrived.filter((row) => !twins.has(row) && inventory.traitsOf(row).subject === 'document');
  if (byName === undefined || left.length === 0) return twins;
  const others = new Set(left.map((row) => (languageOf(row) === 'ja' ? 'en' : 'ja')));
  const isCandidate = ({ url }: Glance): boolean => {
    const row = inventory.urls.find(url);
    if (row < 0) return false;
    const { state, subject, language } = inventory.traitsOf(row);
    return others.has(language) && subject === 'document' && state === 'opens' && wasKnown(row);
  };
  byName(left.map(inventory.idOf), snapshot, isCandidate).forEach((id, position) => {
    const [row, twin] = [left[position], snapshot.resource(id)];
    if (row === undefined || twin === null) return;
    const found = inventory.urls.find(twin.url);
    if (fits(row, found)) twins.set(row, found);
  });
  return twins;
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
