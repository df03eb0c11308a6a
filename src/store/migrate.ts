import { number } from './cells.js';
import type { Database } from './database.js';
import { schemaVersion } from './schema.js';

/** What makes a file of version 1, 2, … one of the next. Adds at most, so that each costs next to nothing. */
const steps: readonly string[] = [
  "ALTER TABLE run ADD COLUMN options TEXT NOT NULL DEFAULT '{}'; ALTER TABLE resource ADD COLUMN provisional INTEGER",
  'CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
  'ALTER TABLE resource ADD COLUMN print INTEGER',
  '', // A cell of `attempts` may hold a lone result by now.
];

/** The version of the format that a file is written in. */
export function versionOf(database: Database): number {
  return number(database.prepare('PRAGMA user_version').get()?.[0]);
}

/** Makes a file of an older version one of this version, wholly or not at all; whoever comes second finds it done. */
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
