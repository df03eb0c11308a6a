import type { Snapshot } from '../../model/snapshot.js';
import type { DocumentAnswer, SearchRemark, TaskAnswer } from '../../model/task-report.js';
import { controlQuery, queriesFor, searchAddress } from './queries.js';

/** What a walk saw of portals' searches. */
export interface SearchGround {
  readonly snapshot: Snapshot;
  readonly answers: readonly TaskAnswer[];
  /** The search page of each place, with `{query}` in it. */
  readonly templates: Readonly<Record<string, string>>;
  /** Ids of result pages by their address; only those that were read. */
  readonly results: ReadonlyMap<string, number>;
}

/** The links that matter for judging searches. */
interface LinkView {
  /** What each result page leads to. */
  readonly found: ReadonlyMap<number, ReadonlySet<number>>;
  /** Pages that lead to a document, by the document. */
  readonly holders: ReadonlyMap<number, ReadonlySet<number>>;
}

/**
 * Documents that are there but not found by the portal's own search, and those it finds though no page of the portal links to
 * them.
 */
export function judgeSearches(ground: SearchGround): readonly SearchRemark[] {
  if (ground.results.size === 0) return [];
  const view = readLinks(ground);
  return Object.entries(ground.templates).flatMap(([place, template]) => {
    const search = openSearch(template, ground, view);
    if (search === null) return [];
    const remarks = [...judgeSearch(place, search, ground, view)];
    // A search that finds nothing at all shows its results by a script, so nothing is known.
    return search.hasFound() ? remarks : [];
  });
}

function* judgeSearch(
  place: string,
  { find }: Search,
  { answers, snapshot }: SearchGround,
  { holders }: LinkView,
): Generator<SearchRemark> {
  const isLinked = (id: number): boolean =>
    [...(holders.get(id) ?? [])].some((page) => page !== id && snapshot.resource(page)?.source === place);
  for (const { task, documents } of answers)
    for (const document of documents) {
      const there = thereAt(place, document);
      const [resource] = there;
      if (resource === undefined) continue;
      const isFound = find(document.title, there);
      const common = { task: task.id, document, place, resource };
      if (isFound === false) yield { ...common, kind: 'unfindable' };
      else if (isFound === true && !there.some(isLinked)) yield { ...common, kind: 'unlinked' };
    }
}

interface Search {
  /** Whether it finds a document by its title; `null` if it was not asked. */
  readonly find: (title: string, documents: readonly number[]) => boolean | null;
  /** Whether it has found anything. */
  readonly hasFound: () => boolean;
}

function openSearch(
  template: string,
  { results }: SearchGround,
  { found, holders }: LinkView,
): Search | null {
  const pageOf = (query: string): number | undefined => results.get(searchAddress(template, query) ?? '');
  const control = pageOf(controlQuery);
  if (control === undefined) return null;
  const always = found.get(control) ?? new Set<number>();
  let any = false;
  const find = (title: string, documents: readonly number[]): boolean | null => {
    const pages = queriesFor(title).flatMap((query) => pageOf(query) ?? []);
    if (pages.length === 0) return null;
    const hits = pages.flatMap((page) => [...(found.get(page) ?? [])].filter((id) => !always.has(id)));
    any ||= hits.length > 0;
    const leads = new Set(documents.flatMap((id) => [id, ...(holders.get(id) ?? [])]));
    return hits.some((id) => leads.has(id));
  };
  return { find, hasFound: () => any };
}

/** The resources of a document that open at a place. */
function thereAt(place: string, { places }: DocumentAnswer): readonly number[] {
  const answer = places.find((one) => one.place === place);
  if (answer === undefined || !['available', 'older-version', 'other-language'].includes(answer.state))
    return [];
  return answer.sightings.map(({ resource }) => resource);
}

function readLinks({ snapshot, answers, results }: SearchGround): LinkView {
  const pages = new Set(results.values());
  const wanted = new Set(
    answers.flatMap(({ documents }) =>
      documents.flatMap(({ sightings }) => sightings.map(({ resource }) => resource)),
    ),
  );
  const found = new Map<number, ReadonlySet<number>>();
  const holders = new Map<number, Set<number>>();
  for (const { from, to } of snapshot.edges()) {
    if (pages.has(from)) found.set(from, new Set(to));
    else if (snapshot.resource(from)?.role !== 'search')
      for (const target of to) if (wanted.has(target)) addTo(holders, target, from);
  }
  return { found, holders };
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}
