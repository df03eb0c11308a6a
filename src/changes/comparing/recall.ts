import type { Resource } from '../../model/resource.js';
import { lostRows } from './hidden-rows.js';
import type { Alignment } from './align.js';
import type { Earlier, Later } from '../side.js';

/** What older runs know of what the earlier one did not see, by rows of the later run. */
export interface Recalled {
  /** Was seen behind pages that the earlier run could not read. */
  readonly wasSeen: (row: number) => boolean;
  /** Is behind those pages, and was not there when they were last read. */
  readonly wasAbsent: (row: number) => boolean;
  /** What opens now and did not in the earlier run, as it last opened. */
  readonly opened: ReadonlyMap<number, Resource>;
}

interface Sides {
  readonly before: Earlier;
  readonly after: Later;
  readonly alignment: Alignment;
  /** 1 for each row of the later run that the earlier may have missed. */
  readonly unseen: Uint8Array;
}

/**
 * What came or was updated while no run could see it: the run that sees it again is the first that can tell. Reads no older run
 * if the earlier one saw everything.
 */
export function recall({ before, after, alignment, unseen }: Sides): Recalled {
  const urlOf = (row: number): string => after.snapshot.resource(alignment.after.idOf(row))?.url ?? '';
  const hidden: number[] = [];
  for (let row = 0; row < unseen.length; row++) if (unseen[row] === 1) hidden.push(row);
  const pages = hidden.length === 0 ? [] : lostRows(alignment.after, alignment.before);
  const behind = hidden.length === 0 ? undefined : before.recallBehind?.(pages.map(urlOf), hidden.map(urlOf));
  const known = new Set(hidden.filter((row) => behind?.seen.has(urlOf(row)) === true));

  const rows = new Map<string, number>();
  for (const { after: row } of alignment.reopened) rows.set(urlOf(row), row);
  for (const row of alignment.arrived) if (known.has(row)) rows.set(urlOf(row), row);
  const opened = new Map<number, Resource>();
  const past = rows.size === 0 ? [] : (before.recallOpen?.([...rows.keys()]) ?? []);
  for (const [url, then] of past) opened.set(rows.get(url) ?? -1, then);
  return {
    wasSeen: (row) => known.has(row),
    wasAbsent: (row) => behind?.isWhole === true && unseen[row] === 1 && !known.has(row),
    opened,
  };
}
