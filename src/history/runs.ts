import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../model/snapshot.js';
import { openRun } from './open-run.js';

/** What a list of runs shows of one. */
export interface RunSummary {
  readonly id: string;
  readonly file: string;
  /** Size on the disk, bytes. */
  readonly bytes: number;
  readonly state: RunState;
  /** `null` if it cannot be read. */
  readonly run: Run | null;
  /** How many resources were recorded. */
  readonly resources: number;
  /** Why it cannot be read, and what to do; `null` if it can. */
  readonly problem: string | null;
}

/**
 * `complete`: saw everything in scope. `incomplete`: ended early, and says why. `unfinished`: crashed, or still goes on;
 * what it recorded can be read. `unreadable`: damaged, or written by a newer version.
 */
export type RunState = 'complete' | 'incomplete' | 'unfinished' | 'unreadable';

const ending = '.sqlite';

/** The file of a run, whether or not it exists. */
export function runFile(directory: string, id: string): string {
  return join(directory, 'runs', `${id}${ending}`);
}

/** The ids of all runs, the newest first. */
export function runIds(directory: string): readonly string[] {
  return readNames(join(directory, 'runs'))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort()
    .reverse();
}

/** Every run with its state, the newest first. */
export function listRuns(directory: string): readonly RunSummary[] {
  return runIds(directory).map((id) => summarise(id, runFile(directory, id)));
}

/** The newest run that ended, whatever it saw; `null` if none did. */
export function newestFinished(directory: string): string | null {
  return runIds(directory).find((id) => isFinished(summarise(id, runFile(directory, id)).state)) ?? null;
}

function isFinished(state: RunState): boolean {
  return state === 'complete' || state === 'incomplete';
}

function summarise(id: string, file: string): RunSummary {
  const known = { id, file, bytes: sizeOf(file) };
  try {
    const snapshot = openRun(file);
    try {
      return {
        ...known,
        state: stateOf(snapshot.run),
        run: snapshot.run,
        resources: snapshot.count(),
        problem: null,
      };
    } finally {
      snapshot.close();
    }
  } catch (error) {
    return {
      ...known,
      state: 'unreadable',
      run: null,
      resources: 0,
      problem: error instanceof Error ? error.message : String(error),
    };
  }
}

function stateOf({ endedAt, complete }: Run): RunState {
  if (endedAt === null) return 'unfinished';
  return complete ? 'complete' : 'incomplete';
}

/** A run that did not end has its write-ahead log beside it. */
function sizeOf(file: string): number {
  return [file, `${file}-wal`].reduce(
    (sum, part) => sum + (statSync(part, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
