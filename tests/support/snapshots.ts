import type { Link } from '../../src/model/link.js';
import { cellOf, rowWidth } from '../../src/model/links/columns.js';
import type { Edges } from '../../src/model/links/edges.js';
import { packLinks } from '../../src/model/links/pack.js';
import { noLinks, type PackedLinks } from '../../src/model/links/packed-links.js';
import { linkWords } from '../../src/model/links/unpack.js';
import type { PageFacts } from '../../src/model/page.js';
import { printOf, type Glance } from '../../src/model/print.js';
import type { Attempt, Flaw, Json, Outcome, Resource, Role, Signals } from '../../src/model/resource.js';
import {
  briefOf,
  isDocument,
  isLandmark,
  namingOf,
  type Naming,
  type Run,
  type Snapshot,
  type SourceFacts,
} from '../../src/model/snapshot.js';

/** What a test cares to say of a resource; the rest is that of a healthy answer. */
export interface ResourceSketch {
  readonly url: string;
  readonly id?: number;
  readonly source?: string | null;
  readonly role?: Role;
  /** HTTP status of the outcome; 200 unless told. */
  readonly status?: number;
  /** Where it redirects to; makes the status 301 unless told. */
  readonly location?: string;
  readonly contentType?: string;
  readonly flaw?: Flaw;
  /** Instead of an answer with `status`. */
  readonly outcome?: Outcome;
  readonly attempts?: readonly Attempt[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a page, as do `page` and `links`. */
  readonly title?: string;
  readonly page?: Partial<PageFacts> | null;
  readonly signals?: Signals;
  /** Links of the page; targets that are not sketched become healthy foreign resources. */
  readonly links?: readonly LinkSketch[];
}

export type LinkSketch = string | (Partial<Link> & { readonly url: string });

export interface SnapshotSketch {
  readonly run?: Partial<Run>;
  readonly sources?: readonly (Partial<SourceFacts> & { readonly id: string })[];
  readonly resources: readonly ResourceSketch[];
  readonly notes?: Readonly<Record<string, Json>>;
}

/** 2026-11-22T08:15:00Z, when every sketched run starts. */
export const sketchedTime = Date.UTC(2026, 10, 22, 8, 15, 0);

/** A link from what a test cares about. */
export function linkOf(sketch: LinkSketch): Link {
  const given = typeof sketch === 'string' ? { url: sketch } : sketch;
  return { kind: 'anchor', text: '', headings: [], fragment: null, written: null, ...given };
}

/** A run from what a test cares about. */
export function runOf(sketch: Partial<Run> = {}): Run {
  return {
    id: '20261122T081500Z-0001',
    startedAt: sketchedTime,
    endedAt: sketchedTime + 60_000,
    complete: true,
    limitsReached: [],
    sources: [],
    checkFragments: false,
    version: '0.0.0',
    options: {},
    ...sketch,
  };
}

/** A resource from what a test cares about. */
export function resourceOf(sketch: ResourceSketch): Resource {
  const outcome = sketch.outcome ?? answerOf(sketch);
  return {
    id: sketch.id ?? 1,
    url: sketch.url,
    source: sketch.source ?? null,
    role: sketch.role ?? (isPage(sketch) ? 'page' : 'check'),
    attempts: sketch.attempts ?? attemptsOf(outcome),
    outcome,
    page: isPage(sketch) ? pageOf(sketch) : null,
    signals: sketch.signals ?? {},
  };
}

/** A snapshot in memory. Ids count from 1 in the order of the sketches, then of first mention in a link. */
export function snapshotOf(sketch: SnapshotSketch): Snapshot {
  const ids = new Map<string, number>();
  let latest = 0;
  const assign = (url: string, id: number): number => {
    ids.set(url, id);
    latest = Math.max(latest, id);
    return id;
  };
  const idOf = (url: string): number => ids.get(url) ?? assign(url, latest + 1);
  for (const { url, id } of sketch.resources) assign(url, id ?? latest + 1);

  const links = new Map<number, SketchedLinks>();
  const resources = new Map<number, Resource>();
  for (const resource of sketch.resources) {
    const id = idOf(resource.url);
    resources.set(id, resourceOf({ ...resource, id }));
    if (resource.links === undefined) continue;
    const packed = packLinks(resource.links.map(linkOf));
    links.set(id, { packed, targets: Uint32Array.from(packed.urls, idOf) });
  }
  for (const [url, id] of ids) if (!resources.has(id)) resources.set(id, resourceOf({ url, id }));
  const ordered = [...resources.values()].sort((one, other) => one.id - other.id);

  return {
    run: runOf({ sources: (sketch.sources ?? []).map(sourceOf), ...sketch.run }),
    resources: (isWanted) =>
      isWanted === undefined ? ordered : ordered.filter((resource) => isWanted(glanceAt(resource))),
    resource: (id) => resources.get(id) ?? null,
    briefs: () => ordered.map(briefOf),
    landmarks: () => ordered.map(briefOf).filter(isLandmark),
    documents: () => ordered.filter(isDocument),
    namings: () => ordered.map((resource) => namingWithLinks(resource, links.get(resource.id))),
    edges: () =>
      ordered.flatMap(({ id }) => {
        const page = links.get(id);
        return page === undefined ? [] : [edgesOf(id, page.packed, page.targets)];
      }),
    note: (name) => sketch.notes?.[name] ?? null,
    links: (id) => links.get(id)?.packed ?? noLinks,
  };
}

function glanceAt(resource: Resource): Glance {
  return { id: resource.id, url: resource.url, print: printOf(resource) };
}

interface SketchedLinks {
  readonly packed: PackedLinks;
  readonly targets: Uint32Array;
}

function namingWithLinks(resource: Resource, page: SketchedLinks | undefined): Naming {
  if (page === undefined) return namingOf(resource);
  const { packed, targets } = page;
  const links = {
    ...edgesOf(resource.id, packed, targets),
    textOf: (link: number) => linkWords(packed, link).text,
  };
  return { ...namingOf(resource), links };
}

function edgesOf(from: number, { rows }: PackedLinks, targets: Uint32Array): Edges {
  const count = rows.length / rowWidth;
  return {
    from,
    to: Uint32Array.from({ length: count }, (_, row) => targets[rows[row * rowWidth + cellOf.target]!]!),
    kinds: Uint8Array.from({ length: count }, (_, row) => rows[row * rowWidth + cellOf.kind]!),
  };
}

function sourceOf(sketch: Partial<SourceFacts> & { readonly id: string }): SourceFacts {
  return { title: '', seeds: [], library: false, ...sketch };
}

function isPage({ page, title, links }: ResourceSketch): boolean {
  return page !== null && (page ?? title ?? links) !== undefined;
}

function pageOf({ title = '', page }: ResourceSketch): PageFacts {
  return { ...pageTitled(title), ...page };
}

/** What is known of a page that has a title and nothing else. */
export function pageTitled(title: string): PageFacts {
  return {
    title,
    heading: '',
    language: null,
    charset: 'utf-8',
    breadcrumb: [],
    anchors: null,
    digest: null,
  };
}

function answerOf(sketch: ResourceSketch): Outcome {
  return {
    kind: 'fetched',
    status: sketch.status ?? (sketch.location === undefined ? 200 : 301),
    location: sketch.location ?? null,
    contentType: sketch.contentType ?? 'text/html',
    length: null,
    bytes: 1000,
    flaw: sketch.flaw ?? null,
    headers: sketch.headers ?? {},
  };
}

function attemptsOf(outcome: Outcome): readonly Attempt[] {
  if (outcome.kind === 'withheld') return [];
  const result = outcome.kind === 'fetched' ? outcome.status : outcome.cause;
  return [{ at: sketchedTime, took: 5, method: 'GET', result }];
}
