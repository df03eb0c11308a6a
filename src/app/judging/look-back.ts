import { decidingOrigin, isFailure } from '../../changes/intake/host-availability.js';
import { originOf } from '../../kit/urls/url.js';
import { StoreError } from '../../store/database/failures.js';
import type { RunSummary } from '../../store/runs.js';
import type { Store } from '../../store/store.js';
import type { StoredSnapshot } from '../../store/snapshot/stored-snapshot.js';
import type { Judged } from '../../model/judged.js';
import type { Resource } from '../../model/resource.js';
import type { Run, Snapshot } from '../../model/snapshot.js';
import type { ActiveRule } from '../../verdicts/define.js';
import { judge } from '../../verdicts/judge.js';
import { isSameWalk } from '../runs/same-walk.js';

/** How older runs are judged. */
export interface Judging {
  readonly rules: readonly ActiveRule[];
  readonly maxHops: number;
}

/** So many older runs are looked into. */
export const mostRuns = 14;
/** More at once come from a host that was down, and are told of as one. */
export const mostAddresses = 10_000;

/** Runs of the same portals before one, the newest first. */
export function runsBefore(store: Store, run: Run): readonly RunSummary[] {
  const isEarlier = (one: RunSummary): boolean =>
    one.id < run.id && one.run !== null && isSameWalk(one.run, run);
  return store.runs().filter(isEarlier).slice(0, mostRuns);
}

/** A damaged run recalls nothing, which leaves the two that are compared as they are. */
export function look<Value>(
  store: Store,
  id: string,
  read: (snapshot: StoredSnapshot) => Value,
): Value | null {
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
export function openIn(
  snapshot: StoredSnapshot,
  urls: readonly string[],
  judging: Judging,
): readonly Resource[] {
  return openAmong(findAll(snapshot, urls), snapshot, judging);
}

/** The same, and what redirected. */
export function leadingIn(
  snapshot: StoredSnapshot,
  urls: readonly string[],
  judging: Judging,
): readonly Resource[] {
  const found = findAll(snapshot, urls);
  const redirects = found.filter(({ outcome }) => outcome.kind === 'fetched' && outcome.location !== null);
  return [...redirects, ...openAmong(found, snapshot, judging)];
}

function openAmong(
  found: readonly Resource[],
  snapshot: StoredSnapshot,
  { rules, maxHops }: Judging,
): readonly Resource[] {
  const answered = found.filter(({ outcome }) => outcome.kind === 'fetched' && outcome.status === 200);
  if (answered.length === 0) return [];
  const few: Snapshot = { ...snapshot, resources: () => answered };
  return [...judge(few, rules, { maxHops })]
    .filter(({ verdicts }) => (verdicts[0]?.state ?? 'healthy') === 'healthy')
    .map(({ resource }) => resource);
}

/** Some addresses as they last opened, of runs of which the newest comes first. */
export function lastOpenIn(
  store: Store,
  runs: readonly RunSummary[],
  urls: readonly string[],
  judging: Judging,
): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  const wanted = urls.slice(0, mostAddresses);
  for (const { id } of runs) {
    const left = wanted.filter((url) => !found.has(url));
    if (left.length === 0) break;
    const open = look(store, id, (snapshot) => openIn(snapshot, left, judging));
    for (const resource of open ?? []) found.set(resource.url, resource);
  }
  return found;
}

/** What was seen to open or to be broken. */
export function settledIn(
  snapshot: StoredSnapshot,
  urls: ReadonlySet<string>,
  { rules, maxHops }: Judging,
): readonly Judged[] {
  return [...judge(snapshot, rules, { maxHops, isSettled: ({ url }) => !urls.has(url) })].filter(
    ({ resource, verdicts }) => urls.has(resource.url) && verdicts[0]?.state !== 'not-checked',
  );
}

/** The same, without what did not open only because its host was down. */
export function settledWhereUp(
  snapshot: StoredSnapshot,
  urls: ReadonlySet<string>,
  judging: Judging,
): readonly Judged[] {
  const settled = settledIn(snapshot, urls, judging);
  const failing = new Set(settled.filter(isFailure).map(decidingOrigin));
  if (failing.size === 0) return settled;
  const up = new Set<string>();
  for (const { url, status } of snapshot.briefs()) {
    if (up.size === failing.size) break;
    const origin = status !== null && status < 400 ? originOf(url) : '';
    if (failing.has(origin)) up.add(origin);
  }
  return settled.filter((one) => !isFailure(one) || up.has(decidingOrigin(one)));
}

/** The resources of some addresses. Reads through the file once, however many they are. */
export function findAll(snapshot: StoredSnapshot, urls: readonly string[]): readonly Resource[] {
  const wanted = new Set(urls);
  return [...snapshot.resources(({ url }) => wanted.has(url))];
}

/** Those of some addresses that the run did not come across. */
export function unknownIn(snapshot: StoredSnapshot, urls: readonly string[]): readonly string[] {
  const known = new Set(findAll(snapshot, urls).map(({ url }) => url));
  return urls.filter((url) => !known.has(url));
}
