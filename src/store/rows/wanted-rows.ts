import type { Glance } from '../../model/print.js';
import { number, orNull, text } from '../database/cells.js';
import type { Cell, Statement } from '../database/database.js';

/** The columns of a glance, in the order in which they are read here. */
export const glanceColumns = 'id, url, print';

interface Statements {
  /** Glances of the rows after an id, a chunk of them. */
  readonly glances: Statement;
  /** The same rows whole. */
  readonly many: Statement;
  /** One row whole, by its id. */
  readonly one: Statement;
}

/** If at least this share of a chunk is wanted, all of it is read at once, which takes a third of the time of one by one. */
const fewest = 1 / 3;

/** Walks the rows that are wanted at a glance, in order of id. Nothing stays open between two chunks. */
export function* wantedRows(
  { glances, many, one }: Statements,
  isWanted: (glance: Glance) => boolean,
): Generator<readonly Cell[], void> {
  let after = -1;
  for (;;) {
    const seen = glances.all(after).map(glanceOf);
    const last = seen.at(-1);
    if (last === undefined) return;
    const wanted = new Set(seen.filter(isWanted).map(({ id }) => id));
    if (wanted.size > seen.length * fewest) {
      for (const row of many.all(after)) if (wanted.has(number(row[0]))) yield row;
    } else {
      for (const id of wanted) yield one.get(id) ?? [];
    }
    after = last.id;
  }
}

function glanceOf([id, url, print]: readonly Cell[]): Glance {
  return { id: number(id), url: text(url), print: orNull(print, number) };
}
