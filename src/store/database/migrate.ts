import { number } from './cells.js';
import type { Database } from './database.js';
import { schemaVersion } from './schema.js';

/** The steps from version 1 to 2, and so on. They only add things, so that each costs next to nothing. */
const steps: readonly string[] = [
  "ALTER TABLE run ADD COLUMN options TEXT NOT NULL DEFAULT '{}'; ALTER TABLE resource ADD COLUMN provisional INTEGER",
  'CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
  'ALTER TABLE resource ADD COLUMN print INTEGER',
  '', // A cell of `attempts` may hold a lone result by now.
  '', // Sources have no language any more.
];

/** The version of the format of a file. */
export function versionOf(database: Database): number {
  return number(database.prepare('PRAGMA user_version').get()?.[0]);
}

/** Turns a file of an older version into one of this version, completely or not at all; a second process finds it done. */
export function migrate(database: Database): void {
  database.execute('BEGIN IMMEDIATE');
  try {
    for (let version = versionOf(database); version < schemaVersion; version++) {
      database.execute(`${steps[version - 1] ?? ''}; PRAGMA user_version = ${version + 1}`);
    }
    database.execute('COMMIT');
  } catch (error) {
    database.execute('ROLLBACK');
    throw error;
  }
}
