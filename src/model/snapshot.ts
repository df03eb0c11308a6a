import type { Edges, NamedEdges } from './links/edges.js';
import type { PackedLinks } from './links/packed-links.js';
import type { PageFacts } from './page.js';
import type { Glance } from './print.js';
import type { Json, Resource, Role } from './resource.js';

/** One execution. */
export interface Run {
  /** Sorts by time: `20261122T081500123Z-1f3a`. */
  readonly id: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Everything in scope was asked. */
  readonly complete: boolean;
  /** Why it is not: names of limits, `interrupted`, `session-ended`. Sorted. */
  readonly limitsReached: readonly string[];
  readonly sources: readonly SourceFacts[];
  readonly checkFragments: boolean;
  readonly version: string;
  /** The options by which its pages were read and were to be judged; empty if an older version noted none. */
  readonly options: Readonly<Record<string, Json>>;
}

/** What a snapshot remembers of a configured source. */
export interface SourceFacts {
  readonly id: string;
  readonly title: string;
  readonly seeds: readonly string[];
  /** Documents that tasks name ought to be found here. */
  readonly library: boolean;
}

/** What people call a source: its title, else its id. */
export function sourceName({ id, title }: Pick<SourceFacts, 'id' | 'title'>): string {
  return title === '' ? id : title;
}

/** The few fields of a resource that most questions about all of them need. */
export interface Brief {
  readonly id: number;
  readonly url: string;
  readonly role: Role;
  /** `null` if no answer came. */
  readonly status: number | null;
  readonly location: string | null;
}

/** A resource in brief. */
export function briefOf({ id, url, role, outcome }: Resource): Brief {
  if (outcome.kind !== 'fetched') return { id, url, role, status: null, location: null };
  return { id, url, role, status: outcome.status, location: outcome.location };
}

/** Where a resource is and what it may be called: by itself, and by the links to it. */
export interface Naming {
  readonly id: number;
  readonly url: string;
  readonly source: string | null;
  readonly role: Role;
  readonly location: string | null;
  /** `null` if no answer came. */
  readonly contentType: string | null;
  /** The header `Content-Disposition`. */
  readonly disposition: string | null;
  /** `null` unless it was read as a page. */
  readonly page: Pick<PageFacts, 'title' | 'heading' | 'language'> | null;
  /** `null` where there was nothing to read. Valid until the next step. */
  readonly links: NamedEdges | null;
}

/** Where a resource is and what it calls itself, without its links. */
export function namingOf({ id, url, source, role, outcome, page }: Resource): Naming {
  const fetched = outcome.kind === 'fetched' ? outcome : null;
  return {
    id,
    url,
    source,
    role,
    location: fetched?.location ?? null,
    contentType: fetched?.contentType ?? null,
    disposition: fetched?.headers['content-disposition'] ?? null,
    page,
    links: null,
  };
}

/** Whether a resource tells where others lead or belong: a redirect, a probe, a seed, or the root of a host. */
export function isLandmark({ url, role, location }: Brief): boolean {
  return location !== null || role === 'probe' || role === 'seed' || isRoot(url);
}

/** Whether a URL is the root of its host. */
export function isRoot(url: string): boolean {
  return url.length > 8 && url.indexOf('/', 8) === url.length - 1;
}

/** Whether a resource opened and is no page. */
export function isDocument({ outcome, page }: Resource): boolean {
  return outcome.kind === 'fetched' && outcome.status === 200 && page === null;
}

/** All that one run saw; immutable. Reading is lazy: a large one is never in memory whole. */
export interface Snapshot {
  readonly run: Run;
  /**
   * Every resource, in order of id. May be read any number of times. Those whose glance is not wanted are left out, at a tenth of
   * the time it takes to read them.
   */
  resources(isWanted?: (glance: Glance) => boolean): Iterable<Resource>;
  resource(id: number): Resource | null;
  /** Every resource in brief, in order of id: in a quarter of the time. */
  briefs(): Iterable<Brief>;
  /** The resources for which `isLandmark` holds in brief, in order of id. */
  landmarks(): Iterable<Brief>;
  /** The resources for which `isDocument` holds, in order of id. */
  documents(): Iterable<Resource>;
  /** What every resource is called, in order of id: in a third of the time it takes to read resources and links whole. */
  namings(): Iterable<Naming>;
  /** What every page links to, in order of id. Redirects are not in it. The arrays are valid until the next step. */
  edges(): Iterable<Edges>;
  /** What was kept with the run under a name; `null` if nothing was. */
  note(name: string): Json | null;
  /** The links of one page, `urls` as they are in the snapshot. */
  links(page: number): PackedLinks;
}
