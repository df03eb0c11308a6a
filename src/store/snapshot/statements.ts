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

/** The queries on a run's file. Those that end in `LIMIT` give the rows after an id, a chunk of them. */
export function prepareStatements(
  database: Database,
): Record<
  | 'one'
  | 'entry'
  | 'manyEntries'
  | 'many'
  | 'glances'
  | 'briefs'
  | 'landmarks'
  | 'documents'
  | 'namings'
  | 'tellings'
  | 'edges'
  | 'links'
  | 'count'
  | 'memories'
  | 'note'
  | 'find',
  Statement
> {
  const next = `ORDER BY id LIMIT ${chunk}`;
  return {
    one: database.prepare(`SELECT ${resourceColumns} FROM resource WHERE id = ?`),
    entry: database.prepare(`SELECT ${resourceColumns}, links, words FROM resource WHERE id = ?`),
    manyEntries: database.prepare(
      `SELECT ${resourceColumns}, links, words FROM resource WHERE id >= ? AND id < ?`,
    ),
    many: database.prepare(`SELECT ${resourceColumns} FROM resource WHERE id > ? ${next}`),
    glances: database.prepare(`SELECT ${glanceColumns} FROM resource WHERE id > ? ${next}`),
    briefs: database.prepare(`SELECT ${briefColumns} FROM resource WHERE id > ? ${next}`),
    landmarks: database.prepare(
      `SELECT ${briefColumns} FROM resource WHERE id > ? AND ${isLandmark} ${next}`,
    ),
    documents: database.prepare(
      `SELECT ${resourceColumns} FROM resource WHERE id > ? AND ${isDocument} ${next}`,
    ),
    namings: database.prepare(`SELECT ${namingColumns} FROM resource WHERE id > ? ${next}`),
    tellings: database.prepare(
      `SELECT ${tellingColumns} FROM resource WHERE id > ? AND id <= ? AND ${isTelling} ORDER BY id`,
    ),
    edges: database.prepare(`SELECT id, links FROM resource WHERE id > ? AND links IS NOT NULL ${next}`),
    links: database.prepare('SELECT links, words FROM resource WHERE id = ? AND links IS NOT NULL'),
    find: database.prepare(`SELECT ${resourceColumns} FROM resource WHERE url = ? LIMIT 1`),
    count: database.prepare('SELECT count(*) FROM resource'),
    note: database.prepare('SELECT value FROM note WHERE name = ?'),
    memories: database.prepare(
      `SELECT id, url, ${failure} FROM resource WHERE id > ? AND (${failure} OR ${known}) ${next}`,
    ),
  };
}
