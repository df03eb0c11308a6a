import type { Store } from '../../store/store.js';
import type { StoredSnapshot } from '../../store/snapshot/stored-snapshot.js';
import { identifyHref } from '../../kit/urls/url.js';
import type { Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import { opens } from '../../model/verdict.js';
import { judge } from '../../verdicts/judge.js';
import { mostOlderRuns } from '../runs/older-runs.js';
import type { ActiveRule } from '../../verdicts/define.js';

const mostHops = 5;

/** When addresses were last seen healthy, in this run or one of those before it; by address. */
export function lastSeenHealthy(
  store: Store,
  latest: string,
  urls: readonly string[],
  rules: readonly ActiveRule[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const earlier = store.runs().filter(({ id, state }) => id <= latest && state !== 'unreadable');
  for (const { id } of earlier.slice(0, mostOlderRuns)) {
    const left = urls.filter((url) => !found.has(url));
    if (left.length === 0) break;
    for (const [url, at] of healthyIn(store, id, left, rules)) found.set(url, at);
  }
  return found;
}

/** The addresses that a run saw healthy, each with when it did. */
function healthyIn(
  store: Store,
  run: string,
  urls: readonly string[],
  rules: readonly ActiveRule[],
): readonly (readonly [url: string, at: number])[] {
  const snapshot = store.open(run);
  try {
    return urls.flatMap((url) => {
      const at = healthyAt(snapshot, url, rules);
      return at === null ? [] : [[url, at] as const];
    });
  } finally {
    snapshot.close();
  }
}

function healthyAt(snapshot: StoredSnapshot, url: string, rules: readonly ActiveRule[]): number | null {
  const chain = chainOf(snapshot, identifyHref(url) ?? url);
  const [first] = chain;
  if (first === undefined) return null;
  const few: Snapshot = { ...snapshot, resources: () => chain };
  for (const { resource, verdicts } of judge(few, rules, { maxHops: mostHops })) {
    if (resource.id !== first.id) continue;
    if (opens(verdicts[0])) return resource.attempts.at(-1)?.at ?? null;
  }
  return null;
}

function chainOf(snapshot: StoredSnapshot, url: string): readonly Resource[] {
  const chain: Resource[] = [];
  let next: string | null = url;
  while (next !== null && chain.length <= mostHops) {
    const resource = snapshot.find(next);
    if (resource === null) return chain;
    chain.push(resource);
    next = resource.outcome.kind === 'fetched' ? resource.outcome.location : null;
  }
  return chain;
}
