import { beforeJapanese } from '../../kit/text/before-japanese.js';
import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import type { Finding } from '../../model/report.js';
import { sourceName, type Snapshot } from '../../model/snapshot.js';
import type { SearchRemark } from '../../model/task-report.js';
import type { Language, Text } from '../../model/text.js';
import { describeTrail } from '../describe.js';
import type { Graph } from '../trails/graph.js';
import { describeReferrers, findReferrers } from '../referrers.js';
import type { Trails } from '../trails/trails.js';
import { nothingAsked } from './task-findings.js';

/** A snapshot, and how its pages are reached. */
export interface Around {
  readonly snapshot: Snapshot;
  readonly graph: Graph;
  readonly ways: Trails;
}

interface Gathered extends SearchRemark {
  readonly tasks: string[];
}

/** One finding for each document that a portal's search does not find, or that only the search finds. */
export function findBySearch(
  remarks: readonly SearchRemark[],
  { snapshot, graph, ways }: Around,
  language: Language,
): readonly Finding[] {
  const gathered = gather(remarks);
  const ids = [...new Set(gathered.map(({ resource }) => resource))];
  const links = findReferrers(
    graph,
    ids.map((id) => [id]),
  );
  const linksTo = new Map(ids.map((id, index) => [id, links[index] ?? []]));
  const referrers = describeReferrers(
    snapshot,
    graph,
    gathered.map(({ resource }) => linksTo.get(resource) ?? []),
  );
  const titles = new Map(snapshot.run.sources.map((source) => [source.id, sourceName(source)]));
  return gathered.map(({ kind, document, place, resource, tasks }, index) => {
    const url = graph.urls[resource] ?? '';
    const rule = rules[kind];
    return {
      ...nothingAsked,
      id: fingerprint(`${rule} ${place} ${url}`),
      url,
      title: document.title,
      verdict: 'healthy',
      level: 'warning',
      rule,
      reason: reasons[kind](titles.get(place) ?? place)[language],
      evidence: { ...nothingAsked.evidence, finalUrl: url, facts: { portal: place } },
      trail: describeTrail(ways.to(resource)),
      referrers: [...(referrers[index] ?? [])],
      tasks,
    };
  });
}

function gather(remarks: readonly SearchRemark[]): readonly Gathered[] {
  const gathered = new Map<string, Gathered>();
  for (const remark of remarks) {
    const key = `${remark.kind} ${remark.place} ${remark.resource}`;
    const known = gathered.get(key);
    if (known === undefined) gathered.set(key, { ...remark, tasks: [remark.task] });
    else if (!known.tasks.includes(remark.task)) known.tasks.push(remark.task);
  }
  return [...gathered.values()];
}

const rules = { unfindable: 'not-in-search', unlinked: 'only-in-search' } as const satisfies Readonly<
  Record<SearchRemark['kind'], string>
>;

const reasons: Readonly<Record<SearchRemark['kind'], (portal: string) => Text>> = {
  unfindable: (portal) => ({
    en: `It is there, but the search of ${portal} does not find it by its title.`,
    ja: `存在しますが、${beforeJapanese(portal)}の検索ではタイトルで見つかりません。`,
  }),
  unlinked: (portal) => ({
    en: `The search of ${portal} finds it, but no page of that portal links to it.`,
    ja: `${beforeJapanese(portal)}の検索では見つかりますが、そのポータルのどのページからもリンクされていません。`,
  }),
};
