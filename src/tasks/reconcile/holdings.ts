import { fileNameOf } from '../../kit/documents/content-disposition.js';
import { originOf } from '../../kit/urls/url.js';
import type { Naming } from '../../model/snapshot.js';
import type { Language } from '../../model/text.js';
import { opens, type Verdict } from '../../model/verdict.js';
import { foldText } from '../matching/fold.js';
import type { Candidate } from '../matching/match.js';
import type { Notes } from './link-notes.js';
import { noPlaces, union, type PlaceSet } from './place-set.js';

/** A resource that could be a document. */
export interface Holding extends Candidate {
  readonly resource: number;
  readonly url: string;
  /** The places that hold it or link to it. */
  readonly places: PlaceSet;
  readonly isPage: boolean;
  /** Its own title as a page; `null` if it is none, or has none. */
  readonly ownTitle: string | null;
}

/** What is known of a resource before its links and redirects are. */
export interface HoldingDraft {
  readonly id: number;
  readonly url: string;
  /** Everything before its path: scheme, host and port. */
  readonly origin: string;
  readonly location: string | null;
  /** Its own titles as a page. */
  readonly titles: readonly string[];
  readonly file: string | null;
  /** As the page says. */
  readonly language: string | null;
  readonly isPage: boolean;
  readonly opens: boolean;
  readonly behindSignIn: boolean;
  readonly places: PlaceSet;
}

/**
 * What a resource says of itself; `places` are those whose pages it is one of. What comes in place of one that does not open says
 * nothing of it: `Sign in`, `404`. `origins` holds each origin once, to save memory.
 */
export function draftOf(
  naming: Naming,
  { places, verdict }: { readonly places: PlaceSet; readonly verdict: Verdict | null },
  origins: Map<string, string>,
): HoldingDraft {
  const { id, url, location, disposition, page } = naming;
  const isItself = opens(verdict ?? undefined);
  return {
    id,
    url,
    origin: once(origins, url.slice(0, originOf(url).length)),
    location,
    titles: page === null || !isItself ? untitled : [page.heading, page.title],
    file: disposition === null ? null : fileNameOf(disposition),
    language: isItself ? (page?.language ?? null) : null,
    isPage: page !== null,
    opens: isItself,
    behindSignIn: verdict?.behindSignIn === true,
    places,
  };
}

const untitled: readonly string[] = [];

function once(known: Map<string, string>, text: string): string {
  const same = known.get(text);
  if (same === undefined) known.set(text, text);
  return same ?? text;
}

/**
 * Makes holdings of all that is known, in the order of their paths: ids differ between two runs of one site, and position breaks
 * ties.
 */
export function holdingsOf(drafts: readonly HoldingDraft[], notes: Notes): readonly Holding[] {
  const endOf = redirectsAmong(drafts);
  return [...drafts].sort(byPath).map((draft) => holdingOf(draft, notes, endOf(draft)));
}

/**
 * By path, so that it does not matter under which name a portal is reached; then by host. On one host whole addresses are in the
 * same order, and far quicker to compare than their paths.
 */
function byPath(one: HoldingDraft, other: HoldingDraft): number {
  if (one.origin === other.origin) return one.url < other.url ? -1 : 1;
  const path = one.url.slice(one.origin.length);
  const otherPath = other.url.slice(other.origin.length);
  if (path !== otherPath) return path < otherPath ? -1 : 1;
  return originOf(one.url) < originOf(other.url) ? -1 : 1;
}

function holdingOf(draft: HoldingDraft, notes: Notes, end: HoldingDraft | null): Holding {
  const said = draft.opens ? end : draft;
  const names = namesOf(draft, notes.texts[draft.id] ?? [], said);
  return {
    resource: draft.id,
    url: draft.url,
    urls: end === draft ? [draft.url] : urlsOf(draft, end),
    names,
    language: languageOf((said ?? draft).language, names),
    places: union(draft.places, notes.places[draft.id] ?? noPlaces),
    isPage: (end ?? draft).isPage,
    ownTitle: (said ?? draft).titles.find((title) => title !== '') ?? null,
  };
}

/** Its addresses: its own, then where its redirects lead, but for a sign-in, which may be in any language. */
function urlsOf({ url, location, behindSignIn }: HoldingDraft, end: HoldingDraft | null): readonly string[] {
  const urls = distinct([url, location, end?.url]);
  return behindSignIn ? urls.filter((one) => one !== end?.url) : urls;
}

/** Its names: the texts of links to it, its own titles, and the name of its file. */
function namesOf(draft: HoldingDraft, told: readonly string[], end: HoldingDraft | null): readonly string[] {
  if (end === draft && !draft.isPage && draft.file === null) return told;
  if (end === draft) return distinct([...told, ...draft.titles, draft.file]);
  return distinct([...told, ...draft.titles, ...(end?.titles ?? []), end?.file]);
}

/** The texts that are not empty, each once. There are few. */
function distinct(texts: readonly (string | null | undefined)[]): readonly string[] {
  const seen: string[] = [];
  for (const text of texts) if (text != null && text !== '' && !seen.includes(text)) seen.push(text);
  return seen;
}

const mostHops = 5;

/** Finds the end of a short chain of redirects; `null` where the snapshot does not have it. */
function redirectsAmong(drafts: readonly HoldingDraft[]): (draft: HoldingDraft) => HoldingDraft | null {
  const wanted = new Set(drafts.flatMap(({ location }) => location ?? []));
  const targets = new Map(drafts.filter(({ url }) => wanted.has(url)).map((draft) => [draft.url, draft]));
  return (draft) => {
    let end: HoldingDraft | undefined = draft;
    for (let hop = 0; hop < mostHops && end !== undefined; hop++) {
      if (end.location === null) return end;
      end = targets.get(end.location);
    }
    return null;
  };
}

/** The language that a page declares, unless its names are in another script. */
function languageOf(declared: string | null, names: readonly string[]): Language | null {
  if (declared === null) return null;
  const japanese = names.some((name) => /[\u3040-\u30ff]/.test(foldText(name)));
  if (/^ja\b/i.test(declared)) return 'ja';
  return /^en\b/i.test(declared) && !japanese ? 'en' : null;
}
