import { printOf } from '../../model/print.js';
import type { Recorder, RunEnd } from '../../model/recorder.js';
import type { Run } from '../../model/snapshot.js';
import { createBatches } from './batches.js';
import { storable } from '../database/cells.js';
import type { Cell, Database, Statement } from '../database/database.js';
import { explainFailure } from '../database/failures.js';
import { createMentions, type Mentions } from '../rows/mentions.js';
import { encodeResource, resourceWidth } from '../rows/resource-row.js';
import { writeRun } from '../rows/run-row.js';
import { readWaiting, replaceWaiting, waitingWriter } from '../rows/waiting.js';

/**
 * Rows written together: meanwhile the engine stays in the processor's cache, which saves an eighth of its time, and a third on a
 * night without news.
 */
const rowsAtOnce = 32;

/**
 * Writes a run into its file. The first failure is thrown as a `StoreError`, by the next call if it happened between two, and by
 * every call after that: nothing more can be recorded, and what was committed stays.
 */
export function createRecorder(
  database: Database,
  file: string,
  run: Run,
  mentions: Mentions = createMentions(),
): Recorder {
  const marks = Array<string>(resourceWidth + 4)
    .fill('?')
    .join(', ');
  // A statement that may replace a row must be able to undo what it has done so far, which costs more than the row.
  const insert = database.prepare(`INSERT INTO resource VALUES (${marks})`);
  const replace = database.prepare(`REPLACE INTO resource VALUES (${marks})`);
  const insertNote = database.prepare('INSERT OR REPLACE INTO note VALUES (?, ?)');
  const insertWaiting = waitingWriter(database);
  let failure: Error | null = null;

  const guard = (action: () => void): void => {
    if (failure !== null) return;
    try {
      action();
    } catch (error) {
      failure = explainFailure(file, error);
      batches.abandon();
      abandon(database);
    }
  };
  const attempt = (action: () => void): void => {
    guard(action);
    if (failure !== null) throw failure;
  };
  const rows: (readonly [Statement, readonly Cell[]])[] = [];
  const writeRows = (): void => {
    for (const [statement, row] of rows) statement.run(...row);
    rows.length = 0;
  };
  const finishBatch = (): void => {
    writeRows();
    insertWaiting(mentions.take());
  };
  const batches = createBatches(database, finishBatch, guard);

  const record: Recorder['record'] = (resource, admitted = null, isProvisional = false) => {
    batches.enter();
    const row = encodeResource(resource);
    if (admitted === null) {
      row.push(null, null);
    } else {
      const columns = admitted.links.leadingTo(admitted.targets);
      row.push(columns.links, columns.words);
    }
    row.push(isProvisional ? 1 : null, printOf(resource));
    for (let cell = 0; cell < row.length; cell++) row[cell] = storable(row[cell] ?? null);
    rows.push([mentions.isSettled(resource.id) ? replace : insert, row]);
    if (rows.length === rowsAtOnce) writeRows();
    mentions.settle(resource.id);
    if (admitted !== null) mentions.add(admitted.links, admitted.targets);
    batches.leave();
  };

  const note: Recorder['note'] = (name, value) => {
    batches.enter();
    insertNote.run(name, JSON.stringify(value));
    batches.leave();
  };

  const end = (ending: RunEnd): void => {
    batches.commit();
    database.execute('BEGIN IMMEDIATE');
    const waiting = mentions.anyWaiting() ? readWaiting(database) : [];
    replaceWaiting(
      database,
      waiting.filter(([id]) => !mentions.isSettled(id)),
    );
    writeRun(database, { run: { ...run, ...ending }, resources: mentions.settled() });
    database.execute('COMMIT');
    leaveOneFile(database);
    database.close();
  };

  attempt(() => writeRun(database, { run, resources: null }));
  return {
    record: (...noted) => attempt(() => record(...noted)),
    note: (name, value) => attempt(() => note(name, value)),
    end: (ending) => attempt(() => end(ending)),
  };
}

/** Moves the contents of the write-ahead log into the file, unless somebody is reading it; then they do so when they close it. */
function leaveOneFile(database: Database): void {
  try {
    database.execute('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE');
  } catch {
    // The log is as durable as the file, only less tidy.
  }
}

function abandon(database: Database): void {
  try {
    database.close();
  } catch {
    // It could not even be closed; there is a failure to report already.
  }
}
