import type { Snapshot } from '../../model/snapshot.js';
import type { Inventory } from '../intake/inventory.js';
import type { Traits } from '../intake/traits.js';

/**
 * Rows that the other run may have missed only because it could not read the pages that lead there: a page that failed, or was
 * not asked for, hides everything behind it. 1 for each such row. `waiting` holds those pages, and is emptied.
 */
export function hiddenRows(
  snapshot: Snapshot,
  own: Inventory,
  other: Inventory,
  waiting = closedRows(own, other),
): Uint8Array {
  const hidden = new Uint8Array(own.urls.size());
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    for (const url of targetsOf(snapshot, own.idOf(row))) {
      const target = own.urls.find(url);
      if (target < 0 || hidden[target] === 1 || other.urls.findFrom(own.urls, target) >= 0) continue;
      hidden[target] = 1;
      waiting.push(target);
    }
  }
  return hidden;
}

/** Rows that led somewhere, whose address the other run knows although it did not see where they lead. */
export function closedRows(own: Inventory, other: Inventory): number[] {
  return rowsWhere(own, (row) => isClosed(row, own, other));
}

/** The rows of a run for which something holds. */
export function rowsWhere({ urls }: Inventory, isWanted: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < urls.size(); row++) if (isWanted(row)) rows.push(row);
  return rows;
}

/** It led somewhere, and the other run knows the address but did not see where it leads. */
function isClosed(row: number, own: Inventory, other: Inventory): boolean {
  const known = own.traitsOf(row);
  if (!leadsOn(known)) return false;
  const there = other.urls.findFrom(own.urls, row);
  if (there < 0) return false;
  const traits = other.traitsOf(there);
  if (known.leadsAway && traits.leadsAway && (traits.redirects || !known.redirects)) return false;
  return traits.state !== 'opens' || (known.isRead && !traits.isRead && !traits.redirects);
}

/** Whether something is behind it. A redirect leads on even if its end does not open. */
export function leadsOn({ state, isRead, leadsAway }: Traits): boolean {
  return leadsAway || (state === 'opens' && isRead);
}

function targetsOf(snapshot: Snapshot, id: number): readonly string[] {
  const outcome = snapshot.resource(id)?.outcome;
  if (outcome?.kind === 'fetched' && outcome.location !== null) return [outcome.location];
  return snapshot.links(id).urls;
}
