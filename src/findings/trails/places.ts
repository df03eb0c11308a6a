import { fileNameOf } from '../../kit/documents/content-disposition.js';
import { isFileUrl } from '../../kit/urls/file-url.js';
import { withoutSiteName } from '../../kit/text/site-name.js';
import { lastSegmentOf } from '../../kit/urls/url-path.js';
import { linkWords } from '../../model/links/unpack.js';
import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import { nowhere, type Graph } from './graph.js';
import { findListings } from './listings.js';
import { addressName, isSameName, ownName } from './names.js';

/** Gives the place of a page by its id: see `Step.place`. */
type Places = (page: number) => readonly string[];

/** The most nested tables of contents that a place names: nobody nests them deeper for readers. */
const deepest = 16;

/**
 * Names pages by their breadcrumb, else by the navigation that lists them, else by their title. Without any of these, a seed on
 * the web and a table of contents take the name of their source, and anything else, such as a style sheet, that of its file.
 */
export function createPlaces(snapshot: Snapshot, graph: Graph): Places {
  const titles = new Map(snapshot.run.sources.map(({ id, title }) => [id, title]));
  const listings = findListings(graph);
  const known = new Map<number, readonly string[]>();

  const nameOf = (page: number): readonly string[] => {
    const resource = snapshot.resource(page);
    if (resource === null) return [];
    const source = titles.get(resource.source ?? '') ?? '';
    const path = resource.page?.breadcrumb ?? [];
    if (path.length > 0) return under([source], path);
    const listed = listedAs(page, source, [page]);
    if (listed !== null) return listed;
    const isSourceItself =
      (resource.role === 'seed' && !isFileUrl(resource.url)) || listings.isContents(page);
    const file = isSourceItself ? '' : (savedName(resource) ?? lastSegmentOf(resource.url));
    const own = withoutSiteName(ownName(resource) ?? '', source);
    const named = under([source], [own || file]);
    return named.length > 0 ? named : [addressName(resource.url)];
  };

  /**
   * `below` are the pages passed on the way up: a table of contents that lists one of them closes a circle, which ends the
   * search.
   */
  const listedAs = (page: number, source: string, below: readonly number[]): readonly string[] | null => {
    const from = listings.parents[page] ?? nowhere;
    if (from === nowhere || below.length > deepest || below.includes(from)) return null;
    const { text, headings } = linkWords(snapshot.links(from), listings.rows[page] ?? 0);
    if (text === '') return null;
    const above = isListedContents(from) ? listedAs(from, source, [...below, from]) : null;
    return under(above ?? [source], [...headings, text]);
  };

  /** Whether another table of contents lists this one and so is its parent; a menu that stands on every page has no parent. */
  const isListedContents = (page: number): boolean =>
    listings.isContents(page) && listings.isContents(listings.parents[page] ?? nowhere);

  return (page) => {
    const place = known.get(page) ?? nameOf(page);
    known.set(page, place);
    return place;
  };
}

/** The name under which a document is to be saved; `null` for pages, and for what has no such name. */
function savedName({ page, outcome }: Resource): string | null {
  const disposition = outcome.kind === 'fetched' ? outcome.headers['content-disposition'] : undefined;
  return page !== null || disposition === undefined ? null : fileNameOf(disposition);
}

/** Puts the name of its parent before a path, unless it starts with that name already. */
function under(above: readonly string[], path: readonly string[]): readonly string[] {
  const named = path.filter((name) => name !== '');
  const rest = named[0] !== undefined && isSameName(named[0], above.at(-1) ?? '') ? named.slice(1) : named;
  return [...above.filter((name) => name !== ''), ...rest];
}
