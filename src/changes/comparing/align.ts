import type { Judged } from '../../model/judged.js';
import { isMadeUp } from '../../model/target.js';
import type { Text } from '../../model/text.js';
import { contentKey } from '../intake/content.js';
import { createHostAvailability, decidingOrigin } from '../intake/host-availability.js';
import { beginInventory, type Inventory } from '../intake/inventory.js';
import type { Intake } from '../intake/intake.js';
import type { Earlier, Later } from '../side.js';
import { createUpdateDates, type UpdateDates } from '../intake/update-dates.js';
import { traitsFrom, type Traits } from '../intake/traits.js';

/** The rows of one address in both runs; `before` is -1 if the earlier did not know it. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** A link that does not open though it did, or that is new and does not open. */
export interface Breakage extends Pair {
  readonly origin: string;
  readonly reason: Text | null;
  /** The server says that it does not exist, so this is no passing trouble. */
  readonly isMissing: boolean;
}

/** A link that opens though it did not, and the host that it did not open for. */
export interface Repair extends Pair {
  readonly origin: string;
}

/** An address that opened by itself and now leads elsewhere. */
export interface Redirection extends Pair {
  readonly to: string;
}

/** What did not open in the earlier run, and the later does not know or find open. */
interface Lost extends Pair {
  readonly url: string;
  readonly origin: string;
}

/** Two runs, aligned address by address. What only one of them knows is not explained yet. */
export interface Alignment {
  readonly before: Inventory;
  readonly after: Inventory;
  /** What a row of the earlier run was; as an older run saw it, where the earlier could not tell whether it opens. */
  readonly pastOf: (row: number) => Traits;
  /** What pages of the earlier run say about when things were updated. */
  readonly updateDates: UpdateDates;
  /** Something on the host opened in the earlier run and nothing did in the later, where it failed as hosts do. */
  readonly wentDown: (origin: string) => boolean;
  readonly cameBack: (origin: string) => boolean;
  readonly broken: readonly Breakage[];
  readonly repaired: readonly Repair[];
  /** Both open; their content may differ. */
  readonly different: readonly Pair[];
  /** Opens by itself; the earlier run knew the address and did not see what is there. */
  readonly reopened: readonly Pair[];
  readonly redirected: readonly Redirection[];
  /** Rows of the later run that open, and that the earlier did not know. */
  readonly arrived: readonly number[];
  /** Rows of the earlier run that the later does not know. */
  readonly absent: readonly number[];
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
    if (state === 'unknown' && now !== 'unknown') undecided.set(one.resource.url, pair);
    if (state === 'broken' && (now === null || now === 'broken'))
      lost.push({ ...pair, url: one.resource.url, origin: decidingOrigin(one) });
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
  // That it did not open was the fault of its host, and says nothing of why it is not linked, or does not open, any more.
  for (const { url, origin, ...pair } of lost) if (cameBack(origin)) undecided.set(url, pair);
  const recalled = new Map<number, Traits>();
  for (const [url, one] of recallUndecided(earlier, undecided)) {
    const traits = traitsFrom(one);
    const pair = undecided.get(url);
    if (pair === undefined) continue;
    recalled.set(pair.before, traits);
    if (before.traitsOf(pair.before).state === 'unknown') hosts.note(one, traits.state);
    recall(pair.before, one.resource, traits);
    if (pair.after >= 0) differences.noteTurn(pair, one, traits);
  }
  return {
    before,
    after,
    pastOf: (row) => recalled.get(row) ?? before.traitsOf(row),
    updateDates,
    wentDown,
    cameBack,
    ...differences.found(),
    absent,
  };
}

/** What was throttled, behind a sign-in or on a host that was down for a night may have broken, or been repaired, or gone meanwhile. */
function recallUndecided(
  { recallJudged }: Earlier,
  undecided: ReadonlyMap<string, Pair>,
): ReadonlyMap<string, Judged> {
  return undecided.size === 0 ? new Map() : (recallJudged?.([...undecided.keys()]) ?? new Map());
}

type RowDifferences = Pick<
  Alignment,
  'broken' | 'repaired' | 'different' | 'reopened' | 'redirected' | 'arrived'
>;

/** Collects what is different while the earlier run is read. */
function createDifferences({ inventory: after, outages, destinations }: Intake): {
  readonly note: (pair: Pair, judged: Judged, past: Traits) => void;
  /** Notes only that a row broke or was repaired. */
  readonly noteTurn: (pair: Pair, judged: Judged, past: Traits) => void;
  /** Notes a row of the later run that the earlier did not know. */
  readonly noteUnknown: (row: number) => void;
  readonly found: () => RowDifferences;
} {
  /** What is only the end of another resource's redirects: the change of that one says it all. */
  const ends = new Set<number>();
  const broken: Breakage[] = [];
  const repaired: Repair[] = [];
  const different: Pair[] = [];
  const reopened: Pair[] = [];
  const redirected: Redirection[] = [];
  const arrived: number[] = [];

  const noteBroken = (pair: Pair): void => {
    const outage = outages.get(pair.after);
    if (outage === undefined) return;
    const { origin, reason, isMissing, end } = outage;
    broken.push({ ...pair, origin, reason, isMissing });
    if (end !== null) ends.add(after.urls.find(end));
  };
  const noteOpenTwice = (pair: Pair, judged: Judged, past: Traits, present: Traits): void => {
    if (past.subject === 'other' || past.redirects) return;
    if (present.redirects) redirected.push({ ...pair, to: destinations.get(pair.after) ?? '' });
    else if (present.subject === 'other' || !after.content.holds(pair.after, contentKey(judged.resource)))
      different.push(pair);
  };
  const noteTurn = (pair: Pair, judged: Judged, past: Traits): void => {
    const present = after.traitsOf(pair.after);
    if (present.state === 'broken' && past.state === 'opens') noteBroken(pair);
    if (present.state === 'opens' && past.state === 'broken')
      repaired.push({ ...pair, origin: decidingOrigin(judged) });
  };
  return {
    note: (pair, judged, past) => {
      const present = after.traitsOf(pair.after);
      if (past.state !== 'opens' && isContent(present)) reopened.push(pair);
      noteTurn(pair, judged, past);
      if (present.state === 'opens' && past.state === 'opens') noteOpenTwice(pair, judged, past, present);
    },
    noteTurn,
    noteUnknown: (row) => {
      const traits = after.traitsOf(row);
      if (traits.state === 'broken') noteBroken({ before: -1, after: row });
      else if (isContent(traits)) arrived.push(row);
    },
    found: () => ({
      broken: broken.filter((one) => !ends.has(one.after)),
      repaired,
      different,
      reopened,
      redirected,
      arrived,
    }),
  };
}

/** It opens and has content of its own that may change. */
function isContent({ state, redirects, subject }: Traits): boolean {
  return state === 'opens' && !redirects && subject !== 'other';
}
