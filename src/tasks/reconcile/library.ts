import type { Naming, Snapshot } from '../../model/snapshot.js';
import { isMadeUp } from '../../model/target.js';
import { opens, type Verdict } from '../../model/verdict.js';
import { draftOf, holdingsOf, type HoldingDraft, type Holding } from './holdings.js';
import { noteLinks, type Notes } from './link-notes.js';
import { noPlaces, overlap, placeAt, union, type PlaceSet } from './place-set.js';

/** A place where documents ought to be: one or more sources under one name. */
export interface LibraryPlace {
  readonly id: string;
  readonly title: string;
  /** Ids of the sources it consists of. */
  readonly sources: readonly string[];
}

/** What the matcher and the answers need of a snapshot. */
export interface Library {
  readonly holdings: readonly Holding[];
  /** The places of which too little was seen to call anything missing. */
  readonly unseen: PlaceSet;
}

/** Reads a snapshot once: what there is, and what links call it. */
export function readLibrary(
  snapshot: Snapshot,
  places: readonly LibraryPlace[],
  verdictOf: (resource: number) => Verdict | null,
): Library {
  const placeOf = new Map(
    places.flatMap(({ sources }, at) => sources.map((source) => [source, placeAt(at)] as const)),
  );
  const counts = places.map(() => ({ pages: 0, hidden: 0, seedLost: false }));
  const drafts: HoldingDraft[] = [];
  const origins = new Map<string, string>();
  const notes: Notes = { texts: [], places: [] };
  for (const naming of snapshot.namings()) {
    const own = placeOf.get(naming.source ?? '') ?? noPlaces;
    if (naming.links !== null) noteLinks(notes, naming.links, own);
    if (isMadeUp(naming)) continue;
    countPage(naming, own, counts, verdictOf);
    if (!couldBeDocument(naming)) continue;
    drafts.push(draftOf(naming, { places: own, verdict: verdictOf(naming.id) }, origins));
  }
  return { holdings: holdingsOf(drafts, notes), unseen: unseenPlaces(counts, snapshot.run.complete) };
}

/** The documents that a run saw which is not judged, by the places that hold them or link to them. */
export function readHoldings(snapshot: Snapshot, places: readonly LibraryPlace[]): readonly Holding[] {
  return readLibrary(snapshot, places, () => null).holdings;
}

function unseenPlaces(counts: readonly Count[], complete: boolean): PlaceSet {
  const isUnseen = ({ pages, hidden, seedLost }: Count): boolean =>
    !complete || seedLost || hidden * 2 > pages;
  return counts.map((count, at) => (isUnseen(count) ? placeAt(at) : noPlaces)).reduce(union, noPlaces);
}

interface Count {
  pages: number;
  hidden: number;
  seedLost: boolean;
}

function countPage(
  { id, role }: Naming,
  places: PlaceSet,
  counts: readonly Count[],
  verdictOf: (resource: number) => Verdict | null,
): void {
  if (places === noPlaces || (role !== 'page' && role !== 'seed')) return;
  const verdict = verdictOf(id);
  const isLost = role === 'seed' && verdict !== null && !opens(verdict);
  for (const [at, count] of counts.entries()) {
    if (!overlap(places, placeAt(at))) continue;
    count.pages++;
    if (verdict?.state === 'not-checked') count.hidden++;
    if (isLost) count.seedLost = true;
  }
}

const neverDocuments = /^(image|font|audio)\/|css|javascript/;

function couldBeDocument({ contentType }: Naming): boolean {
  return contentType === null || !neverDocuments.test(contentType);
}
