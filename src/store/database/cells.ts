import { Damage } from '../../kit/trouble/damage.js';
import type { Json } from '../../model/resource.js';
import type { Cell } from './database.js';

/** SQLite ends a text at U+0000; U+FFFD replaces it, as in HTML (WHATWG HTML §13.2.5.1), and is as long. */
export function storable(cell: Cell): Cell {
  return typeof cell === 'string' && cell.includes('\0') ? cell.replaceAll('\0', '\ufffd') : cell;
}

/** The text of a cell. */
export function text(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell;
  throw new Damage('text expected');
}

/** The number of a cell. */
export function number(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell;
  throw new Damage('number expected');
}

/** The bytes of a cell. */
export function bytes(cell: Cell | undefined): Uint8Array {
  if (cell instanceof Uint8Array) return cell;
  throw new Damage('bytes expected');
}

/** What `read` makes of a cell, or `null` where it is empty. */
export function orNull<Value>(cell: Cell | undefined, read: (cell: Cell | undefined) => Value): Value | null {
  return cell === null ? null : read(cell);
}

/** The text of a cell that may hold only one of these words. */
export function oneOf<Word extends string>(cell: Cell | undefined, words: readonly Word[]): Word {
  const word = words.find((known) => known === cell);
  if (word === undefined) throw new Damage(`one of ${words.join(', ')} expected`);
  return word;
}

/** A JSON array of texts; an empty cell is an empty array. */
export function texts(cell: Cell | undefined): readonly string[] {
  if (cell === null) return [];
  const value = parse(cell);
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw new Damage('texts expected');
}

/** A JSON object of texts; an empty cell is an empty object. */
export function textsByName(cell: Cell | undefined): Readonly<Record<string, string>> {
  const record = byName(cell);
  if (isTexts(record)) return record;
  throw new Damage('texts by name expected');
}

/** A JSON object; an empty cell is an empty object. */
export function byName(cell: Cell | undefined): Readonly<Record<string, Json>> {
  if (cell === null) return {};
  const value = parse(cell);
  if (isRecord(value)) return value;
  throw new Damage('object expected');
}

/** The value of any JSON in a cell. */
export function jsonOf(cell: Cell | undefined): Json {
  const [value = null] = Object.values(byName(`{"value":${text(cell)}}`));
  return value;
}

/** The JSON of a cell, parsed. */
export function parse(cell: Cell | undefined): unknown {
  return JSON.parse(text(cell));
}

/** The JSON of what is not empty, else `null`: empty is the usual case, which then costs nothing. */
export function jsonUnlessEmpty(value: object): string | null {
  for (const _ in value) return JSON.stringify(value);
  return null;
}

function isTexts(record: Readonly<Record<string, Json>>): record is Readonly<Record<string, string>> {
  for (const name in record) if (typeof record[name] !== 'string') return false;
  return true;
}

/** Everything that JSON.parse returns is JSON all the way down. */
function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
