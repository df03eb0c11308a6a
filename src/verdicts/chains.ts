import { redactUrl } from '../kit/urls/redact.js';
import { mayLead } from '../kit/urls/file-url.js';
import { identifyHref, originOf } from '../kit/urls/url.js';
import { noLinks } from '../model/links/packed-links.js';
import { cookieWallNote, isWelcome, type Resource } from '../model/resource.js';
import { isRoot, type Brief, type Snapshot } from '../model/snapshot.js';
import type { Hop, Subject } from '../model/verdict.js';
import { looksAlike } from './marks/faces.js';
import { folderOf, foldersAbove } from './marks/folders.js';
import { isFollowed } from './marks/statuses.js';

/** The redirects, probes and first pages of a snapshot, from which each of its resources becomes a subject. */
export interface Chains {
  readonly subjectOf: (resource: Resource) => Subject<never>;
  /** Whether a probe near a URL was answered as if it existed. */
  readonly isProbed: (url: string) => boolean;
  /** Whether one of the redirects leads to a fragment: the fragment of the link does not count then. */
  readonly landsByItself: (hops: readonly Hop[]) => boolean;
}

interface Redirect extends Hop {
  readonly location: string;
}

interface ChainParts {
  /** By the URL that redirects. */
  readonly redirects: Map<string, Redirect>;
  /** URLs that redirect to a fragment (WHATWG Fetch, "HTTP-redirect fetch"; an empty one counts). */
  readonly landing: Set<string>;
  readonly probes: Resource[];
  /** First pages, by origin. */
  readonly homes: Map<string, Resource>;
}

const noHops: readonly Redirect[] = [];

/** Reads a snapshot twice for its redirects. Memory grows with the number of redirects, probes and hosts. */
export function readChains(snapshot: Snapshot, maxHops: number): Chains {
  const { redirects, landing, probes, homes } = collectParts(snapshot);
  const follow = follower(redirects, finder(snapshot, redirects), maxHops);
  const answered = new Map<string, Subject<never>>();

  const probeBeside = (url: string): Subject<never> | null => {
    if (answered.size === 0) return null;
    for (const folder of foldersAbove(url)) {
      const probe = answered.get(folder);
      if (probe !== undefined) return probe;
    }
    return null;
  };
  let telling: ReadonlySet<Subject<never>> | null = null;
  const subjectOf = (resource: Resource): Subject<never> => {
    const { hops, end, endless, destination } = follow(resource);
    const probe = probeBeside(resource.url) ?? (end === null ? null : probeBeside(end.url));
    return {
      hops,
      end,
      endless,
      destination,
      resource,
      signal: null,
      probe,
      isCatchAll: () => {
        telling ??= probesThatTell(snapshot, probeBeside);
        return probe !== null && !telling.has(probe);
      },
      home: homes.get(originOf(destination)) ?? null,
      links: () => (end === null ? noLinks : snapshot.links(end.id)),
    };
  };

  for (const probe of probes) {
    const subject = subjectOf(probe);
    if (subject.end !== null && isWelcome(subject.end.outcome) && !isCookieWall(subject.end))
      answered.set(folderOf(probe.url), subject);
  }
  return {
    subjectOf,
    isProbed: (url) => probeBeside(url) !== null,
    landsByItself: (hops) => hops.some(({ url }) => landing.has(url)),
  };
}

/** Where redirects lead from a resource. */
type Way = Pick<Subject, 'hops' | 'end' | 'endless' | 'destination'>;

/** Follows redirects from a resource to what `find` has at their end. */
function follower(
  redirects: ReadonlyMap<string, Redirect>,
  find: (url: string) => Resource | null,
  maxHops: number,
): (resource: Resource) => Way {
  return (resource) => {
    let next = redirects.get(resource.url);
    let destination = resource.url;
    if (next === undefined) return { hops: noHops, end: resource, endless: null, destination };
    const hops: Redirect[] = [];
    const seen = new Set([destination]);
    while (next !== undefined) {
      hops.push(next);
      destination = next.location;
      if (!mayLead(next.url, destination)) return { hops, end: null, endless: 'unknown', destination };
      if (seen.has(destination)) return { hops, end: null, endless: 'loop', destination };
      seen.add(destination);
      next = redirects.get(destination);
      if (next !== undefined && hops.length >= maxHops)
        return { hops, end: null, endless: 'too-many', destination };
    }
    const end = find(destination);
    if (end !== null) return { hops, end, endless: null, destination };
    return { hops, end, endless: hops.length >= maxHops ? 'too-many' : 'unknown', destination };
  };
}

/** The probes that look different from at least one page beside them. */
function probesThatTell(
  snapshot: Snapshot,
  probeBeside: (url: string) => Subject<never> | null,
): ReadonlySet<Subject<never>> {
  const telling = new Set<Subject<never>>();
  for (const resource of snapshot.resources()) {
    if (resource.page === null || resource.role === 'probe') continue;
    const probe = probeBeside(resource.url);
    if (probe?.end == null || telling.has(probe)) continue;
    if (isWelcome(resource.outcome) && !looksAlike(resource, probe.end)) telling.add(probe);
  }
  return telling;
}

function collectParts(snapshot: Snapshot): ChainParts {
  const redirects = new Map<string, Redirect>();
  const landing = new Set<string>();
  const probes: Resource[] = [];
  const homes = new Map<string, Resource>();
  for (const brief of snapshot.landmarks()) {
    const { id, url, role, status, location } = brief;
    const resource = role === 'probe' || isHome(brief) ? snapshot.resource(id) : null;
    if (resource !== null && role === 'probe') probes.push(resource);
    else if (resource !== null) noteHome(homes, resource);
    if (status === null || location === null || !isFollowed(status)) continue;
    const identity = identifyHref(location);
    if (location.includes('#')) landing.add(url);
    redirects.set(url, { url, status, location: identity === null ? location : redactUrl(identity) });
  }
  return { redirects, landing, probes, homes };
}

/** Whether it may be the first page of its host: its root, or else the first seed. */
function isHome({ url, role }: Brief): boolean {
  return isRoot(url) || role === 'seed';
}

function noteHome(homes: Map<string, Resource>, resource: Resource): void {
  const { url, page } = resource;
  const origin = originOf(url);
  if (page !== null && (isRoot(url) || !homes.has(origin))) homes.set(origin, resource);
}

/** Finds resources by URL, but only those that redirects end at. */
function finder(
  snapshot: Snapshot,
  redirects: ReadonlyMap<string, Redirect>,
): (url: string) => Resource | null {
  const ids = new Map<string, number>();
  if (redirects.size > 0) {
    const wanted = new Set<string>();
    for (const { location } of redirects.values()) if (!redirects.has(location)) wanted.add(location);
    for (const { url, id } of snapshot.briefs()) if (wanted.has(url)) ids.set(url, id);
  }
  return (url) => {
    const id = ids.get(url);
    return id === undefined ? null : snapshot.resource(id);
  };
}

/** Such a page comes before the site looks at the name, so it does not tell whether the name exists. */
function isCookieWall({ signals }: Resource): boolean {
  return signals[cookieWallNote] !== undefined;
}
