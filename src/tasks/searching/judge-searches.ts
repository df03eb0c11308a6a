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
  const sourceOf = (id: number): string | null => ground.snapshot.resource(id)?.source ?? null;
  return Object.entries(ground.templates).flatMap(([place, template]): readonly SearchRemark[] => {
    const look = openSearch(template, ground, view);
    if (look === null) return [];
    const remarks = ground.answers.flatMap(({ task, documents }) =>
      documents.flatMap((document): readonly SearchRemark[] => {
        const there = thereAt(place, document);
        if (there.length === 0) return [];
        const found = look(document.title, there);
        if (found === null) return [];
        const common = { task: task.id, document, place, resource: there[0] ?? 0 };
        if (!found) return [{ ...common, kind: 'unfindable' }];
        const isLinked = there.some((id) =>
          [...(view.holders.get(id) ?? [])].some((page) => page !== id && sourceOf(page) === place),
        );
        return isLinked ? [] : [{ ...common, kind: 'unlinked' }];
      }),
    );
    // A search that finds nothing at all shows its results by a script, so nothing is known.
    return look.hasFound() ? remarks : [];
  });
}

interface Search {
  /** Whether the search finds a document by its title; `null` if it was not asked. */
  (title: string, documents: readonly number[]): boolean | null;
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
  const look = (title: string, documents: readonly number[]): boolean | null => {
    const pages = queriesFor(title).flatMap((query) => pageOf(query) ?? []);
    if (pages.length === 0) return null;
    const hits = pages.flatMap((page) => [...(found.get(page) ?? [])].filter((id) => !always.has(id)));
    any ||= hits.length > 0;
    const leads = new Set(documents.flatMap((id) => [id, ...(holders.get(id) ?? [])]));
    return hits.some((id) => leads.has(id));
  };
  return Object.assign(look, { hasFound: () => any });
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
