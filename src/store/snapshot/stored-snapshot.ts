import { isRedacted } from '../../kit/urls/redact.js';
import { replayable } from '../../kit/collections/replayable.js';
import { decodeEdges } from '../../model/links/decode-columns.js';
import type { Edges } from '../../model/links/edges.js';
import { noLinks, PackedLinks } from '../../model/links/packed-links.js';
import type { Json, Resource } from '../../model/resource.js';
import type { Snapshot } from '../../model/snapshot.js';
import { createAddresses } from '../rows/addresses.js';
import { bytes, jsonOf, number, text } from '../database/cells.js';
import type { Cell, Database, Statement } from '../database/database.js';
import { explainFailure } from '../database/failures.js';
import { keepAskedAgain } from './keep-asked-again.js';
import { createReadAhead } from './read-ahead.js';
import { decodeBrief } from '../rows/brief-row.js';
import { decodeResource } from '../rows/resource-row.js';
import type { Mention } from '../rows/mentions.js';
import { namingChunks } from '../rows/naming-rows.js';
import { readRun } from '../rows/run-row.js';
import { prepareStatements } from './statements.js';
import { readWaiting } from '../rows/waiting.js';
import { wantedRows } from '../rows/wanted-rows.js';

/** A snapshot in a file. */
export interface StoredSnapshot extends Snapshot {
  /** How many resources there are. */
  readonly count: () => number;
  /** What pages lead to and the run did not get to. */
  readonly waiting: () => readonly Mention[];
  /** A resource with its links, which are `null` if there was nothing to read; `null` if there is no such resource. */
  readonly entry: (id: number) => StoredEntry | null;
  /** A resource by its URL; reads through the whole file. */
  readonly find: (url: string) => Resource | null;
  /** The ids of URLs that have lost their secrets: they cannot be asked for as they are stored. */
  readonly redacted: () => ReadonlySet<number>;
  /** What failed, and what may be asked for conditionally, in order of id. */
  readonly memories: () => Iterable<StoredMemory>;
  readonly close: () => void;
}

export interface StoredEntry {
  readonly resource: Resource;
  readonly links: PackedLinks | null;
}

/** The little about a resource that is worth keeping in memory. */
export interface StoredMemory {
  readonly id: number;
  readonly url: string;
  readonly hasFailed: boolean;
}

/** Reads what a recorder wrote. Throws a `StoreError`, immediately or while it is read, if the file holds something else. */
export function readSnapshot(database: Database, file: string): StoredSnapshot {
  const read = explaining(file);
  const statements = prepareStatements(database);
  const urlOf = createAddresses(database);
  const { run, resources } = readRun(database);
  const numbering = { urlOf: (id: number) => read(() => urlOf(id)) };
  const linksOf = ([links, words]: readonly Cell[]): PackedLinks =>
    new PackedLinks({ links: bytes(links), words: text(words) }, numbering);
  const links = keepAskedAgain((page) => {
    const row = statements.links.get(page);
    return row === undefined ? null : linksOf(row);
  });
  const resource = keepAskedAgain((id) => {
    const row = statements.one.get(id);
    return row === undefined ? null : { seen: decodeResource(row), size: sizeOf(row) };
  });
  const entryRow = createReadAhead(statements.entry, statements.manyEntries);
  const entry = (id: number): StoredEntry | null => {
    const row = entryRow(id);
    if (row === undefined) return null;
    const cells = row.slice(-2);
    return { resource: decodeResource(row), links: cells[0] === null ? null : linksOf(cells) };
  };
  return {
    run,
    count: () => resources ?? read(() => number(statements.count.get()?.[0])),
    resources: (isWanted) =>
      replayable(() =>
        isWanted === undefined
          ? inChunks(statements.many, decodeResource, read)
          : decoded(wantedRows(statements, isWanted), read),
      ),
    resource: (id) => read(() => resource(id))?.seen ?? null,
    briefs: () => replayable(() => inChunks(statements.briefs, decodeBrief, read)),
    landmarks: () => replayable(() => inChunks(statements.landmarks, decodeBrief, read)),
    documents: () => replayable(() => inChunks(statements.documents, decodeResource, read)),
    namings: () => replayable(() => flattened(namingChunks(statements), read)),
    edges: () => replayable(() => inChunks(statements.edges, edgesOf, read)),
    note: (name) => read(() => noteOf(statements.note.get(name))),
    links: (page) => read(() => links(page)) ?? noLinks,
    waiting: () => read(() => readWaiting(database).filter(([id]) => statements.one.get(id) === undefined)),
    find: (url) => read(() => resourceOf(statements.find.get(url))),
    redacted: () => read(() => redacted(database)),
    entry: (id) => read(() => entry(id)),
    memories: () => replayable(() => inChunks(statements.memories, memoryOf, read)),
    close: database.close,
  };
}

/** What a resource takes in memory besides its texts. */
const ofResource = 1000;

function sizeOf(row: readonly Cell[]): number {
  return row.reduce<number>((sum, cell) => sum + (typeof cell === 'string' ? cell.length : 0), ofResource);
}

/** Reading rows or decoding them may reveal a damaged file. */
function* decoded(rows: Iterator<readonly Cell[], void>, read: Read): Generator<Resource, void> {
  for (;;) {
    const { value } = read(() => rows.next());
    if (value === undefined) return;
    yield read(() => decodeResource(value));
  }
}

function* flattened<Value>(chunks: Iterator<readonly Value[], void>, read: Read): Generator<Value, void> {
  for (;;) {
    const { value } = read(() => chunks.next());
    if (value === undefined) return;
    yield* value;
  }
}

function resourceOf(row: readonly Cell[] | undefined): Resource | null {
  return row === undefined ? null : decodeResource(row);
}

function noteOf(row: readonly Cell[] | undefined): Json | null {
  return row === undefined ? null : jsonOf(row[0]);
}

type Read = <Value>(action: () => Value) => Value;

function explaining(file: string): Read {
  return (action) => {
    try {
      return action();
    } catch (error) {
      throw explainFailure(file, error);
    }
  };
}

function redacted(database: Database): ReadonlySet<number> {
  const rows = database.prepare("SELECT id, url FROM resource WHERE instr(url, 'REDACTED')").all();
  const stored = rows.map(([id, url]): Mention => [number(id), text(url)]);
  const all = [...stored, ...readWaiting(database)];
  return new Set(all.filter(([, url]) => isRedacted(url)).map(([id]) => id));
}

function memoryOf(row: readonly Cell[]): StoredMemory {
  return { id: number(row[0]), url: text(row[1]), hasFailed: number(row[2]) === 1 };
}

/** Walks rows whose first cell is an ascending id. Nothing stays open between two chunks. */
function* inChunks<Value>(
  statement: Statement,
  decode: (row: readonly Cell[]) => Value,
  read: Read,
): Generator<Value, void> {
  let after = -1;
  for (;;) {
    const rows = read(() => statement.all(after));
    yield* read(() => rows.map(decode));
    const last = rows.at(-1);
    if (last === undefined) return;
    after = number(last[0]);
  }
}

function edgesOf(row: readonly Cell[]): Edges {
  return { from: number(row[0]), ...decodeEdges(bytes(row[1])) };
}
