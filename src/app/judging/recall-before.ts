import type { Earlier } from '../../changes/side.js';
import { StoreError } from '../../history/failures.js';
import type { RunSummary } from '../../history/runs.js';
import type { Store } from '../../history/store.js';
import type { StoredSnapshot } from '../../history/stored-snapshot.js';
import type { Resource } from '../../model/resource.js';
import type { Run, Snapshot } from '../../model/snapshot.js';
import type { ActiveRule } from '../../verdicts/define.js';
import { judge } from '../../verdicts/judge.js';
import { isSameWalk } from './same-walk.js';

const mostRuns = 14;
/** More at once come from a host that was down, and are told of as one. */
const mostAddresses = 10_000;

interface Judging {
  readonly rules: readonly ActiveRule[];
  readonly maxHops: number;
}

/** What runs recall. Whoever asked for it closes it: what is recalled whole is read on. */
interface Recollection extends Required<Pick<Earlier, 'recallOpen' | 'recallBehind' | 'recallWhole'>> {
  readonly close: () => void;
}

/** Recalls from the fourteen walks of the same portals before a run what that could not see. */
export function recallBefore(store: Store, before: Run, judging: Judging): Recollection {
  const isEarlier = ({ id, run }: RunSummary): boolean =>
    id < before.id && run !== null && isSameWalk(run, before);
  const earlier = (): readonly RunSummary[] => store.runs().filter(isEarlier).slice(0, mostRuns);
  const opened: StoredSnapshot[] = [];
  /** Of the newest complete run in which all of some pages opened. */
  const lookBehind = <Value>(
    pages: readonly string[],
    read: (snapshot: StoredSnapshot, id: string) => Value,
  ): Value | null => {
    if (pages.length > mostAddresses) return null;
    for (const { id, state } of earlier()) {
      if (state !== 'complete') continue;
      const seen = look(store, id, (snapshot) =>
        openIn(snapshot, pages, judging).length < pages.length ? null : { value: read(snapshot, id) },
      );
      if (seen !== null) return seen.value;
    }
    return null;
  };
  return {
    recallOpen: (urls) => {
      const found = new Map<string, Resource>();
      const wanted = urls.slice(0, mostAddresses);
      for (const { id } of earlier()) {
        const left = wanted.filter((url) => !found.has(url));
        if (left.length === 0) break;
        const open = look(store, id, (snapshot) => openIn(snapshot, left, judging));
        for (const resource of open ?? []) found.set(resource.url, resource);
      }
      return found;
    },
    recallBehind: (pages, urls) =>
      lookBehind(pages, (snapshot) => new Set(findAll(snapshot, urls).map(({ url }) => url))),
    recallWhole: (pages) => {
      const run = lookBehind(pages, (_, id) => id);
      if (run === null) return null;
      const snapshot = store.open(run);
      opened.push(snapshot);
      const { rules, maxHops } = judging;
      return { snapshot, judged: (isSettled) => judge(snapshot, rules, { maxHops, isSettled }) };
    },
    close: () => {
      for (const snapshot of opened) snapshot.close();
    },
  };
}

/** A run that is damaged recalls nothing: the two that are compared are as good as ever. */
function look<Value>(store: Store, id: string, read: (snapshot: StoredSnapshot) => Value): Value | null {
  let snapshot: StoredSnapshot | null = null;
  try {
    snapshot = store.open(id);
    return read(snapshot);
  } catch (error) {
    if (error instanceof StoreError) return null;
    throw error;
  } finally {
    snapshot?.close();
  }
}

/** What opened by itself and was healthy. */
function openIn(
  snapshot: StoredSnapshot,
  urls: readonly string[],
  { rules, maxHops }: Judging,
): readonly Resource[] {
  const answered = findAll(snapshot, urls).filter(
    ({ outcome }) => outcome.kind === 'fetched' && outcome.status === 200,
  );
  if (answered.length === 0) return [];
  const few: Snapshot = { ...snapshot, resources: () => answered };
  return [...judge(few, rules, { maxHops })]
    .filter(({ verdicts }) => (verdicts[0]?.state ?? 'healthy') === 'healthy')
    .map(({ resource }) => resource);
}

/** The resources of some addresses. Reads through the file once, however many they are. */
function findAll(snapshot: StoredSnapshot, urls: readonly string[]): readonly Resource[] {
  const wanted = new Set(urls);
  return [...snapshot.resources(({ url }) => wanted.has(url))];
}
