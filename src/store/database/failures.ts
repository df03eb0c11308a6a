import { ZodError } from 'zod';
import { Damage } from '../../kit/trouble/damage.js';
import { SetupError } from '../../model/problem.js';
import type { Text } from '../../model/text.js';

/** The store cannot be written or read, with what to do about it. What was recorded before stays. */
export class StoreError extends SetupError {
  constructor(file: string, message: Text, hint: Text) {
    super([
      { place: { file }, message: message.en, hint: hint.en, ja: { message: message.ja, hint: hint.ja } },
    ]);
    this.name = 'StoreError';
  }
}

/** Says what an error of the file system or of SQLite means to the user. */
export function explainFailure(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = messageOf(error);
  const known = meanings.find(({ pattern }) => pattern.test(message));
  return new StoreError(file, known?.meaning ?? unknown(message), known?.hint ?? elsewhere);
}

/** In the words of SQLite, whatever failed. */
function messageOf(error: unknown): string {
  if (isOutOfRoom(error)) return 'is full';
  if (isDamage(error)) return 'malformed';
  return error instanceof Error ? error.message : String(error);
}

/** What was read is not what any version writes. */
function isDamage(error: unknown): boolean {
  return error instanceof Damage || error instanceof SyntaxError || error instanceof ZodError;
}

/** `SQLITE_IOERR_SHMSIZE`. */
const noSharedMemory = 4874;

/** No room even to read: the log of a run that did not end is read by way of an index file beside it (sqlite.org, "WAL-mode"). */
function isOutOfRoom(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // The package's engine has its own name for it.
  const code = 'sqliteExtendedCode' in error ? error.sqliteExtendedCode : 'errcode' in error && error.errcode;
  return code === noSharedMemory;
}

/** Where else a store could be. */
export const elsewhere: Text = {
  en: 'choose another folder with --store',
  ja: '--store で別のフォルダーを指定してください',
};

/** What to do about what only a newer version can read. */
export const updateOrMove: Text = {
  en: `update this tool, or ${elsewhere.en}`,
  ja: `このツールを更新するか、${elsewhere.ja}`,
};

function unknown(message: string): Text {
  return { en: `the store fails: ${message}`, ja: `保存先でエラーが発生しました: ${message}` };
}

const meanings: readonly { readonly pattern: RegExp; readonly meaning: Text; readonly hint: Text }[] = [
  {
    pattern: /ENOSPC|EDQUOT|is full/i,
    meaning: { en: 'the disk is full', ja: 'ディスクの空き容量がありません' },
    hint: { en: `free some space, or ${elsewhere.en}`, ja: `空き容量を増やすか、${elsewhere.ja}` },
  },
  {
    pattern: /EACCES|EPERM|EROFS|read-?only/i,
    meaning: { en: 'the store cannot be written', ja: '保存先に書き込めません' },
    hint: {
      en: `change its permissions, or ${elsewhere.en}`,
      ja: `アクセス許可を変更するか、${elsewhere.ja}`,
    },
  },
  {
    pattern: /ENOTDIR|EEXIST|unable to open/i,
    meaning: { en: 'the store cannot be opened', ja: '保存先を開けません' },
    hint: {
      en: `it must be a folder that you may write; ${elsewhere.en}`,
      ja: `書き込みできるフォルダーが必要です。${elsewhere.ja}`,
    },
  },
  {
    pattern: /EIO|I\/O error/i,
    meaning: {
      en: 'the disk cannot be read or written',
      ja: 'ディスクの読み取りまたは書き込みに失敗しました',
    },
    hint: elsewhere,
  },
  {
    pattern: /locked|busy/i,
    meaning: { en: 'another program holds the file', ja: '別のプログラムがファイルを使用中です' },
    hint: { en: 'wait until it has ended', ja: '終了するまでお待ちください' },
  },
  {
    pattern: /malformed|not a database|corrupt/i,
    meaning: { en: 'the file is damaged', ja: 'ファイルが破損しています' },
    hint: {
      en: 'delete it; the other runs are not affected',
      ja: 'このファイルを削除してください。ほかの巡回には影響しません',
    },
  },
];
