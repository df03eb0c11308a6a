import { fileNameOf } from '../../kit/content-disposition.js';
import { linkKinds, type LinkKind } from '../../model/link.js';
import { linkWords } from '../../model/packed-links.js';
import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Language } from '../../model/text.js';
import type { Verdict } from '../../model/verdict.js';
import { foldText } from '../matching/fold.js';
import type { Candidate } from '../matching/match.js';

/** A place where documents ought to be: one or more sources under one name. */
export interface LibraryPlace {
  readonly id: string;
  readonly title: string;
  /** Ids of the sources it consists of. */
  readonly sources: readonly string[];
}

/** A resource that could be a document. */
export interface Holding extends Candidate {
  readonly resource: number;
  readonly url: string;
  /** Which places hold it or link to it: a bit each. */
  readonly places: number;
  readonly isPage: boolean;
}

/** A snapshot as the matcher and the answers need it. */
export interface Survey {
  readonly holdings: readonly Holding[];
  /** Bits of the places too little was seen of to call anything missing. */
  readonly unseen: number;
}

interface Note {
  readonly texts: string[];
  places: number;
}

const mostTexts = 3;
const longestText = 200;
const textual: ReadonlySet<LinkKind> = new Set([
  'anchor',
  'navigation',
  'frame',
  'refresh',
  'redirect',
  'resource',
  'media',
]);
/** Positions in `linkKinds`. */
const textualKinds = new Set(linkKinds.flatMap((kind, position) => (textual.has(kind) ? [position] : [])));

/** Reads a snapshot once for resources and once for links; of all link texts, the first three a resource in code unit order are kept. */
export function surveySnapshot(
  snapshot: Snapshot,
  places: readonly LibraryPlace[],
  verdictOf: (resource: number) => Verdict | null,
): Survey {
  const bits = new Map(
    places.flatMap(({ sources }, at) => sources.map((source) => [source, 1 << at] as const)),
  );
  const bitsOf = (resource: Resource | null): number => bits.get(resource?.source ?? '') ?? 0;
  const notes = readLinks(snapshot, (page) => bitsOf(snapshot.resource(page)));
  const idOf = new Map<string, number>();
  for (const { id, url } of snapshot.resources()) idOf.set(url, id);
  const holdings: Holding[] = [];
  const counts = places.map(() => ({ pages: 0, hidden: 0, seedLost: false }));
  for (const resource of snapshot.resources()) {
    if (resource.role === 'probe' || resource.role === 'search') continue;
    countPage(resource, bitsOf(resource), counts, verdictOf);
    if (!couldBeDocument(resource)) continue;
    const note = notes.get(resource.id);
    holdings.push(
      holdingOf(
        resource,
        note,
        bitsOf(resource) | (note?.places ?? 0),
        followRedirects(resource, snapshot, idOf),
      ),
    );
  }
  const incomplete = !snapshot.run.complete;
  const unseen = counts.reduce(
    (sum, { pages, hidden, seedLost }, at) =>
      sum | (incomplete || seedLost || hidden * 2 > pages ? 1 << at : 0),
    0,
  );
  // Ids differ between two runs of one site, and ties are broken by position.
  holdings.sort((one, other) => (one.url < other.url ? -1 : 1));
  return { holdings, unseen };
}

function readLinks(snapshot: Snapshot, placesOf: (page: number) => number): ReadonlyMap<number, Note> {
  const notes = new Map<number, Note>();
  for (const { from, to, kinds } of snapshot.edges()) {
    const packed = snapshot.links(from);
    const places = placesOf(from);
    for (let row = 0; row < to.length; row++) {
      const target = to[row];
      if (target === undefined || !textualKinds.has(kinds[row] ?? -1)) continue;
      const note = notes.get(target) ?? remember(notes, target);
      note.places |= places;
      noteText(note, linkWords(packed, row).text);
    }
  }
  return notes;
}

function remember(notes: Map<number, Note>, target: number): Note {
  const note = { texts: [], places: 0 };
  notes.set(target, note);
  return note;
}

function noteText(note: Note, text: string): void {
  const short = text.slice(0, longestText);
  const last = note.texts.at(-1);
  const isFull = note.texts.length === mostTexts;
  if (short === '' || (isFull && last !== undefined && short >= last) || note.texts.includes(short)) return;
  note.texts.push(short);
  note.texts.sort();
  if (isFull) note.texts.pop();
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

function holdingOf(
  resource: Resource,
  note: Note | undefined,
  places: number,
  end: Resource | null,
): Holding {
  const names = namesOf(resource, note, end);
  const location = locationOf(resource);
  const urls = [resource.url, location, end?.url ?? null].filter((url) => url !== null);
  return {
    resource: resource.id,
    url: resource.url,
    urls: [...new Set(urls)],
    names,
    language: languageOf((end ?? resource).page?.language ?? null, names),
    places,
    isPage: (end ?? resource).page !== null,
  };
}

/** What people click to get there, what it calls itself, and the file's name. */
function namesOf(resource: Resource, note: Note | undefined, end: Resource | null): readonly string[] {
  const titles = [resource.page, end?.page ?? null].flatMap((page) =>
    page === null ? [] : [page.heading, page.title],
  );
  const disposition =
    end?.outcome.kind === 'fetched' ? end.outcome.headers['content-disposition'] : undefined;
  const file = disposition === undefined ? null : fileNameOf(disposition);
  const names = [...(note?.texts ?? []), ...titles, file ?? ''];
  return [...new Set(names.filter((name) => name !== ''))];
}

const mostHops = 5;

/** The end of a short chain of redirects; `null` where the snapshot does not have it. */
function followRedirects(
  resource: Resource,
  snapshot: Snapshot,
  idOf: ReadonlyMap<string, number>,
): Resource | null {
  let end: Resource | null = resource;
  for (let hop = 0; hop < mostHops; hop++) {
    const location = locationOf(end);
    if (location === null) return end;
    end = snapshot.resource(idOf.get(location) ?? -1);
  }
  return null;
}

function locationOf(resource: Resource | null): string | null {
  return resource?.outcome.kind === 'fetched' ? resource.outcome.location : null;
}

/** A page's own word for its language, unless its names are in another script. */
function languageOf(declared: string | null, names: readonly string[]): Language | null {
  if (declared === null) return null;
  const japanese = names.some((name) => /[\u3040-\u30ff]/.test(foldText(name)));
  if (/^ja\b/i.test(declared)) return 'ja';
  return /^en\b/i.test(declared) && !japanese ? 'en' : null;
}
