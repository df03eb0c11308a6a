import {
  createFingerprintTable,
  type FingerprintTable,
} from '../../../kit/fingerprints/fingerprint-table.js';
import type { Judged } from '../../../model/judged.js';
import type { Brief, Naming, Snapshot } from '../../../model/snapshot.js';
import { isFollowed, isReadForLinks } from '../../../model/resource.js';
import { opens } from '../../../model/verdict.js';
import type { RunSummary } from '../../../store/runs.js';
import type { Store } from '../../../store/store.js';
import { isAbsent } from '../../../verdicts/absence.js';
import { olderRuns } from '../../runs/older-runs.js';
import { isReachAlike } from '../../runs/same-walk.js';
import type { ReadBehind } from '../../task-lists/task-reconciler.js';
import { judgedIn } from './in-one-run.js';
import { look, type Judging } from './runs-before.js';

/** Nights after which pages that do not open hide nothing any more: some never do, and to ask every night takes its time. */
const mostAsked = 3;

/**
 * Reads what pages led to when the last of the runs before could read them, at once or over others that a run does not know: all
 * of it may still be there. Pages that were left out on purpose are asked of runs that went elsewhere, perhaps farther.
 */
export function readBehindIn(store: Store, snapshot: Snapshot, judging: Judging): ReadBehind {
  return ({ closed, beyond }, read) => {
    const nights = lastNights(store, snapshot);
    const wentElsewhere = ({ run }: RunSummary): boolean => run !== null && !isReachAlike(run, snapshot.run);
    if (closed.size === 0 && !nights.some(wentElsewhere)) return [];
    const left = new Set(closed);
    const leftOut = new Set(beyond);
    const decided = new Set<string>();
    const known = addressesOf(snapshot);
    const decide = ({ resource: { url } }: Judged): void => {
      decided.add(url);
      left.delete(url);
      leftOut.delete(url);
    };
    return nights.flatMap((night) => {
      const asked = wentElsewhere(night) ? new Set([...left, ...leftOut]) : left;
      if (asked.size === 0) return [];
      const { id } = night;
      const seen = look({ store }, id, (older) => {
        const open = judgedIn(older, asked, judging).filter(isDecided);
        open.forEach(decide);
        const pages = open.filter(ledOn).map(({ resource }) => resource.id);
        if (pages.length === 0) return null;
        const reached = reachedFrom(older, pages, known);
        for (const one of judgedIn(older, reached.hiddenUrls, judging)) {
          const { source, url } = one.resource;
          if (isDecided(one)) decide(one);
          // Closed already when what led to it opened, it hides what it led to before that.
          else if (source !== null && !decided.has(url)) left.add(url);
        }
        return { value: read(withOnly(older, reached)) };
      });
      return seen === null ? [] : [seen.value];
    });
  };
}

/** The runs to ask, the newest first. Those that could not see everything may know of nothing, and do not count. */
function lastNights(store: Store, { run }: Snapshot): readonly RunSummary[] {
  const runs = olderRuns(store, run);
  const last = runs.filter(({ state }) => state === 'complete')[mostAsked - 1];
  return runs.filter(({ id }) => last === undefined || id >= last.id);
}

function addressesOf(snapshot: Snapshot): FingerprintTable {
  const known = createFingerprintTable();
  for (const { url } of snapshot.briefs()) known.add(url);
  return known;
}

/** Whether a run knew where it leads: it opened, and its links were followed if it has any, or it was not there. */
function isDecided(judged: Judged): boolean {
  const { resource, verdicts } = judged;
  return isAbsent(judged) || (opens(verdicts[0]) && (isFollowed(resource) || !isReadForLinks(resource)));
}

function ledOn({ resource, hops, verdicts }: Judged): boolean {
  return opens(verdicts[0]) && (hops.length > 0 || isFollowed(resource));
}

interface Reached {
  /** The pages themselves, and those among what they led to that are not known. */
  readonly hidden: ReadonlySet<number>;
  readonly hiddenUrls: ReadonlySet<string>;
  readonly all: ReadonlySet<number>;
}

/** What these pages led to, over whatever pages are not known. */
function reachedFrom(older: Snapshot, pages: readonly number[], known: FingerprintTable): Reached {
  const hidden = new Set(pages);
  const hiddenUrls = new Set<string>();
  const all = new Set(hidden);
  const redirects = redirectsIn(older);
  const reach = (id: number, url: string): void => {
    all.add(id);
    if (known.find(url) >= 0) return;
    hidden.add(id);
    hiddenUrls.add(url);
  };
  // A set may grow while it is read: so every page among them is read, too.
  for (const page of hidden) {
    const { targets, urls } = older.links(page);
    for (const [at, target] of targets.entries()) reach(target, urls[at] ?? '');
    const end = redirects.get(page);
    if (end !== undefined) reach(end.id, end.url);
  }
  return { hidden, hiddenUrls, all };
}

function withOnly(older: Snapshot, { hidden, all }: Reached): Snapshot {
  return {
    ...older,
    *namings(): Generator<Naming> {
      for (const naming of older.namings()) {
        if (!all.has(naming.id)) continue;
        // Whose a page is that is known, and what it leads to, is seen without asking.
        yield hidden.has(naming.id) ? naming : { ...naming, source: null };
      }
    },
  };
}

/** Where redirects lead, by id. */
function redirectsIn(older: Snapshot): ReadonlyMap<number, Brief> {
  const locations = new Map<string, number[]>();
  for (const { id, location } of older.landmarks()) {
    if (location === null) continue;
    const ids = locations.get(location);
    if (ids === undefined) locations.set(location, [id]);
    else ids.push(id);
  }
  const ends = new Map<number, Brief>();
  for (const brief of older.briefs()) for (const id of locations.get(brief.url) ?? []) ends.set(id, brief);
  return ends;
}
