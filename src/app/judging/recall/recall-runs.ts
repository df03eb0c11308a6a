import { mostRecalled, nothingRecalled, type Earlier, type Recollection } from '../../../changes/runs.js';
import type { StoredSnapshot } from '../../../store/snapshot/stored-snapshot.js';
import { judge } from '../../../verdicts/judge.js';
import { decidedIn, decidedWhereUp } from './in-one-run.js';
import { look, mostWhole, runsBefore, type OlderRuns } from './runs-before.js';
import { recallJudged } from './recall-resources.js';

/** Which of some addresses a run is wanted for. */
type Choose = (snapshot: StoredSnapshot, urls: ReadonlySet<string>) => Iterable<string>;

/**
 * For each address the newest complete run that is wanted for it, as long as they are few. They are added to `opened`, and
 * whoever asked closes them.
 */
export function recallRuns(
  older: OlderRuns,
  urls: readonly string[],
  choose: Choose,
  opened: StoredSnapshot[],
): readonly Recollection[] {
  const left = new Set(urls.slice(0, mostRecalled));
  const found: Recollection[] = [];
  for (const { id, state } of older.runs()) {
    if (left.size === 0 || opened.length === mostWhole) break;
    if (state !== 'complete') continue;
    const here = look(older, id, (snapshot) => [...choose(snapshot, left)]) ?? [];
    if (here.length === 0) continue;
    const snapshot = older.store.open(id);
    opened.push(snapshot);
    found.push({ earlier: asEarlier(snapshot, older), urls: here });
    for (const url of here) left.delete(url);
  }
  return found;
}

function asEarlier(snapshot: StoredSnapshot, { store, judging }: OlderRuns): Earlier {
  const older = runsBefore(store, snapshot.run, judging);
  return {
    snapshot,
    judged: (isSettled) => judge(snapshot, judging.rules, { maxHops: judging.maxHops, isSettled }),
    recall: {
      ...nothingRecalled,
      judged: (urls) => recallJudged(older, urls, decidedIn),
      up: (urls) => recallJudged(older, urls, decidedWhereUp),
    },
  };
}
