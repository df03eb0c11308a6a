import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Verdict } from '../../model/verdict.js';
import { draftOf, holdingsOf, type Draft, type Holding } from './holdings.js';
import { readLinks } from './link-notes.js';

/** A place where documents ought to be: one or more sources under one name. */
export interface LibraryPlace {
  readonly id: string;
  readonly title: string;
  /** Ids of the sources it consists of. */
  readonly sources: readonly string[];
}

/** A snapshot as the matcher and the answers need it. */
export interface Survey {
  readonly holdings: readonly Holding[];
  /** Bits of the places too little was seen of to call anything missing. */
  readonly unseen: number;
}

/** Reads a snapshot once for resources and once for links. */
export function surveySnapshot(
  snapshot: Snapshot,
  places: readonly LibraryPlace[],
  verdictOf: (resource: number) => Verdict | null,
): Survey {
  const bits = new Map(
    places.flatMap(({ sources }, at) => sources.map((source) => [source, 1 << at] as const)),
  );
  const counts = places.map(() => ({ pages: 0, hidden: 0, seedLost: false }));
  const placesOf = new Map<number, number>();
  const drafts: Draft[] = [];
  for (const resource of snapshot.resources()) {
    const own = bits.get(resource.source ?? '') ?? 0;
    if (own !== 0) placesOf.set(resource.id, own);
    if (resource.role === 'probe' || resource.role === 'search') continue;
    countPage(resource, own, counts, verdictOf);
    if (couldBeDocument(resource)) drafts.push(draftOf(resource, own));
  }
  const notes = readLinks(snapshot, (page) => placesOf.get(page) ?? 0);
  return { holdings: holdingsOf(drafts, notes), unseen: unseenPlaces(counts, snapshot.run.complete) };
}

function unseenPlaces(counts: readonly Count[], complete: boolean): number {
  return counts.reduce(
    (sum, { pages, hidden, seedLost }, at) =>
      sum | (!complete || seedLost || hidden * 2 > pages ? 1 << at : 0),
    0,
  );
}

interface Count {
  pages: number;
  hidden: number;
  seedLost: boolean;
}

function countPage(
  resource: Resource,
  places: number,
  counts: readonly Count[],
  verdictOf: (resource: number) => Verdict | null,
): void {
  if (places === 0 || (resource.role !== 'page' && resource.role !== 'seed')) return;
  const state = verdictOf(resource.id)?.state ?? 'healthy';
  for (const [at, count] of counts.entries()) {
    if ((places & (1 << at)) === 0) continue;
    count.pages++;
    if (state === 'not-checked') count.hidden++;
    if (resource.role === 'seed' && (state === 'not-checked' || state === 'broken')) count.seedLost = true;
  }
}

const neverDocuments = /^(image|font|audio)\/|css|javascript/;

function couldBeDocument({ outcome }: Resource): boolean {
  return outcome.kind !== 'fetched' || !neverDocuments.test(outcome.contentType);
}
