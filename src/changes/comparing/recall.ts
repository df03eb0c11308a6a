import type { Resource } from '../../model/resource.js';
import { hiddenRows, leadsOn, lostRows } from './hidden-rows.js';
import type { Alignment } from './align.js';
import type { Earlier, Later, RecallOpen } from '../side.js';

/** What older runs know of what the earlier one did not see, by rows of the later run. */
export interface Recalled {
  /** Was seen behind pages that the earlier run could not read. */
  readonly wasSeen: (row: number) => boolean;
  /** Is behind those pages, and was not there when they were last read. */
  readonly wasAbsent: (row: number) => boolean;
  /** What opens now and did not in the earlier run, as it last opened. */
  readonly opened: ReadonlyMap<number, Resource>;
  /** The same, and what is new since the earlier run, as a run between the two last saw it. */
  readonly since: ReadonlyMap<number, Resource>;
}

interface Sides {
  readonly before: Earlier;
  readonly after: Later;
  readonly alignment: Alignment;
  /** 1 for each row of the later run that the earlier may have missed. */
  readonly unseen: Uint8Array;
  /** Rows of the later run that are known to be nothing new. */
  readonly remembered: ReadonlySet<number>;
}

/**
 * What came or was updated while no run could see it: the run that sees it again is the first that can tell. Reads no older run
 * if the earlier one saw everything.
 */
export function recall(sides: Sides): Recalled {
  const { before, alignment, remembered } = sides;
  const urlOf = urlsIn(sides);
  const { known: seen, wasAbsent } = recallHidden(sides);
  const known = remembered.size === 0 ? seen : new Set([...seen, ...remembered]);
  const reopened = alignment.reopened.map((pair) => pair.after);
  const recallRows = (
    from: RecallOpen | undefined,
    rows: readonly number[],
  ): ReadonlyMap<number, Resource> => {
    const wanted = new Map(rows.map((row) => [urlOf(row), row]));
    const past = wanted.size === 0 ? [] : [...(from?.([...wanted.keys()]) ?? [])];
    return new Map(past.map(([url, then]) => [wanted.get(url) ?? -1, then]));
  };
  return {
    wasSeen: (row) => known.has(row),
    wasAbsent,
    opened: recallRows(before.recallOpen, [
      ...reopened,
      ...alignment.arrived.filter((row) => known.has(row)),
    ]),
    since: recallRows(before.recallSince, [...reopened, ...alignment.arrived]),
  };
}

function urlsIn({ after, alignment }: Sides): (row: number) => string {
  return (row) => after.snapshot.resource(alignment.after.idOf(row))?.url ?? '';
}

interface Hidden extends Pick<Recalled, 'wasAbsent'> {
  /** Rows that the earlier run may have missed and an older one had seen. */
  readonly known: ReadonlySet<number>;
}

function recallHidden(sides: Sides): Hidden {
  const { before, after, alignment, unseen } = sides;
  const hidden: number[] = [];
  for (let row = 0; row < unseen.length; row++) if (unseen[row] === 1) hidden.push(row);
  if (hidden.length === 0 || before.recallBehind === undefined)
    return { known: new Set(), wasAbsent: () => false };
  const urlOf = urlsIn(sides);
  const pages = lostRows(alignment.after, alignment.before);
  const { seen, unread } = before.recallBehind(
    pages.map(urlOf),
    new Map(hidden.map((row) => [urlOf(row), { leadsOn: leadsOn(alignment.after.traitsOf(row)) }])),
  );
  const known = new Set(hidden.filter((row) => seen.has(urlOf(row))));
  const unsure = hiddenRows(
    after.snapshot,
    alignment.after,
    alignment.before,
    unread.map(alignment.after.urls.find),
  );
  return { known, wasAbsent: (row) => unseen[row] === 1 && unsure[row] === 0 && !known.has(row) };
}
