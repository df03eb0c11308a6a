import type { Store } from '../../store/store.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Trail } from '../../model/trail.js';
import { opens } from '../../model/verdict.js';
import type { DocumentAnswer, TaskAnswer, TaskReconciliation } from '../../model/task-report.js';
import { correlationOf } from '../../findings/evidence.js';
import { findReferrers } from '../../findings/referrers.js';
import { createGraph } from '../../findings/trails/graph.js';
import { trails } from '../../findings/trails/trails.js';
import { judge } from '../../verdicts/judge.js';
import type { RuleOptions } from '../../verdicts/define.js';
import { resolveRules, resolveSurveys } from '../../verdicts/rule-set.js';
import { survey } from '../../verdicts/surveys/survey.js';
import type { Facts } from '../../tasks/render/facts.js';
import type { JudgingOptions } from '../runs/run-options.js';
import { createTaskReconciler, type ReadBehind } from '../task-lists/task-reconciler.js';
import type { KeptLists } from '../task-lists/kept-lists.js';
import { lastSeenHealthy } from './last-healthy.js';

/** What a snapshot says of the tasks of its lists. */
export interface Consultation {
  /** `null` if neither a list nor a page names a task. */
  readonly reconciliation: TaskReconciliation | null;
  /** Every task that any list names. */
  readonly ids: readonly string[];
  /** What does not open of the portals that were walked, by address. */
  readonly closed: ReadonlySet<string>;
}

/** What else answers rest on than what a run saw. */
export interface TaskSources {
  readonly kept: KeptLists;
  readonly readBehind: ReadBehind;
}

/** Judges a snapshot and asks it about tasks: about these alone, or about all of them. */
export function consult(
  snapshot: Snapshot,
  { kept, readBehind }: TaskSources,
  { rules, maxHops }: JudgingOptions,
  only?: ReadonlySet<string>,
): Consultation {
  const reconciler = createTaskReconciler(snapshot, kept, readBehind);
  const surveyed = survey(snapshot, resolveSurveys(rules));
  const judged = judge(snapshot, resolveRules(rules), { maxHops, surveyed });
  const closed = new Set<string>();
  for (const { resource, verdicts } of reconciler.through(judged))
    if (resource.source !== null && !opens(verdicts[0])) closed.add(resource.url);
  return { reconciliation: reconciler.conclude(only), ids: reconciler.ids(), closed };
}

/** Looks up the facts that answers show beside verdicts, for the resources they rest on. */
export function factsFor(
  answers: readonly TaskAnswer[],
  snapshot: Snapshot,
  store: Store,
  rules: RuleOptions,
): Facts {
  const ways = waysTo(snapshot, answers);
  const doubted = answers.flatMap(({ documents }) => documents.flatMap(doubtedAddresses));
  const healthy = lastSeenHealthy(store, snapshot.run.id, [...new Set(doubted)], resolveRules(rules));
  return {
    lastHealthy: (url) => healthy.get(url) ?? null,
    of: (id, place) => {
      const resource = snapshot.resource(id);
      if (resource === null) return null;
      const { attempts, outcome } = resource;
      return { attempts, correlation: correlationOf(outcome), trail: ways(id, place) };
    },
  };
}

/** The most links to one resource of which it is asked whose page they are on: some are on every page. */
const mostLinks = 1000;

/** Finds the way to a resource, over the pages of a place where several link to it. */
function waysTo(
  snapshot: Snapshot,
  answers: readonly TaskAnswer[],
): (resource: number, place?: string) => Trail {
  const graph = createGraph(snapshot);
  const { to, over } = trails(snapshot, graph);
  const shared = answers.flatMap(({ documents }) =>
    documents.flatMap(({ sightings }) => sightings.filter(({ places }) => places.length > 1)),
  );
  const ids = [...new Set(shared.map(({ resource }) => resource))];
  const found = findReferrers(
    graph,
    ids.map((id) => [id]),
  );
  const linksTo = new Map(ids.map((id, at) => [id, (found[at] ?? []).slice(0, mostLinks)]));
  return (resource, place) => {
    const links = (linksTo.get(resource) ?? []).filter(
      ({ page }) => snapshot.resource(page)?.source === place,
    );
    return links.length === 0 ? to(resource) : over(links);
  };
}

/** Addresses that are not healthy, and the one a list names where nobody has the document. */
function doubtedAddresses({ url, sightings }: DocumentAnswer): readonly string[] {
  const unhealthy = sightings.filter(({ verdict }) => verdict !== null).map((sighting) => sighting.url);
  const isHad = unhealthy.length < sightings.length;
  return url === null || isHad ? unhealthy : [url, ...unhealthy];
}
