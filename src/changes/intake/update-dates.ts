import { createFingerprintTable, type FingerprintTable } from '../../kit/fingerprints/fingerprint-table.js';
import type { Resource } from '../../model/resource.js';
import { updateTableOf } from './update-table.js';

/** When a page says that something was updated. */
export interface UpdateDate {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** The row of the page that says so. */
  readonly page: number;
}

/** What the pages of one run say about when things were updated: the latest date for each address. */
export interface UpdateDates {
  /** Notes what a page says. */
  readonly note: (page: Resource, row: number) => void;
  /** The number of an address is its index in `entries`. */
  readonly addresses: FingerprintTable;
  readonly entries: readonly UpdateDate[];
}

/** Bounds the memory: further dates are not compared. */
const mostDates = 200_000;

/** Starts with no dates. */
export function createUpdateDates(): UpdateDates {
  const addresses = createFingerprintTable();
  const entries: UpdateDate[] = [];
  return {
    note: (page, row) => {
      for (const [url, day] of updateTableOf(page)) {
        if (entries.length >= mostDates) return;
        const entry = addresses.add(url);
        const known = entries[entry];
        if (known === undefined || day > known.day) entries[entry] = { day, page: row };
      }
    },
    addresses,
    entries,
  };
}
