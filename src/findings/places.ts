import { linkWords } from '../model/packed-links.js';
import type { Snapshot } from '../model/snapshot.js';
import { nowhere, type Graph } from './graph.js';
import { findListings } from './listings.js';
import { isSameName, ownName } from './names.js';

/** How people name the page with this id: see `Step.place`. */
export type Places = (page: number) => readonly string[];

/** A table of contents may list other tables of contents; deeper ones than this are a circle. */
const deepest = 16;

/** Names pages by their breadcrumb, else by the navigation that lists them, else by their title. */
export function createPlaces(snapshot: Snapshot, graph: Graph): Places {
  const titles = new Map(snapshot.run.sources.map(({ id, title }) => [id, title]));
  const listings = findListings(graph);
  const known = new Map<number, readonly string[]>();

  const nameOf = (page: number, depth: number): readonly string[] => {
    const resource = snapshot.resource(page);
    if (resource === null) return [];
    const source = titles.get(resource.source ?? '') ?? '';
    const path = resource.page?.breadcrumb ?? [];
    if (path.length > 0) return under([source], path);
    const listed = listedAs(page, source, depth);
    if (listed !== null) return listed;
    const named = under([source], [ownName(resource) ?? '']);
    return named.length > 0 ? named : [resource.url];
  };

  const listedAs = (page: number, source: string, depth: number): readonly string[] | null => {
    const from = listings.parents[page] ?? nowhere;
    if (from === nowhere || from === page || depth > deepest) return null;
    const { text, headings } = linkWords(snapshot.links(from), listings.rows[page] ?? 0);
    if (text === '') return null;
    return under(contentsAbove(from, depth) ?? [source], [...headings, text]);
  };

  /** Where a table of contents that is itself listed in another hangs; a menu that stands on every page hangs nowhere. */
  const contentsAbove = (contents: number, depth: number): readonly string[] | null => {
    const above = listings.parents[contents] ?? nowhere;
    if (above === nowhere || !listings.isContents(contents) || !listings.isContents(above)) return null;
    return listedAs(contents, '', depth + 1);
  };

  return (page) => {
    const place = known.get(page) ?? nameOf(page, 0);
    known.set(page, place);
    return place;
  };
}

/** Puts a path under the name of what it lies in, unless it starts with that name itself. */
function under(above: readonly string[], path: readonly string[]): readonly string[] {
  const named = path.filter((name) => name !== '');
  const rest = named[0] !== undefined && isSameName(named[0], above.at(-1) ?? '') ? named.slice(1) : named;
  return [...above.filter((name) => name !== ''), ...rest];
}
