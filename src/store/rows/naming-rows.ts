import type { Naming } from '../../model/snapshot.js';
import { number } from '../database/cells.js';
import type { Statement } from '../database/database.js';
import { decodeNaming } from './resource-row.js';

interface Statements {
  /** Selects the namings of a chunk of rows after an id. */
  readonly namings: Statement;
  /** Selects what few of the rows have, after an id and up to another. */
  readonly tellings: Statement;
}

/** What every resource is called, in order of id, a chunk at a time. Nothing stays open between two chunks. */
export function* namingChunks({ namings, tellings }: Statements): Generator<readonly Naming[], void> {
  let after = -1;
  for (;;) {
    const rows = namings.all(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    const end = number(last[0]);
    const told = new Map(tellings.all(after, end).map((row) => [number(row[0]), row] as const));
    yield rows.map((row) => decodeNaming(row, told.get(number(row[0]))));
    after = end;
  }
}
