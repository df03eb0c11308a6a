import { decidingOrigin, isFailure } from '../../../changes/intake/host-availability.js';
import { traitsFrom, type Traits } from '../../../changes/intake/traits.js';
import { originOf } from '../../../kit/urls/url.js';
import type { Judged } from '../../../model/judged.js';
import { isFollowed, type Resource } from '../../../model/resource.js';
import type { Snapshot } from '../../../model/snapshot.js';
import { judge } from '../../../verdicts/judge.js';
import type { Judging } from './runs-before.js';

/** Those of some addresses that a run came across. */
export function knownIn(snapshot: Snapshot, urls: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { url } of snapshot.briefs()) if (urls.has(url)) known.add(url);
  return known;
}

/** Those that it did not. */
export function unknownIn(snapshot: Snapshot, urls: ReadonlySet<string>): readonly string[] {
  const known = knownIn(snapshot, urls);
  return [...urls].filter((url) => !known.has(url));
}

/** Whether any of them led somewhere: it redirected, or its links were read. */
export function ledOnIn(snapshot: Snapshot, urls: ReadonlySet<string>): boolean {
  for (const resource of snapshot.resources(({ url }) => urls.has(url))) {
    const { outcome } = resource;
    if (isFollowed(resource) || (outcome.kind === 'fetched' && outcome.location !== null)) return true;
  }
  return false;
}

/** What opened by itself and was healthy. */
export function openIn(
  snapshot: Snapshot,
  urls: ReadonlySet<string>,
  { rules, maxHops }: Judging,
): readonly Resource[] {
  const found = [...snapshot.resources(({ url }) => urls.has(url))];
  const answered = found.filter(({ outcome }) => outcome.kind === 'fetched' && outcome.status === 200);
  if (answered.length === 0) return [];
  const few: Snapshot = { ...snapshot, resources: () => answered };
  return [...judge(few, rules, { maxHops })]
    .filter(({ verdicts }) => (verdicts[0]?.state ?? 'healthy') === 'healthy')
    .map(({ resource }) => resource);
}

/** The addresses of what was followed or redirected: where they led, the run saw. */
export function leadingIn(
  snapshot: Snapshot,
  urls: ReadonlySet<string>,
  judging: Judging,
): readonly string[] {
  const isLeading = ({ state, redirects, isRead }: Traits): boolean =>
    redirects || (state === 'opens' && isRead);
  return judgedIn(snapshot, urls, judging)
    .filter((one) => isLeading(traitsFrom(one)))
    .map(({ resource }) => resource.url);
}

/** What was seen to open or to be broken. */
export function decidedIn(
  snapshot: Snapshot,
  urls: ReadonlySet<string>,
  judging: Judging,
): readonly Judged[] {
  return judgedIn(snapshot, urls, judging).filter(({ verdicts }) => verdicts[0]?.state !== 'not-checked');
}

/** The same, without what did not open only because its host was down. */
export function decidedWhereUp(
  snapshot: Snapshot,
  urls: ReadonlySet<string>,
  judging: Judging,
): readonly Judged[] {
  let up: ReadonlySet<string> | null = null;
  return decidedIn(snapshot, urls, judging).filter(
    (one) => !isFailure(one) || (up ??= answering(snapshot)).has(decidingOrigin(one)),
  );
}

/** Some addresses as a run judged them. */
export function judgedIn(
  snapshot: Snapshot,
  urls: ReadonlySet<string>,
  { rules, maxHops }: Judging,
): readonly Judged[] {
  const found: Judged[] = [];
  // What a probe may have a say in comes, too.
  for (const one of judge(snapshot, rules, { maxHops, isSettled: ({ url }) => !urls.has(url) })) {
    if (urls.has(one.resource.url)) found.push(one);
  }
  return found;
}

/** The origins of hosts that served or redirected anything. */
function answering(snapshot: Snapshot): ReadonlySet<string> {
  const up = new Set<string>();
  for (const { url, status } of snapshot.briefs()) if (status !== null && status < 400) up.add(originOf(url));
  return up;
}
