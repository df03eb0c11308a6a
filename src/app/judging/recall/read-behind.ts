import {
  createFingerprintTable,
  type FingerprintTable,
} from '../../../kit/fingerprints/fingerprint-table.js';
import type { Brief, Naming, Snapshot } from '../../../model/snapshot.js';
import { isMissing } from '../../../model/judged.js';
import { isPage, type Resource } from '../../../model/resource.js';
import type { Store } from '../../../store/store.js';
import { olderRuns } from '../../runs/older-runs.js';
import type { ReadBehind } from '../../task-lists/task-reconciler.js';
import { look } from './runs-before.js';

/** Nights after which pages that do not open hide nothing any more: some never do, and to ask every night takes its time. */
const mostAsked = 3;

/**
 * Reads what pages led to when the last of the runs before could read them, at once or over others that a run does not know: all
 * of it may still be there.
 */
export function readBehindIn(store: Store, snapshot: Snapshot): ReadBehind {
  return (closed, read) => {
    const left = new Set(closed);
    const known = addressesOf(snapshot);
    return olderRuns(store, snapshot.run)
      .slice(0, mostAsked)
      .flatMap(({ id }) => {
        if (left.size === 0) return [];
        const seen = look({ store }, id, (older) => {
          const pages = [...older.resources(({ url }) => left.has(url))].filter(isSettled);
          for (const { url } of pages) left.delete(url);
          if (!pages.some(isPage)) return null;
          return { value: read(withOnly(older, reachableFrom(older, pages, known))) };
        });
        return seen === null ? [] : [seen.value];
      });
  };
}

function addressesOf(snapshot: Snapshot): FingerprintTable {
  const known = createFingerprintTable();
  for (const { url } of snapshot.briefs()) known.add(url);
  return known;
}

/** Whether a run knew where it leads: it was read, or it was not there. */
function isSettled(resource: Resource): boolean {
  return isPage(resource) || isMissing({ resource, end: resource });
}

/** The ids of these pages and of all that they led to, over whatever pages are not known. */
function reachableFrom(
  older: Snapshot,
  pages: readonly Resource[],
  known: FingerprintTable,
): ReadonlySet<number> {
  const hidden = new Set(pages.map(({ id }) => id));
  const reachable = new Set(hidden);
  const redirects = redirectsIn(older);
  const reach = (id: number, url: string): void => {
    reachable.add(id);
    if (known.find(url) < 0) hidden.add(id);
  };
  // A set may grow while it is read: so every page among them is read, too.
  for (const page of hidden) {
    const { targets, urls } = older.links(page);
    for (const [at, target] of targets.entries()) reach(target, urls[at] ?? '');
    const end = redirects.get(page);
    if (end !== undefined) reach(end.id, end.url);
  }
  return reachable;
}

/** Where redirects lead, by id. */
function redirectsIn(older: Snapshot): ReadonlyMap<number, Brief> {
  const locations = new Map<string, number[]>();
  for (const { id, location } of older.landmarks()) {
    if (location === null) continue;
    const ids = locations.get(location);
    if (ids === undefined) locations.set(location, [id]);
    else ids.push(id);
  }
  const ends = new Map<number, Brief>();
  for (const brief of older.briefs()) for (const id of locations.get(brief.url) ?? []) ends.set(id, brief);
  return ends;
}

function withOnly(older: Snapshot, ids: ReadonlySet<number>): Snapshot {
  return {
    ...older,
    *namings(): Generator<Naming> {
      for (const naming of older.namings()) if (ids.has(naming.id)) yield naming;
    },
  };
}
