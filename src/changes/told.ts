import { createFingerprintTable, type FingerprintTable } from '../kit/fingerprint-table.js';
import type { Resource } from '../model/resource.js';
import { updateTableOf } from './update-table.js';

/** When a page says that something was updated. */
export interface ToldDate {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** The row of the page that says so. */
  readonly page: number;
}

/** What the pages of one run say of when things were updated: of each address the latest. */
export interface ToldDates {
  /** Notes what a page says. */
  readonly note: (page: Resource, row: number) => void;
  /** The number of an entry is its place among `entries`. */
  readonly addresses: FingerprintTable;
  readonly entries: readonly ToldDate[];
}

/** Bounds the memory: what pages tell beyond it is not compared. */
const mostTold = 200_000;

/** Starts with nothing told. */
export function createToldDates(): ToldDates {
  const addresses = createFingerprintTable();
  const entries: ToldDate[] = [];
  return {
    note: (page, row) => {
      for (const [url, day] of updateTableOf(page)) {
        if (entries.length >= mostTold) return;
        const entry = addresses.add(url);
        const known = entries[entry];
        if (known === undefined || day > known.day) entries[entry] = { day, page: row };
      }
    },
    addresses,
    entries,
  };
}
