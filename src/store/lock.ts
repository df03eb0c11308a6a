import { constants, copyFileSync, linkSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { writeTime } from '../kit/time/both-clocks.js';
import { errorCode } from '../kit/trouble/system-error.js';
import { explainFailure, StoreError } from './database/failures.js';
import { discard } from './discard.js';
import { makeFolder } from './make-folder.js';
import { giveSignsOfLife, isSilent } from './signs-of-life.js';

/** The process that holds a store. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly startedAt: number;
}

/** A store held for one run. */
export interface Lock {
  /** Lets the next run have it. */
  readonly release: () => void;
}

const noteSchema = z.object({
  pid: z.int(),
  host: z.string(),
  startedAt: z.number(),
  boot: z.string(),
  born: z.string(),
});
type Note = z.infer<typeof noteSchema>;

/**
 * Holds a store until it is released or its process ends, in whatever way. Throws a `StoreError` that names the holder if there
 * is one.
 */
export function lockStore(directory: string, holder: Holder): Lock {
  const file = join(directory, 'lock');
  const own = `${file}.${holder.pid}`;
  const note: Note = { ...holder, boot: bootOf(), born: bornOf(holder.pid) };
  try {
    makeFolder(directory);
    try {
      writeFileSync(own, `${JSON.stringify(note)}\n`);
      take(file, own, note);
    } finally {
      discard(own);
    }
  } catch (error) {
    throw explainFailure(file, error);
  }
  const isOurs = (): boolean => isSame(readNote(file), note);
  const stopSigns = giveSignsOfLife(file, isOurs);
  return {
    release: () => {
      stopSigns();
      if (isOurs()) discard(file);
    },
  };
}

/** Throws a `StoreError` that names the holder if another process holds a store now; `host` is this machine. */
export function checkFree(directory: string, host: string): void {
  const file = join(directory, 'lock');
  const held = readNote(file);
  if (held !== null && isAlive(file, held, { host, boot: bootOf() })) throw refusal(file, held);
}

/** Takes the lock with a note that is written; throws a `StoreError` that names its holder. */
function take(file: string, own: string, note: Note): void {
  for (;;) {
    if (put(own, file)) return;
    const held = readNote(file);
    if (held !== null && isAlive(file, held, note)) throw refusal(file, held);
    moveAway(file, `${own}.stale`, held);
  }
}

/**
 * Puts a note in place; `false` if one is there. A link is created completely or not at all, so nobody ever reads half a note.
 * FAT and some file systems of networks have no links; there a copy has to do, which for a moment is not whole.
 */
function put(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
  }
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Another process that finds the same dead note may be quicker: then the note that was moved is not dead, and is put back. */
function moveAway(file: string, to: string, dead: Note | null): void {
  try {
    renameSync(file, to);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readNote(to);
  if (moved !== null && !isSame(moved, dead)) put(to, file);
  discard(to);
}

/**
 * A process of another machine, or in another container, cannot be checked, so its note is believed unless it gave no sign of
 * life for long. After a restart of this machine, no process is left.
 */
function isAlive(file: string, held: Note, note: Pick<Note, 'host' | 'boot'>): boolean {
  if (held.host !== note.host) return !isSilent(file);
  if (held.boot !== note.boot || held.born !== bornOf(held.pid)) return false;
  if (held.boot === '' && held.startedAt < startOfMachine()) return false;
  try {
    process.kill(held.pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}

function refusal(file: string, { pid, host, startedAt }: Note): StoreError {
  const since = new Date(startedAt).toISOString();
  return new StoreError(
    file,
    {
      en: `another run holds this store: process ${pid} on ${host}, since ${since}`,
      ja: `別の巡回がこの保存先を使用中です: ${host} のプロセス ${pid} (${writeTime(startedAt)} から)`,
    },
    {
      en: 'wait until it has ended, or choose another folder with --store; if it is not running any more, delete this file',
      ja: '終了するまで待つか、--store で別のフォルダーを指定してください。すでに動作していない場合は、このファイルを削除してください',
    },
  );
}

function isSame(one: Note | null, other: Note | null): boolean {
  return one?.pid === other?.pid && one?.host === other?.host && one?.startedAt === other?.startedAt;
}

/** A damaged note names no process, so it holds nothing. */
function readNote(file: string): Note | null {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Differs after every start of the machine; empty if the system does not tell. */
function bootOf(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/**
 * When the machine was started, in milliseconds since 1970; the clock may have been set since, so only where nothing else tells.
 */
function startOfMachine(): number {
  return Date.now() - uptime() * 1000;
}

/**
 * When a process was started, in ticks since the start of the machine: another may have its number later, as in containers, which
 * count from 1 again. Empty if the process is dead, and if the system does not tell.
 */
function bornOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Its name comes first, in parentheses, and may contain anything (proc_pid_stat(5)).
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
