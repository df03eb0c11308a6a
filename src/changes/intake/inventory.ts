import {
  createFingerprintColumn,
  type FingerprintColumn,
} from '../../kit/fingerprints/fingerprint-column.js';
import { createFingerprintTable, type FingerprintTable } from '../../kit/fingerprints/fingerprint-table.js';
import type { Judged } from '../../model/judged.js';
import type { Resource } from '../../model/resource.js';
import { identityOf, withoutLanguage } from './addresses.js';
import { contentKey } from './content.js';
import { packTraits, traitsFrom, unpackTraits, type Traits } from './traits.js';

/**
 * One run, one row for each resource: about 40 bytes each, so that two runs of a million fit. Details are read again when needed.
 */
export interface Inventory {
  /** Rows by URL: the number of a URL is its row. */
  readonly urls: FingerprintTable;
  readonly content: FingerprintColumn;
  /** Equal for what is the same document, wherever it is. */
  readonly identity: FingerprintColumn;
  /** Equal for one thing in two languages. */
  readonly neutral: FingerprintColumn;
  readonly idOf: (row: number) => number;
  readonly traitsOf: (row: number) => Traits;
}

/** An inventory while it is being taken. */
export interface InventoryTaking {
  /** Notes a resource; gives its row, and what it is. */
  readonly note: (judged: Judged) => { readonly row: number; readonly traits: Traits };
  /** Notes a resource that is as a row of another inventory has it. */
  readonly copy: (resource: Pick<Resource, 'id' | 'url'>, other: Inventory, row: number) => void;
  /** Notes what is at a row, as another run saw it, where this one did not; its id and traits stay. */
  readonly amend: (row: number, resource: Resource, traits: Traits) => void;
  readonly inventory: Inventory;
}

/** Starts with no rows. */
export function beginInventory(): InventoryTaking {
  const urls = createFingerprintTable();
  const content = createFingerprintColumn();
  const identity = createFingerprintColumn();
  const neutral = createFingerprintColumn();
  let ids = new Uint32Array(1024);
  let packed = new Uint16Array(1024);

  const add = ({ id, url }: Pick<Resource, 'id' | 'url'>, traits: Traits): number => {
    const row = urls.add(url);
    if (row >= ids.length) [ids, packed] = [widen(ids, Uint32Array), widen(packed, Uint16Array)];
    ids[row] = id;
    packed[row] = packTraits(traits);
    return row;
  };
  const describe = (row: number, resource: Resource, traits: Traits): void => {
    if (traits.subject === 'other') return;
    content.set(row, contentKey(resource));
    if (!traits.redirects) identity.set(row, identityOf(resource.url, traits.language));
    neutral.set(row, withoutLanguage(resource.url));
  };
  return {
    note: (judged) => {
      const traits = traitsFrom(judged);
      const row = add(judged.resource, traits);
      describe(row, judged.resource, traits);
      return { row, traits };
    },
    amend: describe,
    copy: (resource, other, from) => {
      const row = add(resource, other.traitsOf(from));
      content.copy(row, other.content, from);
      identity.copy(row, other.identity, from);
      neutral.copy(row, other.neutral, from);
    },
    inventory: {
      urls,
      content,
      identity,
      neutral,
      idOf: (row) => ids[row] ?? 0,
      traitsOf: (row) => unpackTraits(packed[row] ?? 0),
    },
  };
}

function widen<Numbers extends Uint32Array | Uint16Array>(
  numbers: Numbers,
  create: new (length: number) => Numbers,
): Numbers {
  const wider = new create(numbers.length * 2);
  wider.set(numbers);
  return wider;
}
