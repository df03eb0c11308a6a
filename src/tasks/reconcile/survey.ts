import { originOf } from '../../kit/url.js';
import { fileNameOf } from '../../kit/content-disposition.js';
import { linkKinds, type LinkKind } from '../../model/link.js';
import { linkText } from '../../model/packed-links.js';
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
  /** What it calls itself as a page; `null` if it is none, or does not say. */
  readonly ownTitle: string | null;
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

/** What a resource is by itself, before its links and redirects are known. */
interface Draft {
  readonly id: number;
  readonly url: string;
  readonly location: string | null;
  /** What it calls itself: as a page, and as a file. */
  readonly titles: readonly string[];
  readonly file: string | null;
  /** As the page says. */
  readonly language: string | null;
  readonly isPage: boolean;
  readonly places: number;
}

/** Reads a snapshot once for resources and once for links; of all link texts, the first three a resource by code unit are kept. */
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
  const endOf = redirectsAmong(drafts);
  // Ids differ between two runs of one site, and ties are broken by position.
  const holdings = orderByPath(drafts).map((draft) => holdingOf(draft, notes.get(draft.id), endOf(draft)));
  return { holdings, unseen: unseenPlaces(counts, snapshot.run.complete) };
}

/** By what follows the host, so that it does not matter under which name a portal is reached; then by the host. */
function orderByPath(drafts: readonly Draft[]): readonly Draft[] {
  const keyed = drafts.map((draft) => {
    const origin = originOf(draft.url);
    return { draft, path: draft.url.slice(origin.length), origin };
  });
  keyed.sort((one, other) => {
    if (one.path === other.path) return one.origin < other.origin ? -1 : 1;
    return one.path < other.path ? -1 : 1;
  });
  return keyed.map(({ draft }) => draft);
}

function unseenPlaces(counts: readonly Count[], complete: boolean): number {
  return counts.reduce(
    (sum, { pages, hidden, seedLost }, at) =>
      sum | (!complete || seedLost || hidden * 2 > pages ? 1 << at : 0),
    0,
  );
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
      noteText(note, linkText(packed, row));
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
  if (short === '' || note.texts.includes(short)) return;
  const last = note.texts.at(-1);
  const isFull = note.texts.length === mostTexts;
  if (isFull && last !== undefined && short >= last) return;
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

function draftOf({ id, url, page, outcome }: Resource, places: number): Draft {
  const fetched = outcome.kind === 'fetched' ? outcome : null;
  const disposition = fetched?.headers['content-disposition'];
  return {
    id,
    url,
    location: fetched?.location ?? null,
    titles: page === null ? [] : [page.heading, page.title],
    file: disposition === undefined ? null : fileNameOf(disposition),
    language: page?.language ?? null,
    isPage: page !== null,
    places,
  };
}

function holdingOf(draft: Draft, note: Note | undefined, end: Draft | null): Holding {
  const names = namesOf(draft, note, end);
  return {
    resource: draft.id,
    url: draft.url,
    urls: end === draft ? [draft.url] : distinct([draft.url, draft.location, end?.url]),
    names,
    language: languageOf((end ?? draft).language, names),
    places: draft.places | (note?.places ?? 0),
    isPage: (end ?? draft).isPage,
    ownTitle: (end ?? draft).titles.find((title) => title !== '') ?? null,
  };
}

/** What people click to get there, what it calls itself, and the file's name. */
function namesOf(draft: Draft, note: Note | undefined, end: Draft | null): readonly string[] {
  const told = note?.texts ?? [];
  if (end === draft) return distinct([...told, ...draft.titles, draft.file]);
  return distinct([...told, ...draft.titles, ...(end?.titles ?? []), end?.file]);
}

/** The few texts that say something, each once. */
function distinct(texts: readonly (string | null | undefined)[]): readonly string[] {
  const seen: string[] = [];
  for (const text of texts) if (text != null && text !== '' && !seen.includes(text)) seen.push(text);
  return seen;
}

const mostHops = 5;

/** Finds the end of a short chain of redirects; `null` where the snapshot does not have it. */
function redirectsAmong(drafts: readonly Draft[]): (draft: Draft) => Draft | null {
  const wanted = new Set(drafts.flatMap(({ location }) => location ?? []));
  const targets = new Map(drafts.filter(({ url }) => wanted.has(url)).map((draft) => [draft.url, draft]));
  return (draft) => {
    let end: Draft | undefined = draft;
    for (let hop = 0; hop < mostHops && end !== undefined; hop++) {
      if (end.location === null) return end;
      end = targets.get(end.location);
    }
    return null;
  };
}

/** A page's own word for its language, unless its names are in another script. */
function languageOf(declared: string | null, names: readonly string[]): Language | null {
  if (declared === null) return null;
  const japanese = names.some((name) => /[\u3040-\u30ff]/.test(foldText(name)));
  if (/^ja\b/i.test(declared)) return 'ja';
  return /^en\b/i.test(declared) && !japanese ? 'en' : null;
}
