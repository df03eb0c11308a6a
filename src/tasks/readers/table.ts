import type { Problem } from '../../model/problem.js';

/** A link in a cell. The address is as written; `text` is what is clicked, empty if it is the address itself. */
export interface CellLink {
  readonly url: string;
  readonly text: string;
}

/** One cell of a list, whatever its form. */
export interface Cell {
  /** As a person reads it; lines stay lines. */
  readonly text: string;
  readonly links: readonly CellLink[];
  /** Something is written in it, all of which is struck out: it no longer holds. */
  readonly isStruck?: true;
}

export interface TableRow {
  /** The line in the file as people count, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** One table of a list. */
export interface Table {
  /** The sheet's name, or which of several tables; `null` if there is but one. */
  readonly sheet: string | null;
  /** Whether even empty cells are written, so that a short row has lost some. */
  readonly complete: boolean;
  readonly rows: readonly TableRow[];
}

/** The tables of a list, and what could not be read of it. */
export interface TableReading {
  readonly tables: readonly Table[];
  /** What the list says that its links are relative to, as written. */
  readonly base?: string;
  readonly problems: readonly Problem[];
}

/** A list as it was received. */
export interface ListFile {
  /** The file's path or address; problems name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Media type in lower case, without parameters; empty if nobody said. */
  readonly contentType: string;
  /** The bytes as text, decoded once, when first asked for. */
  readonly text: () => string;
}

/** Reads one form of list: one file, registered by one line in `all.ts`. Pure; never throws for what is in the list. */
export interface ListReader {
  readonly id: string;
  /**
   * How surely the list is of this form: 0 not at all, 1 perhaps, 2 by its name, 3 or 4 by its first bytes; something between
   * these where another reader goes before or after.
   */
  readonly fits: (file: ListFile) => number;
  readonly read: (file: ListFile) => TableReading;
}

/** The most a list may hold. A larger one is refused as a whole. */
export const listLimits = {
  bytes: 32 * 1024 * 1024,
  rows: 100_000,
  columns: 256,
  cells: 1_000_000,
  cellLength: 4_000,
  inflated: 128 * 1024 * 1024,
} as const;

/** Refuses a list: nothing of it is used. */
export function refuse(file: string, message: string, hint: string): TableReading {
  return { tables: [], problems: [{ place: { file }, message, hint }] };
}

/** Refuses a list with too many rows or cells. */
export function refuseSize(file: string): TableReading {
  return refuse(
    file,
    `has more than ${listLimits.rows.toLocaleString('en')} rows or ${listLimits.cells.toLocaleString('en')} cells`,
    'a Task Reference List is far smaller; delete what is not the list',
  );
}
