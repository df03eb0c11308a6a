import { mayLead } from '../../kit/urls/file-url.js';
import { identifyHref } from '../../kit/urls/url.js';
import type { Resource } from '../../model/resource.js';
import type { Edges } from '../../model/links/edges.js';
import type { Snapshot } from '../../model/snapshot.js';

/** The links and redirects of a snapshot as arrays: everything that is needed of every link, and no texts. */
export interface Graph {
  /** One more than the largest id. */
  readonly size: number;
  /** By id; where an id is not in use there is no URL. */
  readonly urls: readonly (string | undefined)[];
  readonly seeds: readonly number[];
  /** The links of `id` are the entries from `offsets[id]` to before `offsets[id + 1]`. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Positions in `linkKinds`. */
  readonly kinds: Uint8Array;
  /** The target of a resource's redirect, by id; `nowhere` if there is none, or if it was never recorded. */
  readonly redirects: Uint32Array;
  /** The rank of every URL among all in code unit order: ids differ between two runs of one site, ranks do not. */
  readonly ranks: Uint32Array;
}

/** The number that stands for no resource and no link. */
export const nowhere = 0xffff_ffff;

/** Reads a snapshot into arrays. `resources` are those of the snapshot, for a caller that iterates over them anyway. */
export function createGraph(snapshot: Snapshot, resources: Iterable<Resource> = snapshot.resources()): Graph {
  const { urls, seeds, searches, locations } = readResources(resources);
  const size = urls.length;
  return {
    size,
    urls,
    seeds,
    ...readEdges(snapshot.edges(), size, searches),
    redirects: resolveLocations(urls, locations),
    ranks: rank(urls),
  };
}

interface Nodes extends Pick<Graph, 'urls' | 'seeds'> {
  /** Result pages of searches: no page links to them, so what they find is not reached over them. */
  readonly searches: ReadonlySet<number>;
  readonly locations: ReadonlyMap<number, string>;
}

function readResources(resources: Iterable<Resource>): Nodes {
  const urls: (string | undefined)[] = [];
  const seeds: number[] = [];
  const searches = new Set<number>();
  const locations = new Map<number, string>();
  for (const { id, url, role, outcome } of resources) {
    while (urls.length <= id) urls.push(undefined);
    urls[id] = url;
    if (role === 'seed') seeds.push(id);
    if (role === 'search') searches.add(id);
    if (outcome.kind === 'fetched' && outcome.location !== null) locations.set(id, outcome.location);
  }
  return { urls, seeds, searches, locations };
}

/** A run that crashed may hold links to what was never recorded: they are left out, by their id. */
function readEdges(
  edges: Iterable<Edges>,
  size: number,
  ignored: ReadonlySet<number>,
): Pick<Graph, 'offsets' | 'targets' | 'kinds'> {
  const offsets = new Uint32Array(size + 1);
  let targets = new Uint32Array(1 << 16);
  let kinds = new Uint8Array(1 << 16);
  let count = 0;
  let filled = 0;
  for (const { from, to, kinds: toKinds } of edges) {
    if (ignored.has(from)) continue;
    if (count + to.length > targets.length) {
      const length = Math.max(targets.length * 2, count + to.length);
      targets = enlarge(targets, new Uint32Array(length));
      kinds = enlarge(kinds, new Uint8Array(length));
    }
    targets.set(to, count);
    kinds.set(toKinds, count);
    while (filled <= from) offsets[filled++] = count;
    count += to.length;
  }
  offsets.fill(count, filled);
  return { offsets, targets: targets.subarray(0, count), kinds: kinds.subarray(0, count) };
}

function enlarge<Numbers extends Uint32Array | Uint8Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}

function resolveLocations(urls: Nodes['urls'], locations: Nodes['locations']): Uint32Array {
  const wanted = new Map<string, number>();
  for (const location of locations.values()) wanted.set(identifyHref(location) ?? location, nowhere);
  if (wanted.size > 0) {
    urls.forEach((url, id) => {
      if (url !== undefined && wanted.has(url)) wanted.set(url, id);
    });
  }
  const redirects = new Uint32Array(urls.length).fill(nowhere);
  for (const [id, location] of locations) {
    if (!mayLead(urls[id] ?? '', location)) continue;
    redirects[id] = wanted.get(identifyHref(location) ?? location) ?? nowhere;
  }
  return redirects;
}

function rank(urls: Nodes['urls']): Uint32Array {
  const distinct = new Set<string>();
  for (const url of urls) if (url !== undefined) distinct.add(url);
  const positions = new Map([...distinct].sort().map((url, position) => [url, position]));
  return Uint32Array.from(urls, (url) => (url === undefined ? nowhere : (positions.get(url) ?? nowhere)));
}
