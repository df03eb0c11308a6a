import { isMadeUp } from '../../model/target.js';
import { createHostAvailability, type HostAvailability } from '../intake/host-availability.js';
import type { Intake } from '../intake/intake.js';
import { beginInventory, type Inventory, type InventoryTaking } from '../intake/inventory.js';
import type { Earlier, Later } from '../runs.js';
import { createDifferences, type Differences, type DifferenceTaking } from './differences.js';
import { createUpdateDates, type UpdateDates } from '../intake/update-dates.js';
import type { Traits } from '../intake/traits.js';
import { createUnclear, type Decided, type Unclear } from './unclear.js';

/** Two runs, aligned address by address. What only one of them knows is not explained yet. */
export interface Alignment extends Differences, Decided {
  readonly before: Inventory;
  readonly after: Inventory;
  /** What a row of the earlier run was; as an older run saw it, where the earlier could not tell whether it opens. */
  readonly pastOf: (row: number) => Traits;
  /** What pages of the earlier run say about when things were updated. */
  readonly updateDates: UpdateDates;
  /** Something on the host opened in the earlier run and nothing did in the later, where it failed as hosts do. */
  readonly wentDown: (origin: string) => boolean;
  readonly cameBack: (origin: string) => boolean;
  /** Something on the host opened in the earlier run. */
  readonly wasUp: (origin: string) => boolean;
  /** Rows of the earlier run that the later does not know. */
  readonly departed: readonly number[];
}

/**
 * Aligns the earlier run, read once, with the later. What is plainly healthy and the same in both is only glanced at. Memory:
 * the inventories, and a few numbers for each difference.
 */
export function align(earlier: Earlier, { intake }: Later): Alignment {
  const { taking, hosts, updateDates, unclear, differences, departed } = readEarlier(earlier, intake);
  const { inventory: before, amend } = taking;
  const wentDown = (origin: string): boolean => hosts.isUp(origin) && intake.hosts.isDown(origin);
  const cameBack = (origin: string): boolean => hosts.isDown(origin) && intake.hosts.isUp(origin);
  const recalled = new Map<number, Traits>();
  const decided = unclear.decide({
    cameBack,
    hosts,
    onRecalled: (pair, one, traits) => {
      recalled.set(pair.before, traits);
      amend(pair.before, one.resource, traits);
      if (pair.after >= 0) differences.noteTurn(pair, one, traits);
    },
  });
  return {
    before,
    after: intake.inventory,
    pastOf: (row) => recalled.get(row) ?? before.traitsOf(row),
    updateDates,
    wentDown,
    cameBack,
    wasUp: hosts.isUp,
    ...decided,
    ...differences.found(),
    departed,
  };
}

/** What is collected while the earlier run is read. */
interface EarlierRead {
  readonly taking: InventoryTaking;
  readonly hosts: HostAvailability;
  readonly updateDates: UpdateDates;
  readonly unclear: Unclear;
  readonly differences: DifferenceTaking;
  readonly departed: readonly number[];
}

function readEarlier(earlier: Earlier, intake: Intake): EarlierRead {
  const { inventory: after } = intake;
  const taking = beginInventory();
  const hosts = createHostAvailability();
  const updateDates = createUpdateDates();
  const known = new Uint8Array(after.urls.size());
  const departed: number[] = [];
  const unclear = createUnclear(earlier, intake);
  const differences = createDifferences(intake);

  const judged = earlier.judged(({ id, url, print }) => {
    const row = print === null ? -1 : after.urls.find(url);
    if (row < 0 || print === null || !intake.isSettled(row, print)) return false;
    known[row] = 1;
    taking.copy({ id, url }, after, row);
    hosts.noteOpen(url);
    return true;
  });
  for (const one of judged) {
    if (isMadeUp(one.resource)) continue;
    const { row, traits } = taking.note(one);
    hosts.note(one, traits.state);
    updateDates.note(one.resource, row);
    const now = after.urls.find(one.resource.url);
    unclear.note({ before: row, after: now }, one, traits);
    if (now < 0) {
      departed.push(row);
      continue;
    }
    known[now] = 1;
    differences.note({ before: row, after: now }, one, traits);
  }
  for (let row = 0; row < known.length; row++) if (known[row] === 0) differences.noteUnknown(row);
  return { taking, hosts, updateDates, unclear, differences, departed };
}
