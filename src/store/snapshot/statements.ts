import type { Database, Statement } from '../database/database.js';
import { isDocument, isLandmark } from '../database/schema.js';
import { briefColumns } from '../rows/brief-row.js';
import { isTelling, namingColumns, tellingColumns } from '../rows/naming-rows.js';
import { resourceColumns } from '../rows/resource-row.js';
import { glanceColumns } from '../rows/wanted-rows.js';

/** Rows read at a time: enough to make calls to SQLite cheap, few enough to stay small. */
const chunk = 256;
const failure = "(role <> 'probe' AND (cause IS NOT NULL OR ifnull(status, 0) >= 400))";
const known = `(status = 200 AND flaw IS NULL AND (instr(headers, '"etag"') OR instr(headers, '"last-modified"')))`;
const withLinks = `${resourceColumns}, links, words`;

/** The queries on a run's file. */
export function prepareStatements(database: Database) {
  const select = (columns: string, condition: string): Statement =>
    database.prepare(`SELECT ${columns} FROM resource WHERE ${condition}`);
  /** The rows after an id, a chunk of them. */
  const selectNext = (columns: string, condition?: string): Statement =>
    select(columns, `id > ?${condition === undefined ? '' : ` AND ${condition}`} ORDER BY id LIMIT ${chunk}`);
  return {
    one: select(resourceColumns, 'id = ?'),
    entry: select(withLinks, 'id = ?'),
    manyEntries: select(withLinks, 'id >= ? AND id < ?'),
    links: select('links, words', 'id = ? AND links IS NOT NULL'),
    find: select(resourceColumns, 'url = ? LIMIT 1'),
    tellings: select(tellingColumns, `id > ? AND id <= ? AND ${isTelling} ORDER BY id`),
    many: selectNext(resourceColumns),
    glances: selectNext(glanceColumns),
    briefs: selectNext(briefColumns),
    landmarks: selectNext(briefColumns, isLandmark),
    documents: selectNext(resourceColumns, isDocument),
    namings: selectNext(namingColumns),
    edges: selectNext('id, links', 'links IS NOT NULL'),
    memories: selectNext(`id, url, ${failure}`, `(${failure} OR ${known})`),
    count: database.prepare('SELECT count(*) FROM resource'),
    note: database.prepare('SELECT value FROM note WHERE name = ?'),
  };
}
