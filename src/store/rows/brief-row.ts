import { roles } from '../../model/resource.js';
import type { Brief } from '../../model/snapshot.js';
import { number, oneOf, orNull, text } from '../database/cells.js';
import type { Cell } from '../database/database.js';

/** The columns of a resource in brief, in the order in which `decodeBrief` reads them. */
export const briefColumns = 'id, url, role, status, location';

/** A resource in brief. Throws if the cells do not hold one. */
export function decodeBrief([id, url, role, status, location]: readonly Cell[]): Brief {
  return {
    id: number(id),
    url: text(url),
    role: oneOf(role, roles),
    status: orNull(status, number),
    location: orNull(location, text),
  };
}
