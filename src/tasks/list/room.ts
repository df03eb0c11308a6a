import type { TaskRow } from '../../model/task.js';
import { listLimits } from '../readers/table.js';

/** How much may still be read of a list, whose tables share it. */
export interface Room {
  /** Counted once for every row that names them: a few bytes can name a hundred. */
  tasks: number;
  /** Characters of names and documents: merged cells need the same in each of a thousand rows. */
  text: number;
}

/** Room for the largest list. */
export function wholeRoom(): Room {
  return { tasks: listLimits.rows, text: listLimits.bytes };
}

/** Room for the tables of one page of a portal: every page is read while the walk waits. */
export function pageRoom(): Room {
  return { tasks: listLimits.rows, text: listLimits.bytes / 8 };
}

/** What a document takes beside its text. */
const ofDocument = 50;

/** How much of the room for text a row takes. */
export function lengthOf({ name, documents }: TaskRow): number {
  return documents.reduce(
    (sum, { title, url }) => sum + title.length + (url?.length ?? 0) + ofDocument,
    name.length,
  );
}
