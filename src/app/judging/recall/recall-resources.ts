import { mostRecalled } from '../../../changes/side.js';
import type { Judged } from '../../../model/judged.js';
import type { Resource } from '../../../model/resource.js';
import type { Snapshot } from '../../../model/snapshot.js';
import { isOpen } from '../sight.js';
import { ledOnIn, openIn } from './in-one-run.js';
import { look, type Judging, type Past } from './past.js';

/** Some addresses as they last opened by themselves. */
export function recallOpen(past: Past, urls: readonly string[]): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  const left = new Set(urls.slice(0, mostRecalled));
  for (const { id } of past.runs()) {
    if (left.size === 0) break;
    for (const resource of look(past, id, (snapshot) => openIn(snapshot, left, past.judging)) ?? []) {
      found.set(resource.url, resource);
      left.delete(resource.url);
    }
  }
  return found;
}

/** What a run could tell of some addresses. */
type Settle = (snapshot: Snapshot, urls: ReadonlySet<string>, judging: Judging) => readonly Judged[];

/** Some addresses as the last run judged them that could tell, by `settle`, whether they open. */
export function recallJudged(
  past: Past,
  urls: readonly string[],
  settle: Settle,
): ReadonlyMap<string, Judged> {
  const found = new Map<string, Judged>();
  const left = new Set(urls.slice(0, mostRecalled));
  for (const { id, run } of past.runs()) {
    if (left.size === 0) break;
    for (const judged of look(past, id, (snapshot) => settle(snapshot, left, past.judging)) ?? []) {
      // A run that was cut short told nobody that something opens again.
      if (run?.complete !== true && isOpen(judged)) continue;
      found.set(judged.resource.url, judged);
      left.delete(judged.resource.url);
    }
  }
  return found;
}

/** Whether any of some addresses was seen to lead somewhere. */
export function haveLedOn(past: Pick<Past, 'store' | 'runs'>, urls: ReadonlySet<string>): boolean {
  return past.runs().some(({ id }) => look(past, id, (snapshot) => ledOnIn(snapshot, urls)) === true);
}
