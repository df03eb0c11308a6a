import type { Judged } from '../../model/judged.js';
import { isMadeUp } from '../../model/target.js';
import { createHostAvailability, decidingOrigin } from '../intake/host-availability.js';
import { beginInventory, type Inventory } from '../intake/inventory.js';
import { mostRecalled, type Earlier, type Later, type RecallJudged } from '../side.js';
import { createDifferences, type Differences, type Pair } from './differences.js';
import { createUpdateDates, type UpdateDates } from '../intake/update-dates.js';
import { traitsFrom, type Traits } from '../intake/traits.js';

/** What did not open in the earlier run. */
interface Lost extends Pair {
  readonly url: string;
  readonly origin: string;
}

/** Two runs, aligned address by address. What only one of them knows is not explained yet. */
export interface Alignment extends Differences {
  readonly before: Inventory;
  readonly after: Inventory;
  /** What a row of the earlier run was; as an older run saw it, where the earlier could not tell whether it opens. */
  readonly pastOf: (row: number) => Traits;
  /** What pages of the earlier run say about when things were updated. */
  readonly updateDates: UpdateDates;
  /** Something on the host opened in the earlier run and nothing did in the later, where it failed as hosts do. */
  readonly wentDown: (origin: string) => boolean;
  readonly cameBack: (origin: string) => boolean;
  /** A row of the earlier run, whose host was down then, did not open either when its host was last up. */
  readonly brokeAlone: (row: number) => boolean;
  /** Rows of the earlier run that the later does not know. */
  readonly absent: readonly number[];
  /**
   * Rows of the later run of which the earlier, and every older one that knew them, could not tell whether they open, or whose host
   * was down in all of these.
   */
  readonly firstSettled: readonly number[];
}

/**
 * Aligns the earlier run, read once, with the later. What is plainly healthy and the same in both is only glanced at. Memory:
 * the inventories, and a few numbers for each difference.
 */
export function align(earlier: Earlier, { intake }: Later): Alignment {
  const after = intake.inventory;
  const { note, copy, recall, inventory: before } = beginInventory();
  const hosts = createHostAvailability();
  const updateDates = createUpdateDates();
  const known = new Uint8Array(after.urls.size());
  const absent: number[] = [];
  const undecided = new Map<string, Pair>();
  const lost: Lost[] = [];
  const differences = createDifferences(intake);
  const noteUnclear = (pair: Pair, one: Judged, { state }: Traits): void => {
    const now = pair.after < 0 ? null : after.traitsOf(pair.after).state;
    if (state === 'unknown' && now !== 'unknown' && undecided.size < mostRecalled)
      undecided.set(one.resource.url, pair);
    if (state === 'broken') lost.push({ ...pair, url: one.resource.url, origin: decidingOrigin(one) });
  };

  const judged = earlier.judged(({ id, url, print }) => {
    const row = print === null ? -1 : after.urls.find(url);
    if (row < 0 || print === null || !intake.isSettled(row, print)) return false;
    known[row] = 1;
    copy({ id, url }, after, row);
    hosts.noteOpen(url);
    return true;
  });
  for (const one of judged) {
    if (isMadeUp(one.resource)) continue;
    const { row, traits } = note(one);
    hosts.note(one, traits.state);
    updateDates.note(one.resource, row);
    const now = after.urls.find(one.resource.url);
    noteUnclear({ before: row, after: now }, one, traits);
    if (now < 0) {
      absent.push(row);
      continue;
    }
    known[now] = 1;
    differences.note({ before: row, after: now }, one, traits);
  }
  for (let row = 0; row < known.length; row++) if (known[row] === 0) differences.noteUnknown(row);
  const wentDown = (origin: string): boolean => hosts.isUp(origin) && intake.hosts.isDown(origin);
  const cameBack = (origin: string): boolean => hosts.isDown(origin) && intake.hosts.isUp(origin);
  const opensNow = (row: number): boolean => row >= 0 && after.traitsOf(row).state === 'opens';
  const recalled = new Map<number, Traits>();
  const noteRecalled = (pair: Pair, one: Judged): void => {
    const traits = traitsFrom(one);
    recalled.set(pair.before, traits);
    recall(pair.before, one.resource, traits);
    if (pair.after >= 0) differences.noteTurn(pair, one, traits);
  };
  for (const [pair, one] of recallAll(earlier.recallJudged, undecided)) {
    noteRecalled(pair, one);
    undecided.delete(one.resource.url);
    const traits = traitsFrom(one);
    hosts.note(one, traits.state);
    noteUnclear(pair, one, traits);
  }
  // That it did not open was the fault of its host, and says nothing of why it is not linked, or does not open, any more.
  const behindHosts = new Map(
    lost
      .filter(({ origin }) => cameBack(origin))
      .toSorted((one, other) => Number(opensNow(one.after)) - Number(opensNow(other.after)))
      .slice(0, mostRecalled)
      .map((one) => [one.url, one]),
  );
  const brokeAlone = new Set<number>();
  for (const [pair, one] of recallAll(earlier.recallUp, behindHosts)) {
    if (!opensNow(pair.after)) noteRecalled(pair, one);
    else if (traitsFrom(one).state === 'broken') brokeAlone.add(pair.before);
    behindHosts.delete(one.resource.url);
  }
  return {
    before,
    after,
    pastOf: (row) => recalled.get(row) ?? before.traitsOf(row),
    updateDates,
    wentDown,
    cameBack,
    brokeAlone: (row) => brokeAlone.has(row),
    ...differences.found(),
    absent,
    firstSettled: [...undecided.values(), ...behindHosts.values()]
      .map((pair) => pair.after)
      .filter((row) => row >= 0),
  };
}

/** What was throttled, behind a sign-in or on a host that was down may have broken, or been repaired, or gone meanwhile. */
function recallAll(
  recall: RecallJudged | undefined,
  pairs: ReadonlyMap<string, Pair>,
): readonly (readonly [Pair, Judged])[] {
  const found = pairs.size === 0 ? [] : [...(recall?.([...pairs.keys()]) ?? [])];
  return found.flatMap(([url, one]) => {
    const pair = pairs.get(url);
    return pair === undefined ? [] : [[pair, one] as const];
  });
}
