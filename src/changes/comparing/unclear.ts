import { groupBy } from '../../kit/collections/group-by.js';
import type { Judged } from '../../model/judged.js';
import { decidingOrigin, isFailure, type HostAvailability } from '../intake/host-availability.js';
import type { Intake } from '../intake/intake.js';
import { traitsFrom, type Traits } from '../intake/traits.js';
import { mostRecalled, type Earlier, type Recall } from '../runs.js';
import type { Pair } from './differences.js';

/** What older runs tell of rows of which the earlier one could not tell why they did not open. */
export interface Decided {
  /** Rows of the earlier run that did not open when their host was last up, either. Now their host is up. */
  readonly brokeAlone: ReadonlySet<number>;
  /**
   * Rows of the later run of which the earlier, and every older one that knew them, could not tell whether they open, or whose
   * host was down in all of these.
   */
  readonly firstDecided: readonly number[];
}

/** What is done with the answers of older runs. */
interface Deciding {
  readonly cameBack: (origin: string) => boolean;
  /** The hosts of the earlier run. */
  readonly hosts: HostAvailability;
  /** Called with each row that an older run knows better, as that judged it. */
  readonly onRecalled: (pair: Pair, judged: Judged, traits: Traits) => void;
}

/** What did not open in the earlier run. */
interface BrokenBefore extends Pair {
  readonly url: string;
  readonly origin: string;
}

/** What the earlier run could not tell, while it is collected. */
export interface Unclear {
  readonly note: (pair: Pair, judged: Judged, traits: Traits) => void;
  readonly decide: (deciding: Deciding) => Decided;
}

/**
 * Collects, while the earlier run is read, what was throttled, behind a sign-in or on a host that was down, and asks older runs
 * about it: it may have broken, or been repaired, or gone, or come, meanwhile.
 */
export function createUnclear({ recall }: Earlier, { inventory }: Intake): Unclear {
  const undecided = new Map<string, Pair>();
  const brokenBefore: BrokenBefore[] = [];
  const stateNow = (row: number): Traits['state'] | null => (row < 0 ? null : inventory.traitsOf(row).state);
  const opensNow = ({ after }: Pair): boolean => stateNow(after) === 'opens';
  const note = (pair: Pair, judged: Judged, { state }: Traits): void => {
    const { url } = judged.resource;
    if (state === 'unknown' && stateNow(pair.after) !== 'unknown' && undecided.size < mostRecalled)
      undecided.set(url, pair);
    if (state === 'broken') brokenBefore.push({ ...pair, url, origin: decidingOrigin(judged) });
  };
  // Several at once were told of as their host, and so was that it is up again.
  const recallBeforeOutage = (outages: readonly Judged[]): ReadonlyMap<string, Judged> => {
    const together = [...groupBy(outages, decidingOrigin).values()].filter(({ length }) => length > 1).flat();
    const urls = together.map(({ resource }) => resource.url);
    return urls.length === 0 ? new Map() : recall.up(urls);
  };
  /** What the earlier run could not tell is as the last one judged it that could. Leaves in `undecided` what none could tell. */
  const decideFromRuns = ({ hosts, onRecalled }: Deciding): void => {
    const decided = askAll(recall.judged, undecided);
    const over: Judged[] = [];
    for (const [, one] of decided) {
      // What was noted so far is of newer runs.
      if (isOver(one, hosts)) over.push(one);
      hosts.note(one, traitsFrom(one).state);
    }
    const better = recallBeforeOutage(over);
    for (const [pair, one] of decided) {
      const last = better.get(one.resource.url) ?? one;
      const traits = traitsFrom(last);
      undecided.delete(one.resource.url);
      onRecalled(pair, last, traits);
      note(pair, last, traits);
    }
  };
  /** What failed with a host that is back is as the last run judged it that found the host up. */
  const decideOutages = ({ cameBack, onRecalled }: Deciding): Decided => {
    const behindHosts = new Map(
      brokenBefore
        .filter(({ origin }) => cameBack(origin))
        .toSorted((one, other) => Number(opensNow(one)) - Number(opensNow(other)))
        .slice(0, mostRecalled)
        .map((one) => [one.url, one]),
    );
    const brokeAlone = new Set<number>();
    const whileUp = askAll(recall.up, behindHosts);
    const isOnlyOne = onlyOnesOf(whileUp.map(([, one]) => one));
    for (const [pair, one] of whileUp) {
      const traits = traitsFrom(one);
      behindHosts.delete(one.resource.url);
      if (traits.state === 'broken') brokeAlone.add(pair.before);
      if (opensNow(pair)) continue;
      // The only one of its host was told of by itself, which still holds.
      const isTold = pair.after >= 0 && isOnlyOne(one);
      if (!isTold) onRecalled(pair, one, traits);
    }
    const first = [...undecided.values(), ...behindHosts.values()].map(({ after }) => after);
    return { brokeAlone, firstDecided: first.filter((row) => row >= 0) };
  };
  return {
    note,
    decide: (deciding) => {
      decideFromRuns(deciding);
      return decideOutages(deciding);
    },
  };
}

/** Whether nothing but one resource opened on its host, among some. Where a short link led was told of as the short link. */
function onlyOnesOf(all: readonly Judged[]): (one: Judged) => boolean {
  const opened = all.filter((one) => traitsFrom(one).state === 'opens');
  const ends = new Set(opened.flatMap(({ hops, end }) => (hops.length === 0 ? [] : [end?.url])));
  const byHost = groupBy(
    opened.filter(({ resource }) => !ends.has(resource.url)),
    decidingOrigin,
  );
  return (one) => byHost.get(decidingOrigin(one))?.length === 1;
}

/** Whether it did not open as when a host is down, and a run since then found the host up. */
function isOver(judged: Judged, hosts: HostAvailability): boolean {
  return traitsFrom(judged).state === 'broken' && isFailure(judged) && hosts.isUp(decidingOrigin(judged));
}

function askAll(
  recall: Recall['judged'],
  pairs: ReadonlyMap<string, Pair>,
): readonly (readonly [Pair, Judged])[] {
  const found = pairs.size === 0 ? [] : [...recall([...pairs.keys()])];
  return found.flatMap(([url, one]) => {
    const pair = pairs.get(url);
    return pair === undefined ? [] : [[pair, one] as const];
  });
}
