import { dirname } from 'node:path';
import { Damage } from '../kit/trouble/damage.js';
import { openDatabase, type Cell, type Database } from './database/database.js';
import { explainFailure, StoreError, updateOrMove } from './database/failures.js';
import { migrate, versionOf } from './database/migrate.js';
import { applicationId, schemaVersion } from './database/schema.js';
import { resumeRun, type Holds, type Resumed } from './recording/resume.js';
import { readSnapshot, type StoredSnapshot } from './snapshot/stored-snapshot.js';
import { writeVersion } from './store-version.js';

/**
 * Opens the file of a run, to read it as it is at one moment. Throws a `StoreError` if it is damaged, not a run, or written by a
 * newer version.
 */
export function openRun(file: string): StoredSnapshot {
  return openWith(file, openToRead, readSnapshot);
}

/** Opens the file of a run that did not end, to go on with it. Throws like `openRun`. */
export function reopenRun(file: string, holds: Holds): Resumed {
  return openWith(file, openToWrite, (database) => resumeRun(database, file, holds));
}

function openWith<Value>(
  file: string,
  open: (file: string) => Database,
  read: (database: Database, file: string) => Value,
): Value {
  let database: Database | undefined;
  try {
    database = open(file);
    checkKind(database, file);
    if (versionOf(database) < schemaVersion) {
      database.close();
      database = undefined;
      renew(file);
      database = open(file);
    }
    return read(database, file);
  } catch (error) {
    database?.close();
    throw explainFailure(file, error);
  }
}

/** In one transaction: otherwise locking the file and checking whether it changed would take longer than reading a row. */
function openToRead(file: string): Database {
  const database = openEitherWay(file);
  database.execute('BEGIN');
  const end = (): void => {
    try {
      database.execute('ROLLBACK');
    } catch {
      // After a disk error SQLite may have ended it already.
    }
  };
  // The package's engine would keep it until the last statement is collected, and nobody else could write meanwhile.
  const close = (): void => {
    end();
    database.close();
  };
  return { ...database, close };
}

function openToWrite(file: string): Database {
  return openDatabase(file, { readOnly: false });
}

/**
 * Turns a file of an older version into today's format: this once, it must be writable. An older program would take a store of
 * such files for one without runs, so it is told first.
 */
function renew(file: string): void {
  writeVersion(dirname(dirname(file)));
  const database = openToWrite(file);
  try {
    migrate(database);
  } finally {
    database.close();
  }
}

/** To read what a crashed run left in its write-ahead log, SQLite must write; a run that ended may be in a read-only place. */
function openEitherWay(file: string): Database {
  const reading = openDatabase(file, { readOnly: true });
  try {
    if (pragma(reading, 'journal_mode') !== 'wal') return reading;
  } catch {
    // Either recovery needs permission to write or the file is damaged: opening it again tells which.
  }
  reading.close();
  return openToWrite(file);
}

function checkKind(database: Database, file: string): void {
  if (pragma(database, 'application_id') !== applicationId) {
    throw new StoreError(
      file,
      { en: 'is not a run of this tool', ja: 'このツールの巡回ファイルではありません' },
      { en: 'move it elsewhere', ja: '別の場所へ移動してください' },
    );
  }
  const version = versionOf(database);
  if (version < 1) throw new Damage('no version');
  if (version > schemaVersion) {
    throw new StoreError(
      file,
      {
        en: `was written by a newer version (format ${version}, this one reads ${schemaVersion})`,
        ja: `新しいバージョンで書き込まれています (形式 ${version}、このバージョンで読み取れるのは ${schemaVersion} まで)`,
      },
      updateOrMove,
    );
  }
}

function pragma(database: Database, name: string): Cell | undefined {
  return database.prepare(`PRAGMA ${name}`).get()?.[0];
}
