import type { RecallOpen } from '../changes/side.js';
import { StoreError } from '../history/failures.js';
import type { Store } from '../history/store.js';
import type { StoredSnapshot } from '../history/stored-snapshot.js';
import type { Resource } from '../model/resource.js';
import type { Run, Snapshot } from '../model/snapshot.js';
import type { ActiveRule } from '../verdicts/define.js';
import { judge } from '../verdicts/judge.js';

const mostRuns = 14;
/** More at once come from a host that was down, and are told of as one. */
const mostAddresses = 10_000;

interface Judging {
  readonly rules: readonly ActiveRule[];
  readonly maxHops: number;
}

/** Recalls how addresses last opened by themselves in the fourteen runs before one, whatever portals those walked. */
export function openBefore(store: Store, { id: before }: Run, judging: Judging): RecallOpen {
  return (urls) => {
    const found = new Map<string, Resource>();
    const earlier = store.runs().filter(({ id, state }) => id < before && state !== 'unreadable');
    const wanted = urls.slice(0, mostAddresses);
    for (const { id } of earlier.slice(0, mostRuns)) {
      const left = wanted.filter((url) => !found.has(url));
      if (left.length === 0) break;
      for (const resource of recall(store, id, left, judging)) found.set(resource.url, resource);
    }
    return found;
  };
}

/** A run that is damaged recalls nothing: the two that are compared are as good as ever. */
function recall(store: Store, id: string, urls: readonly string[], judging: Judging): readonly Resource[] {
  let snapshot: StoredSnapshot | null = null;
  try {
    snapshot = store.open(id);
    return openIn(snapshot, urls, judging);
  } catch (error) {
    if (error instanceof StoreError) return [];
    throw error;
  } finally {
    snapshot?.close();
  }
}

function openIn(
  snapshot: StoredSnapshot,
  urls: readonly string[],
  { rules, maxHops }: Judging,
): readonly Resource[] {
  const answered = urls.flatMap((url) => {
    const resource = snapshot.find(url);
    return resource?.outcome.kind === 'fetched' && resource.outcome.status === 200 ? [resource] : [];
  });
  if (answered.length === 0) return [];
  const few: Snapshot = { ...snapshot, resources: () => answered };
  return [...judge(few, rules, { maxHops })]
    .filter(({ verdicts }) => (verdicts[0]?.state ?? 'healthy') === 'healthy')
    .map(({ resource }) => resource);
}
