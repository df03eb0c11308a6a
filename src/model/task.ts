import type { Place } from './problem.js';
import type { Language } from './text.js';

/** What a column of a list may hold. */
export const columnRoles = ['id', 'name', 'document', 'url', 'services', 'mandatory', 'language'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Columns as a user names them: by their header, or by their number from 1. */
export type ColumnMapping = Readonly<Partial<Record<ColumnRole, string | number>>>;

/** A document a task needs, as a list names it. */
export interface ExpectedDocument {
  /** What the list calls it: the link's text, else the cell's, else the task's name. */
  readonly title: string;
  /** Absolute, as the list has it, secrets redacted; `null` if the list gives no link. */
  readonly url: string | null;
  /** The language the list expects it in; `null` if it does not say. */
  readonly language: Language | null;
}

/** One row of one list. */
export interface TaskRow {
  /** See `parseTaskId`. */
  readonly id: string;
  readonly name: string;
  /** The language the name is written in. */
  readonly language: Language;
  readonly documents: readonly ExpectedDocument[];
  readonly services: readonly string[];
  /** `null` if the list does not say. */
  readonly mandatory: boolean | null;
  /** The list's name: its file or address. */
  readonly list: string;
  readonly where: Place;
  /** It continues the row before it, which is of the same task: together they are one entry of the list. */
  readonly continued?: boolean;
}

/** A task of the Task Reference List, put together from all rows of all lists that name it. */
export interface Task {
  readonly id: string;
  readonly names: Readonly<Partial<Record<Language, string>>>;
  /** Every document any row names, each once. */
  readonly documents: readonly ExpectedDocument[];
  readonly services: readonly string[];
  readonly mandatory: boolean | null;
  readonly rows: readonly TaskRow[];
}

/** A task's name in a language, else in the other; empty if it has none. */
export function taskName(
  names: Readonly<Partial<Record<Language, string | undefined>>>,
  language: Language,
): string {
  return names[language] ?? names.en ?? names.ja ?? '';
}

const written = /^(?:#|(?:task|タスク)[\s_-]*(?:id|番号|no\.?)?[\s:#._-]*)?(\d{3,5})$/i;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * The id people mean by `4122`, `#4122`, `Task4122`, `task-4122`, `タスク 4122` or `Ｔａｓｋ４１２２`: three to five digits as
 * written, leading zeros kept; `null` for anything else.
 */
export function parseTaskId(text: string): string | null {
  const folded = text.slice(0, 64).normalize('NFKC').replace(invisible, '').trim();
  return written.exec(folded)?.[1] ?? null;
}
