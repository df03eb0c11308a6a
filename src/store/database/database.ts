import { createRequire } from 'node:module';

/** What SQLite keeps in a cell. */
export type Cell = string | number | null | Uint8Array;

/** A prepared statement; rows come as arrays in the order of the selected columns. */
export interface Statement {
  readonly run: (...values: readonly Cell[]) => void;
  readonly get: (...values: readonly Cell[]) => readonly Cell[] | undefined;
  readonly all: (...values: readonly Cell[]) => readonly (readonly Cell[])[];
}

/** One open SQLite file. */
export interface Database {
  readonly execute: (sql: string) => void;
  readonly prepare: (sql: string) => Statement;
  readonly close: () => void;
}

/** Opens or creates a SQLite file. Throws the engine's error if it cannot. */
export function openDatabase(file: string, options: { readonly readOnly: boolean }): Database {
  const { DatabaseSync } = loadEngine();
  const database = new DatabaseSync(file, { readOnly: options.readOnly });
  database.exec('PRAGMA busy_timeout = 5000');
  return {
    execute: (sql) => database.exec(sql),
    prepare: (sql) => withArrays(database.prepare(sql)),
    close: () => database.close(),
  };
}

/** The part of the `DatabaseSync` API that both engines share. */
interface Engine {
  readonly DatabaseSync: new (file: string, options: { readonly readOnly: boolean }) => EngineDatabase;
}

interface EngineDatabase {
  exec(sql: string): void;
  prepare(sql: string): EngineStatement;
  close(): void;
}

type EngineRow = readonly Cell[] | Readonly<Record<string, Cell>>;

interface EngineStatement {
  run(...values: readonly Cell[]): unknown;
  get(...values: readonly Cell[]): EngineRow | undefined;
  all(...values: readonly Cell[]): readonly EngineRow[];
  /** Only since Node 22.16. */
  setReturnArrays?(enabled: boolean): void;
}

/** Rows as arrays cost half of what objects do, where the engine offers them. */
function withArrays(statement: EngineStatement): Statement {
  statement.setReturnArrays?.(true);
  return {
    run: (...values) => void statement.run(...values),
    get: (...values) => {
      const row = statement.get(...values);
      return row === undefined ? undefined : cellsOf(row);
    },
    all: (...values) => statement.all(...values).map(cellsOf),
  };
}

function cellsOf(row: EngineRow): readonly Cell[] {
  return isCells(row) ? row : Object.values(row);
}

function isCells(row: EngineRow): row is readonly Cell[] {
  return Array.isArray(row);
}

let engine: Engine | undefined;

/**
 * Node's own SQLite since 22.13; before that, a package with the same interface. Loaded on first use, since it costs start-up
 * time.
 */
function loadEngine(): Engine {
  if (engine === undefined) {
    const loaded: unknown = loadBuiltIn() ?? createRequire(import.meta.url)('@photostructure/sqlite');
    if (!isEngine(loaded)) throw new Error('no SQLite engine can be loaded');
    engine = loaded;
  }
  return engine;
}

function isEngine(loaded: unknown): loaded is Engine {
  return typeof loaded === 'object' && loaded !== null && 'DatabaseSync' in loaded;
}

/**
 * Loading it makes Node warn that it is experimental, which does not concern users: warnings are silenced for that moment only.
 */
function loadBuiltIn(): unknown {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
