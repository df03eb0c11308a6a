import type { Snapshot } from '../../model/snapshot.js';
import type { TaskRow } from '../../model/task.js';
import type { TaskAnswer, TaskReport } from '../../model/task-report.js';
import type { Verdict } from '../../model/verdict.js';
import { mergeTasks } from '../list/merge.js';
import { createMatcher, type Matcher } from '../matching/matcher.js';
import { defaultGlossary, extendGlossary, type Glossary } from '../vocabulary/glossary.js';
import { answerTask } from './answer.js';
import type { Ground } from './ground.js';
import type { Holding } from './holdings.js';
import { findInLists, severalAddresses, unnamedDocuments } from './list-findings.js';
import { readLibrary, type Library, type LibraryPlace } from './library.js';
import { mostPlaces, noPlaces, overlap } from './place-set.js';

/** What lists are compared with. */
export interface ReconcileInput {
  /** The rows of all lists together. */
  readonly rows: readonly TaskRow[];
  readonly snapshot: Snapshot;
  /** The gravest verdict on a resource; `null` if it is plainly healthy. */
  readonly verdictOf: (resource: number) => Verdict | null;
  /** Where documents ought to be; the first `mostPlaces` are looked at. */
  readonly places: readonly LibraryPlace[];
  /** Laid over the default one. */
  readonly glossary?: Partial<Glossary>;
  /** What older runs saw behind pages that could not be read in this one: it may still be there. */
  readonly behind?: readonly (readonly Holding[])[];
  /** Answer for these tasks only; all of them by default. Lists are judged whole either way. */
  readonly only?: ReadonlySet<string>;
}

/** Compares lists with a snapshot: every task, every document, every place. */
export function reconcile({
  rows,
  snapshot,
  verdictOf,
  places: named,
  glossary,
  behind = [],
  only,
}: ReconcileInput): TaskReport {
  const places = named.slice(0, mostPlaces);
  const library = readLibrary(snapshot, places, verdictOf);
  const known = glossary === undefined ? defaultGlossary : extendGlossary(glossary);
  const titled = { ...known, siteNames: [...known.siteNames, ...named.map(({ title }) => title)] };
  const matcher = createMatcher(titled);
  const ground: Ground = {
    library,
    finder: matcher.index(library.holdings),
    mayBeBehind: createDoubt(matcher, behind, library, verdictOf),
    places,
    verdictOf,
  };
  const tasks = mergeTasks(rows);
  const answers = tasks.filter(({ id }) => only?.has(id) ?? true).map((task) => answerTask(task, ground));
  const needed = indexNeeds(answers);
  const findings = findInLists(tasks);
  return {
    tasks: answers,
    findings:
      only === undefined
        ? [
            ...findings,
            ...severalAddresses(answers),
            ...unnamedDocuments(library.holdings, new Set(needed.keys())),
          ]
        : findings.filter((finding) => finding.tasks.some((id) => only.has(id))),
    tasksOf: (resource) => needed.get(resource) ?? [],
  };
}

function createDoubt(
  matcher: Matcher,
  behind: readonly (readonly Holding[])[],
  { holdings }: Library,
  verdictOf: Ground['verdictOf'],
): Ground['mayBeBehind'] {
  if (behind.length === 0) return () => false;
  const broken = new Set(
    holdings.flatMap(({ resource, url }) => (verdictOf(resource)?.state === 'broken' ? [url] : [])),
  );
  const seen = behind.map((several) => {
    const hidden = several.filter(({ urls }) => !urls.some((url) => broken.has(url)));
    return { hidden, finder: matcher.index(hidden) };
  });
  return (expected, place) =>
    seen.some(({ hidden, finder }) =>
      finder.find(expected).some(({ candidate }) => overlap(hidden[candidate]?.places ?? noPlaces, place)),
    );
}

function indexNeeds(answers: readonly TaskAnswer[]): ReadonlyMap<number, readonly string[]> {
  const needed = new Map<number, string[]>();
  for (const { task, documents } of answers)
    for (const { sightings } of documents)
      for (const { resource } of sightings) {
        const ids = needed.get(resource);
        if (ids === undefined) needed.set(resource, [task.id]);
        else if (!ids.includes(task.id)) ids.push(task.id);
      }
  return needed;
}
