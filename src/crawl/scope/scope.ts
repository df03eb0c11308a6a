import { folderOf, isFileUrl, isWithin, standardInput } from '../../kit/urls/file-url.js';
import { originOf } from '../../kit/urls/url.js';
import type { SourceConfig } from '../../model/config.js';
import type { LinkKind } from '../../model/link.js';
import type { Withholding } from '../../model/resource.js';
import { createActing } from './acting.js';

/** Where a URL belongs and whether it may be asked for. */
export type Decision =
  | { readonly kind: 'ask'; readonly source: string | null }
  | {
      readonly kind: 'withhold';
      readonly source: string | null;
      readonly by: Withholding;
      readonly detail: string;
      /** Another link to the same URL may change the decision. */
      readonly reconsider: boolean;
    };

/** A link to decide on: where it is, what markup it is, and its fragment if it has one. */
export interface Lead {
  readonly url: string;
  readonly kind: LinkKind;
  readonly fragment: string | null;
  /** The source of the page that links; `null` for a foreign page. */
  readonly from: string | null;
}

/** Decides what is walked, checked and left alone. Pure. */
export interface Scope {
  readonly decide: (lead: Lead) => Decision;
  /** The source that would walk a URL; `null` for a foreign one. */
  readonly sourceOf: (url: string) => SourceConfig | null;
  readonly source: (id: string | null) => SourceConfig | null;
  /** Whether robots.txt has a say in what a source walks, or what none walks. */
  readonly heedsRobots: (source: string | null, origin: string) => boolean;
}

interface Territory {
  readonly source: SourceConfig;
  readonly origins: ReadonlySet<string>;
  /** Its seeds that are files or folders. */
  readonly files: readonly string[];
  /** The folders in which these lie. */
  readonly besides: readonly string[];
  readonly seedFolders: readonly string[];
  readonly include: readonly RegExp[];
  readonly exclude: readonly RegExp[];
}

/**
 * The scope of a run over several sources: each walks its seeds' hosts and folders, or exactly what its `include` matches. A file
 * that lies neither in a seed nor in the folder of one is never asked for, and no file does anything when it is read.
 */
export function createScope(sources: readonly SourceConfig[]): Scope {
  const territories = sources.map(territoryOf);
  const byId = new Map(territories.map((territory) => [territory.source.id, territory]));
  const acts = createActing(sources.flatMap((source) => source.acting));
  const isActing = (url: string): boolean => !isFileUrl(url) && acts(url);

  const homeOf = (url: string): Territory | null => {
    const homes = territories.filter((territory) => contains(territory, url));
    const [first, ...others] = homes;
    if (first === undefined) return null;
    return others.reduce((best, next) => (closeness(next, url) > closeness(best, url) ? next : best), first);
  };

  /** Whether it may be looked at: whoever opens files knows whether the seed beside it is a file or a folder. */
  const isBeside = (url: string): boolean =>
    territories.some(({ besides }) => besides.some((folder) => url.startsWith(folder)));

  /** Then there is no folder from which a relative link could lead anywhere. */
  const isAllPiped = territories.every(({ besides }) => besides.length === 0);

  /** What keeps a link from leading out of every source; `null` if it may. */
  const barrierTo = (
    url: string,
    kind: LinkKind,
    referring: Territory | undefined,
  ): 'outside' | 'external' | null => {
    if (isFileUrl(url)) return isBeside(url) ? null : 'outside';
    return kind !== 'redirect' && referring?.source.external === false ? 'external' : null;
  };

  /** Where a foreign address redirects to, no source leads by itself. */
  const excludedByAll = (
    url: string,
    kind: LinkKind,
    referring: Territory | undefined,
  ): string | undefined => {
    if (kind !== 'redirect' || referring !== undefined) return undefined;
    const patterns = territories.map((territory) => excludedBy(url, territory));
    return patterns.includes(undefined) ? undefined : patterns[0];
  };

  const decide = ({ url, kind, fragment, from }: Lead): Decision => {
    const referring = from === null ? undefined : byId.get(from);
    const home = homeOf(url) ?? homeOfListing(url, kind, referring);
    const source = home?.source.id ?? null;
    const withhold = (by: Withholding, detail: string, reconsider: boolean): Decision => ({
      kind: 'withhold',
      source,
      by,
      detail,
      reconsider,
    });
    const excluding = excludedBy(url, home, referring) ?? excludedByAll(url, kind, referring);
    // What the linking source alone excludes, another may well lead to.
    if (excluding !== undefined) return withhold('excluded', excluding, excludedBy(url, home) === undefined);
    if (isActing(url)) return withhold('acting', 'address', false);
    if (kind === 'form') return withhold('acting', 'form', true);
    const excludingFragment =
      fragment === null ? undefined : excludedBy(`${url}#${fragment}`, home, referring);
    if (excludingFragment !== undefined) return withhold('excluded', excludingFragment, true);
    const barrier = home === null ? barrierTo(url, kind, referring) : null;
    if (barrier === 'outside') return withhold(barrier, isAllPiped ? 'stdin' : '', false);
    if (barrier !== null) return withhold(barrier, '', true);
    return { kind: 'ask', source };
  };

  return {
    decide,
    sourceOf: (url) => homeOf(url)?.source ?? null,
    source: (id) => (id === null ? null : (byId.get(id)?.source ?? null)),
    heedsRobots: (source, origin) => {
      if (source !== null) return byId.get(source)?.source.robots === true;
      // What nobody walks on the host of a portal is still the portal's; on other hosts a link is merely checked.
      const there = territories.filter(({ origins }) => origins.has(origin));
      return there.length > 0 && there.every((territory) => territory.source.robots);
    },
  };
}

/** The first pattern of the sources at either end of a link that excludes its address. */
function excludedBy(
  address: string,
  ...territories: readonly (Territory | null | undefined)[]
): string | undefined {
  const patterns = territories.flatMap((territory) => territory?.exclude ?? []);
  return patterns.find((pattern) => pattern.test(address))?.source;
}

function territoryOf(source: SourceConfig): Territory {
  const seeds = source.seeds.map((seed) => (isFileUrl(seed) ? seed : new URL(seed).href));
  const files = seeds.filter(isFileUrl);
  return {
    source,
    origins: new Set(seeds.flatMap((seed) => (isFileUrl(seed) ? [] : siblings(originOf(seed))))),
    files,
    besides: files.filter((file) => file !== standardInput).map(folderOf),
    seedFolders: seeds.map((seed) => (isFileUrl(seed) ? seed : folderOf(seed))),
    include: source.include.map((pattern) => new RegExp(pattern, 'u')),
    exclude: source.exclude.map((pattern) => new RegExp(pattern, 'u')),
  };
}

/** The same host by the other scheme, with and without `www.`: where a seed's redirect may lead without leaving the site. */
function siblings(origin: string): readonly string[] {
  const { hostname, port } = new URL(origin);
  if (port !== '') return [origin];
  const bare = hostname.replace(/^www\./, '');
  return ['http', 'https'].flatMap((scheme) => [`${scheme}://${bare}`, `${scheme}://www.${bare}`]);
}

function contains(territory: Territory, url: string): boolean {
  if (isFileUrl(url)) return territory.files.some((file) => isWithin(url, file)) && includes(territory, url);
  return territory.include.length > 0 ? includes(territory, url) : territory.origins.has(originOf(url));
}

/** Who walks a sitemap that another lists: `include` chooses among what they list, and need not name them. */
function homeOfListing(url: string, kind: LinkKind, referring: Territory | undefined): Territory | null {
  if (kind !== 'sitemap' || referring === undefined || !sitemapFile.test(url)) return null;
  return referring.origins.has(originOf(url)) ? referring : null;
}

const sitemapFile = /^[^?#]+\.xml(?:\.gz)?(?:\?|$)/i;

function includes({ include }: Territory, url: string): boolean {
  return include.length === 0 || include.some((pattern) => pattern.test(url));
}

/** How much of a URL the nearest seed's folder shares: two sources may be on one host. */
function closeness(territory: Territory, url: string): number {
  return Math.max(0, ...territory.seedFolders.map((folder) => (url.startsWith(folder) ? folder.length : 0)));
}
