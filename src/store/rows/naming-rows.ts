import { decodeNamedEdges } from '../../model/links/decode-columns.js';
import { roles } from '../../model/resource.js';
import type { Naming } from '../../model/snapshot.js';
import { bytes, number, oneOf, orNull, text, textsByName } from '../database/cells.js';
import type { Cell, Statement } from '../database/database.js';

const disposition = `CASE WHEN instr(headers, '"content-disposition"') THEN headers END`;

/** The columns of what every resource is called, in the order in which `decodeNaming` reads them. */
export const namingColumns = 'id, url, content_type';

/** The columns with what few resources have, in the same way: empty cells take time, too. */
export const tellingColumns = `id, role, source, location, ${disposition}, title, heading, language, links, words`;

/** The condition under which one of those columns is filled. */
export const isTelling = `(role <> 'check' OR source IS NOT NULL OR location IS NOT NULL OR title IS NOT NULL OR links IS NOT NULL OR ${disposition} IS NOT NULL)`;

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

/** The cells of a resource about which nothing more is known: pages lead to it. */
const untold: readonly Cell[] = [null, 'check', null, null, null, null, null, null, null, null];

/** The naming of a resource; `telling` is the row of what few resources have. Throws if the cells do not hold that. */
function decodeNaming([id, url, contentType]: readonly Cell[], telling: readonly Cell[] = untold): Naming {
  const [, role, source, location, headers, title, heading, language, links, words] = telling;
  return {
    id: number(id),
    url: text(url),
    source: orNull(source, text),
    role: oneOf(role, roles),
    location: orNull(location, text),
    contentType: orNull(contentType, text),
    disposition: textsByName(headers)['content-disposition'] ?? null,
    page:
      title === null
        ? null
        : { title: text(title), heading: text(heading), language: orNull(language, text) },
    links:
      links === null
        ? null
        : { from: number(id), ...decodeNamedEdges({ links: bytes(links), words: text(words) }) },
  };
}
