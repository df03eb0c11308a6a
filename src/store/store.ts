import { join } from 'node:path';
import { nearest } from '../kit/text/nearest.js';
import type { Recorder } from '../model/recorder.js';
import type { Run } from '../model/snapshot.js';
import { openDatabase, type Database } from './database/database.js';
import { explainFailure, StoreError } from './database/failures.js';
import { makeFolder } from './make-folder.js';
import { openRun, reopenRun } from './open-run.js';
import { removeRun } from './prune.js';
import { createRecorder } from './recording/recorder.js';
import { createRunList, endedRuns, runFile, runIds, type RunSummary } from './runs.js';
import type { Holds, Resumed } from './recording/resume.js';
import { schema } from './database/schema.js';
import type { StoredSnapshot } from './snapshot/stored-snapshot.js';
import { checkVersion, writeVersion } from './store-version.js';

/** The runs in one folder, a file for each: deleting the file of a run forgets the run. */
export interface Store {
  readonly directory: string;
  /** Starts the file of a run. Throws a `StoreError` if it cannot be written. */
  readonly begin: (run: Run) => Recorder;
  /** Opens a run that did not end, to resume it. Throws a `StoreError` if there is none, or if it cannot be written. */
  readonly resume: (id: string, holds: Holds) => Resumed;
  /** The newest first, including those that crashed or cannot be read. */
  readonly runs: () => readonly RunSummary[];
  /** The ids of those that ended, whatever they saw, the newest first; each is opened only when it is asked for. */
  readonly ended: () => Iterable<string>;
  /** The id of the newest, whatever became of it; `null` if there is none. */
  readonly latest: () => string | null;
  /** The ids of runs newer than one, the newest first. */
  readonly newer: (id: string) => readonly string[];
  /** The run with this id, else the newest that ended. Throws a `StoreError` if there is none, or if it cannot be read. */
  readonly open: (id?: string) => StoredSnapshot;
}

/** Opens a store; its folder is made when the first run begins. Throws a `StoreError` if a newer version wrote it. */
export function openStore(directory: string): Store {
  checkVersion(directory);
  return {
    directory,
    begin: (run) => begin(directory, run),
    resume: (id, holds) => reopenRun(runFile(directory, theKnown(directory, id)), holds),
    runs: createRunList(directory),
    ended: () => endedRuns(directory),
    latest: () => runIds(directory)[0] ?? null,
    newer: (id) => runIds(directory).filter((other) => other > id),
    open: (id) =>
      openRun(runFile(directory, id === undefined ? theNewest(directory) : theKnown(directory, id))),
  };
}

function begin(directory: string, run: Run): Recorder {
  const file = runFile(directory, run.id);
  let database: Database | undefined;
  try {
    makeFolder(join(directory, 'runs'));
    writeVersion(directory);
    database = openDatabase(file, { readOnly: false });
    database.execute(schema);
    return createRecorder(database, file, run);
  } catch (error) {
    forget(database, file);
    throw explainFailure(file, error);
  }
}

/** A file that was only half begun holds nothing, and would be called damaged from then on. */
function forget(database: Database | undefined, file: string): void {
  try {
    database?.close();
  } catch {
    // It is closed already.
  }
  try {
    removeRun({ file });
  } catch {
    // There is a failure to report already.
  }
}

function theNewest(directory: string): string {
  for (const id of endedRuns(directory)) return id;
  const unfinished = runIds(directory);
  explainUnreadable(directory);
  const some = unfinished.slice(0, 5).join(', ');
  throw unfinished.length === 0
    ? new StoreError(
        directory,
        { en: 'there is no run in this store yet', ja: 'この保存先にはまだ巡回がありません' },
        {
          en: 'start one with: playbook-health crawl URL',
          ja: '次のコマンドで開始できます: playbook-health crawl URL',
        },
      )
    : new StoreError(
        directory,
        { en: 'no run in this store has ended', ja: 'この保存先には終了した巡回がありません' },
        { en: `name one that did not: ${some}`, ja: `中断された巡回を指定してください: ${some}` },
      );
}

/** Throws a `StoreError` that says why the newest run cannot be read, unless there is one that can. */
function explainUnreadable(directory: string): void {
  const runs = createRunList(directory)();
  const [newest] = runs;
  if (newest !== undefined && runs.every(({ state }) => state === 'unreadable')) openRun(newest.file).close();
}

function theKnown(directory: string, id: string): string {
  const ids = runIds(directory);
  if (ids.includes(id)) return id;
  if (ids.length === 0) return theNewest(directory);
  const alike = nearest(id, ids, 3);
  const known = ids.slice(0, 5).join(', ');
  const hint =
    alike.length > 0
      ? { en: `did you mean ${alike.join(', ')}?`, ja: `もしかして: ${alike.join(', ')}` }
      : { en: `known are ${known}`, ja: `保存されている巡回: ${known}` };
  throw new StoreError(directory, { en: `there is no run "${id}"`, ja: `巡回「${id}」はありません` }, hint);
}
