import type { Judged } from '../../model/judged.js';
import { printOf } from '../../model/print.js';
import { isMadeUp } from '../../model/target.js';
import type { Text } from '../../model/text.js';
import { createHostAvailability, decidingOrigin, type HostAvailability } from './host-availability.js';
import { beginInventory, type Inventory } from './inventory.js';
import { createUpdateDates, type UpdateDates } from './update-dates.js';

/** What does not open. */
export interface Broken {
  readonly origin: string;
  readonly reason: Text | null;
  /** The server says that it does not exist, so this is no passing trouble. */
  readonly isMissing: boolean;
  /** The end of its redirects; `null` if it has none. */
  readonly end: string | null;
}

/** A run, taken in while it is judged, so that an earlier one can be compared with it. */
export interface Intake {
  /** Takes in the next resource. */
  readonly note: (judged: Judged) => void;
  readonly inventory: Inventory;
  readonly hosts: HostAvailability;
  /** Rows that do not open. */
  readonly broken: ReadonlyMap<number, Broken>;
  /** Where rows lead that open, but redirect. */
  readonly destinations: ReadonlyMap<number, string>;
  readonly updateDates: UpdateDates;
  /** Whether a row is plainly healthy, and a resource with this print in another run is healthy and the same. */
  readonly isSettled: (row: number, print: number) => boolean;
}

/** Starts with nothing taken in. */
export function createIntake(): Intake {
  const { note, inventory } = beginInventory();
  const hosts = createHostAvailability();
  const broken = new Map<number, Broken>();
  const destinations = new Map<number, string>();
  const updateDates = createUpdateDates();
  const sameReason = createReasons();
  let prints = new Float64Array(1024).fill(Number.NaN);

  const notePrint = (row: number, print: number): void => {
    if (row >= prints.length) {
      const wider = new Float64Array(Math.max(2 * prints.length, row + 1)).fill(Number.NaN);
      wider.set(prints);
      prints = wider;
    }
    prints[row] = print;
  };
  return {
    note: (judged) => {
      if (isMadeUp(judged.resource)) return;
      const { row, traits } = note(judged);
      hosts.note(judged, traits.state);
      updateDates.note(judged.resource, row);
      if (traits.state === 'broken') broken.set(row, brokenOf(judged, sameReason));
      else if (traits.redirects) destinations.set(row, judged.end?.url ?? '');
      const isPlain = judged.isAlone === true && judged.verdicts.length === 0;
      const print = isPlain ? printOf(judged.resource) : null;
      if (print !== null) notePrint(row, print);
    },
    inventory,
    hosts,
    broken,
    destinations,
    updateDates,
    isSettled: (row, print) => prints[row] === print,
  };
}

function brokenOf(judged: Judged, sameReason: (reason: Text) => Text): Broken {
  const { resource, end, hops, verdicts } = judged;
  const { outcome } = end ?? resource;
  const reason = verdicts[0]?.reason;
  return {
    origin: decidingOrigin(judged),
    reason: reason === undefined ? null : sameReason(reason),
    isMissing: outcome.kind === 'fetched' && outcome.status < 500,
    end: end !== null && hops.length > 0 ? end.url : null,
  };
}

/** Thousands may be broken for the same reason, which is kept once. */
function createReasons(): (reason: Text) => Text {
  const known = new Map<string, Text>();
  return (reason) => {
    const same = known.get(reason.en);
    if (same === undefined) known.set(reason.en, reason);
    return same ?? reason;
  };
}
