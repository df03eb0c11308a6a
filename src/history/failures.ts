import { SetupError } from '../model/problem.js';

/** The store cannot be written or read, with what to do about it. What was recorded before stays. */
export class StoreError extends SetupError {
  constructor(file: string, message: string, hint: string) {
    super([{ place: { file }, message, hint }]);
    this.name = 'StoreError';
  }
}

/** Says what an error of the file system or of SQLite means to the user. */
export function explainFailure(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = isOutOfRoom(error) ? 'is full' : error instanceof Error ? error.message : String(error);
  const known = meanings.find(({ pattern }) => pattern.test(message));
  return new StoreError(file, known?.meaning ?? `the store fails: ${message}`, known?.hint ?? elsewhere);
}

/** `SQLITE_IOERR_SHMSIZE`. */
const noSharedMemory = 4874;

/** No room even to read: what a run that did not end left in its log is looked up in a file beside it (sqlite.org, "WAL-mode"). */
function isOutOfRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The package's engine has a name of its own for it.
  const code = 'sqliteExtendedCode' in error ? error.sqliteExtendedCode : 'errcode' in error && error.errcode;
  return code === noSharedMemory;
}

const elsewhere = 'choose another folder with --store';

const meanings: readonly { readonly pattern: RegExp; readonly meaning: string; readonly hint: string }[] = [
  {
    pattern: /ENOSPC|EDQUOT|is full/i,
    meaning: 'the disk is full',
    hint: `free some space, or ${elsewhere}`,
  },
  {
    pattern: /EACCES|EPERM|EROFS|read-?only/i,
    meaning: 'the store cannot be written',
    hint: `change its permissions, or ${elsewhere}`,
  },
  {
    pattern: /ENOTDIR|EEXIST|unable to open/i,
    meaning: 'the store cannot be opened',
    hint: `it must be a folder that you may write; ${elsewhere}`,
  },
  { pattern: /EIO|I\/O error/i, meaning: 'the disk cannot be read or written', hint: elsewhere },
  { pattern: /locked|busy/i, meaning: 'another program holds the file', hint: 'wait until it has ended' },
  {
    pattern: /malformed|not a database|corrupt|expected/i,
    meaning: 'the file is damaged',
    hint: 'delete it; the other runs are not affected',
  },
];
