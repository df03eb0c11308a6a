import type { OlderAnswers } from '../../changes/task-availability.js';
import type { Earlier, Recollection } from '../../changes/side.js';
import type { RunSummary } from '../../store/runs.js';
import type { Store } from '../../store/store.js';
import type { StoredSnapshot } from '../../store/snapshot/stored-snapshot.js';
import type { Judged } from '../../model/judged.js';
import type { Run } from '../../model/snapshot.js';
import { judge } from '../../verdicts/judge.js';
import type { TaskAnswer } from '../../model/task-report.js';
import { keptLists } from '../task-lists/kept-lists.js';
import { createTaskReconciler } from '../task-lists/task-reconciler.js';
import {
  findAll,
  lastOpenIn,
  leadingIn,
  look,
  mostAddresses,
  runsBefore,
  settledIn,
  settledWhereUp,
  unknownIn,
  type Judging,
} from './look-back.js';
import { isOpen } from './sight.js';

/** Each is read from beginning to end. */
const mostWhole = 5;

/** What runs recall. Whoever asked for it closes it: what is recalled whole is read on. */
interface Recall extends Required<
  Pick<Earlier, 'recallOpen' | 'recallJudged' | 'recallUp' | 'recallBehind' | 'recallWhole' | 'recallWithout'>
> {
  /** How the tasks of older runs were answered, the newest first. */
  readonly recallTasks: () => OlderAnswers;
  readonly close: () => void;
}

/** Recalls what a run could not see, from the fourteen walks of the same portals before it. */
export function recallBefore(store: Store, before: Run, judging: Judging): Recall {
  let runs: readonly RunSummary[] | null = null;
  // To list them, every run of the store is opened.
  const earlier = (): readonly RunSummary[] => (runs ??= runsBefore(store, before));
  const whole: StoredSnapshot[] = [];
  const recallSettled = (urls: readonly string[], settle: typeof settledIn): ReadonlyMap<string, Judged> => {
    const found = new Map<string, Judged>();
    const left = new Set(urls.slice(0, mostAddresses));
    for (const { id, run } of earlier()) {
      if (left.size === 0) break;
      for (const judged of look(store, id, (snapshot) => settle(snapshot, left, judging)) ?? []) {
        // A run that was cut short told nobody that something opens again.
        if (run?.complete !== true && isOpen(judged)) continue;
        found.set(judged.resource.url, judged);
        left.delete(judged.resource.url);
      }
    }
    return found;
  };
  const recallRuns = (urls: readonly string[], find: typeof unknownIn): readonly Recollection[] => {
    let left = urls.slice(0, mostAddresses);
    const found: Recollection[] = [];
    for (const { id, state } of earlier()) {
      if (left.length === 0 || whole.length === mostWhole) break;
      if (state !== 'complete') continue;
      const here = new Set(look(store, id, (snapshot) => find(snapshot, left)));
      if (here.size === 0) continue;
      const snapshot = store.open(id);
      whole.push(snapshot);
      found.push({ earlier: asEarlier(snapshot, judging), urls: [...here] });
      left = left.filter((url) => !here.has(url));
    }
    return found;
  };
  return {
    recallOpen: (urls) => lastOpenIn(store, earlier(), urls, judging),
    recallJudged: (urls) => recallSettled(urls, settledIn),
    recallUp: (urls) => recallSettled(urls, settledWhereUp),
    recallBehind: (pages, urls) => {
      const seen = new Set<string>();
      if (pages.length > mostAddresses) return { seen, unread: pages };
      const closed = new Set(pages);
      const opened = new Set<string>();
      for (const { id, state } of earlier()) {
        look(store, id, (snapshot) => {
          for (const { url } of findAll(snapshot, [...urls.keys()])) {
            seen.add(url);
            if (urls.get(url)?.leadsOn === true && !opened.has(url)) closed.add(url);
          }
          if (state !== 'complete') return;
          for (const { url } of leadingIn(snapshot, [...closed], judging)) {
            closed.delete(url);
            opened.add(url);
          }
        });
        if (closed.size === 0) break;
      }
      return { seen, unread: [...closed] };
    },
    recallWhole: (urls) =>
      recallRuns(urls, (snapshot, left) => leadingIn(snapshot, left, judging).map(({ url }) => url)),
    recallWithout: (urls) => recallRuns(urls, unknownIn),
    *recallTasks() {
      for (const { id, state } of earlier().slice(0, mostWhole)) {
        if (state === 'complete') yield look(store, id, (snapshot) => answerTasks(snapshot, judging)) ?? [];
      }
    },
    close: () => {
      for (const snapshot of whole) snapshot.close();
    },
  };
}

function answerTasks(snapshot: StoredSnapshot, { rules, maxHops }: Judging): readonly TaskAnswer[] {
  const reconciler = createTaskReconciler(snapshot, keptLists(snapshot));
  const judged = reconciler.through(judge(snapshot, rules, { maxHops }))[Symbol.iterator]();
  while (judged.next().done !== true);
  return reconciler.conclude()?.report.tasks ?? [];
}

function asEarlier(snapshot: StoredSnapshot, { rules, maxHops }: Judging): Earlier {
  return { snapshot, judged: (isSettled) => judge(snapshot, rules, { maxHops, isSettled }) };
}
