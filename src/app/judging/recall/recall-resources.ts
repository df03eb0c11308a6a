import { mostRecalled } from '../../../changes/runs.js';
import type { Judged } from '../../../model/judged.js';
import type { Resource } from '../../../model/resource.js';
import type { Snapshot } from '../../../model/snapshot.js';
import { isOpen } from '../sight.js';
import { ledOnIn, openIn } from './in-one-run.js';
import { look, type Judging, type OlderRuns } from './runs-before.js';

/** Some addresses as they last opened by themselves. */
export function recallOpen(older: OlderRuns, urls: readonly string[]): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  const left = new Set(urls.slice(0, mostRecalled));
  for (const { id } of older.runs()) {
    if (left.size === 0) break;
    for (const resource of look(older, id, (snapshot) => openIn(snapshot, left, older.judging)) ?? []) {
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
  older: OlderRuns,
  urls: readonly string[],
  settle: Settle,
): ReadonlyMap<string, Judged> {
  const found = new Map<string, Judged>();
  const left = new Set(urls.slice(0, mostRecalled));
  for (const { id, run } of older.runs()) {
    if (left.size === 0) break;
    for (const judged of look(older, id, (snapshot) => settle(snapshot, left, older.judging)) ?? []) {
      // A run that was cut short told nobody that something opens again.
      if (run?.complete !== true && isOpen(judged)) continue;
      found.set(judged.resource.url, judged);
      left.delete(judged.resource.url);
    }
  }
  return found;
}

/** Whether any of some addresses was seen to lead somewhere. */
export function haveLedOn(older: Pick<OlderRuns, 'store' | 'runs'>, urls: ReadonlySet<string>): boolean {
  return older.runs().some(({ id }) => look(older, id, (snapshot) => ledOnIn(snapshot, urls)) === true);
}
