import { isRecord } from '../kit/is-record.js';

/** The way to a value inside plain data: keys and positions, outermost first. */
export type Path = readonly (string | number)[];

/** A way in which `*` stands for every position of a list. */
export type PathPattern = Path;

/** Every existing list position put in for `*`; what follows the last list need not exist. */
export function expandPath(value: unknown, pattern: PathPattern): readonly Path[] {
  const star = pattern.indexOf('*');
  if (star < 0) return [pattern];
  const list = valueAt(value, pattern.slice(0, star));
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index) =>
    expandPath(value, [...pattern.slice(0, star), index, ...pattern.slice(star + 1)]),
  );
}

/** The value a path leads to; `undefined` if it leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((parent, key) => childOf(parent, key), value);
}

/** The same data with one value replaced. Missing parents are made; a parent that is no map or list is replaced by one. */
export function withValue(value: unknown, path: Path, replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  const child = withValue(childOf(value, key), rest, replacement);
  if (Array.isArray(value)) return value.map((entry: unknown, index) => (index === key ? child : entry));
  return { ...(isRecord(value) ? value : {}), [key]: child };
}

function childOf(parent: unknown, key: string | number): unknown {
  if (Array.isArray(parent)) return typeof key === 'number' ? (parent[key] as unknown) : undefined;
  return isRecord(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;
}
