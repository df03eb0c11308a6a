import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, systemErrorReason } from '../kit/trouble/system-error.js';
import { identifyHref } from '../kit/urls/url.js';
import type { Run, Snapshot } from '../model/snapshot.js';
import { StoreError, elsewhere } from './database/failures.js';
import { openRun } from './open-run.js';

/** What a list of runs shows about each. */
export interface RunSummary {
  readonly id: string;
  readonly file: string;
  /** Size on disk, bytes. */
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
 * `complete`: saw everything in scope. `unreachable`: walked to the end, but a seed did not open, so what is behind it was not
 * seen. `incomplete`: ended early, and says why. `unfinished`: crashed, or still running; what it recorded can be read.
 * `unreadable`: damaged, or written by a newer version. Only a `complete` run can be compared with.
 */
export type RunState = 'complete' | 'unreachable' | 'incomplete' | 'unfinished' | 'unreadable';

const ending = '.sqlite';

/** The file of a run, whether or not it exists. */
export function runFile(directory: string, id: string): string {
  return join(directory, 'runs', `${id}${ending}`);
}

/** The ids of all runs, the newest first. Throws a `StoreError` if their folder cannot be read. */
export function runIds(directory: string): readonly string[] {
  return readNames(join(directory, 'runs'))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort()
    .reverse();
}

/**
 * Lists every run with its state, the newest first; what has ended and not changed since is not opened again for the next list.
 */
export function createRunList(directory: string): () => readonly RunSummary[] {
  const listed = new Map<string, { readonly stamp: string; readonly summary: RunSummary }>();
  return () =>
    runIds(directory).map((id) => {
      const file = runFile(directory, id);
      const stamp = stampOf(file);
      const known = listed.get(id);
      if (known?.stamp === stamp) return known.summary;
      const summary = summarise(id, file);
      if (hasEnded(summary)) listed.set(id, { stamp, summary });
      return summary;
    });
}

/** The ids of the runs that ended, whatever they saw, the newest first. Each is opened only when it is asked for. */
export function* endedRuns(directory: string): Generator<string, void> {
  for (const id of runIds(directory)) {
    if (hasEnded(summarise(id, runFile(directory, id)))) yield id;
  }
}

function hasEnded({ state }: RunSummary): boolean {
  return state !== 'unfinished' && state !== 'unreadable';
}

function summarise(id: string, file: string): RunSummary {
  const known = { id, file, bytes: sizeOf(file) };
  try {
    const snapshot = openRun(file);
    try {
      return {
        ...known,
        state: stateOf(snapshot),
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

function stateOf(snapshot: Snapshot): RunState {
  const { endedAt, complete } = snapshot.run;
  if (endedAt === null) return 'unfinished';
  if (!complete) return 'incomplete';
  return seedsOpened(snapshot) ? 'complete' : 'unreachable';
}

/** Seeds come first in a run, so little of it is read. */
function seedsOpened(snapshot: Snapshot): boolean {
  const seeds = snapshot.run.sources.flatMap((source) => source.seeds);
  let left = new Set(seeds.map((seed) => identifyHref(seed) ?? seed)).size;
  if (left === 0) return true;
  for (const { role, status } of snapshot.briefs()) {
    if (role !== 'seed') continue;
    if (status === null || status >= 400) return false;
    if (--left === 0) break;
  }
  return true;
}

/** A run that did not end has its write-ahead log beside it. */
function partsOf(file: string): readonly string[] {
  return [file, `${file}-wal`];
}

function sizeOf(file: string): number {
  return partsOf(file).reduce((sum, part) => sum + (statSync(part, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** Another one after whatever is written to the file. */
function stampOf(file: string): string {
  const stamps = partsOf(file).map((part) => {
    const status = statSync(part, { bigint: true, throwIfNoEntry: false });
    return status === undefined ? '' : `${status.ino} ${status.size} ${status.mtimeNs}`;
  });
  return stamps.join(' ');
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    const reason = systemErrorReason(error);
    const message = {
      en: `the runs cannot be read: ${reason}`,
      ja: `保存された巡回を読み取れません: ${reason}`,
    };
    throw new StoreError(folder, message, elsewhere);
  }
}
