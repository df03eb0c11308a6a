import type { Alias, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import { onDemand } from '../kit/on-demand.js';
import type { Path } from './path.js';
import { substitute, type Environment } from './substitute.js';

const yaml = onDemand('yaml');

const mostNodes = 50_000;

/** Something wrong at an offset of the text. */
export interface Trouble {
  readonly at: number;
  readonly message: string;
  readonly hint?: string;
}

/** Where a value and its key begin, as offsets, and whether something from the environment is put into the value. */
export interface Position {
  readonly key: number | null;
  readonly value: number;
  readonly isFromEnvironment: boolean;
}

type ParsedPair = Pair<ParsedNode, ParsedNode | null>;

/** A parsed tree as plain data. */
export interface Converted {
  readonly value: unknown;
  readonly troubles: readonly Trouble[];
  readonly positions: ReadonlyMap<string, Position>;
  /** Names of the paths whose value could not be made: more complaints about them would only confuse. */
  readonly failed: ReadonlySet<string>;
}

/** The name of a path in `Converted.positions`. */
export function positionName(path: Path): string {
  return JSON.stringify(path);
}

/** A few aliases of aliases can stand for billions of values; no configuration needs that many. */
const tooLarge: Converted = {
  value: {},
  troubles: [{ at: 0, message: 'the configuration has too many values', hint: 'use fewer "*aliases"' }],
  positions: new Map(),
  failed: new Set(),
};

interface Conversion {
  readonly text: string;
  readonly environment: Environment;
  readonly troubles: Map<number, Trouble>;
  readonly positions: Map<string, Position>;
  readonly failed: Set<string>;
  readonly anchors: Map<string, ParsedNode>;
  /** The nodes around the one that is converted: an alias to one of them would never end. */
  readonly open: Set<ParsedNode>;
  nodes: number;
}

/** Turns a tree into plain data: aliases followed, variables put in, keys checked. */
export function convert(root: ParsedNode | null, text: string, environment: Environment): Converted {
  const conversion: Conversion = {
    text,
    environment,
    troubles: new Map(),
    positions: new Map(),
    failed: new Set(),
    anchors: new Map(),
    open: new Set(),
    nodes: 0,
  };
  const value = root === null ? {} : convertNode(conversion, root, [], null);
  const { troubles, positions, failed } = conversion;
  if (conversion.nodes > mostNodes) return tooLarge;
  return { value, troubles: [...troubles.values()], positions, failed };
}

function convertNode(conversion: Conversion, node: ParsedNode, path: Path, key: number | null): unknown {
  const { isAlias, isScalar, isSeq } = yaml();
  if (++conversion.nodes > mostNodes) return null;
  if (!isAlias(node)) note(conversion, node, path, key);
  if (isScalar(node)) return convertScalar(conversion, node, path);
  if (isAlias(node)) return followAlias(conversion, node, path, key);
  conversion.open.add(node);
  const value = isSeq(node)
    ? node.items.map((item, index) => convertNode(conversion, item, [...path, index], null))
    : Object.fromEntries(convertPairs(conversion, node, path));
  conversion.open.delete(node);
  return value;
}

function convertPairs(conversion: Conversion, map: YAMLMap.Parsed, path: Path): readonly [string, unknown][] {
  const seen = new Set<string>();
  const own = map.items.flatMap((pair): [string, unknown][] => {
    const key = isMerge(pair) ? null : readKey(conversion, pair);
    if (key === null) return [];
    const start = pair.key.range[0];
    if (seen.has(key)) complain(conversion, start, `the key "${key}" is given twice`, 'keep one of them');
    seen.add(key);
    return [convertPair(conversion, pair, [...path, key], key)];
  });
  return [...own, ...mergePairs(conversion, map, path, seen)];
}

function convertPair(
  conversion: Conversion,
  { key: { range }, value }: ParsedPair,
  path: Path,
  key: string,
): [string, unknown] {
  const [start] = range;
  if (value !== null) return [key, convertNode(conversion, value, path, start)];
  conversion.positions.set(positionName(path), { key: start, value: start, isFromEnvironment: false });
  return [key, null];
}

/** What the maps behind `<<` say of keys that are not `taken`: a map's own outweigh them, and the first of several the others. */
function mergePairs(
  conversion: Conversion,
  map: YAMLMap.Parsed,
  path: Path,
  taken: Set<string>,
): readonly [string, unknown][] {
  const merged = map.items.filter(isMerge).flatMap(({ value }) => mapsIn(conversion, value, true));
  return merged.flatMap((other) => {
    conversion.open.add(other);
    const pairs = other.items.flatMap((pair): [string, unknown][] => {
      const key = isMerge(pair) ? null : readKey(conversion, pair);
      if (key === null || taken.has(key)) return [];
      taken.add(key);
      return [convertPair(conversion, pair, [...path, key], key)];
    });
    const behind = mergePairs(conversion, other, path, taken);
    conversion.open.delete(other);
    return [...pairs, ...behind];
  });
}

/** The merge key of YAML 1.1, which many files still use: `<<: *defaults`. */
function isMerge({ key }: ParsedPair): boolean {
  return yaml().isScalar(key) && key.type === 'PLAIN' && key.source === '<<';
}

/** The maps that a merge key takes in. They multiply as aliases do, even if they have no values. */
function mapsIn(
  conversion: Conversion,
  node: ParsedNode | null,
  mayBeList: boolean,
): readonly YAMLMap.Parsed[] {
  const { isAlias, isMap, isSeq } = yaml();
  if (node === null || ++conversion.nodes > mostNodes) return [];
  if (isAlias(node)) return mapsIn(conversion, findAnchor(conversion, node.source, node.range[0]), mayBeList);
  if (node.anchor !== undefined) conversion.anchors.set(node.anchor, node);
  if (isMap(node)) return [node];
  if (isSeq(node) && mayBeList) return node.items.flatMap((item) => mapsIn(conversion, item, false));
  complain(conversion, node.range[0], '"<<" takes a map, or a list of maps', 'as in "<<: *defaults"');
  return [];
}

function readKey(conversion: Conversion, { key }: ParsedPair): string | null {
  if (yaml().isScalar(key)) return key.value === null ? '' : key.source;
  complain(conversion, key.range[0], 'a key must be a simple text');
  return null;
}

function convertScalar(conversion: Conversion, scalar: Scalar.Parsed, path: Path): unknown {
  const { value, range } = scalar;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') return value;
  const { text, troubles } = substitute(value, conversion.environment);
  const written = conversion.text.slice(range[0], range[1]);
  if (troubles.length > 0) conversion.failed.add(positionName(path));
  for (const { at, message, hint } of troubles) {
    const shift = written.indexOf(value.slice(at, at + 20).split('\n', 1)[0] ?? '');
    complain(conversion, range[0] + Math.max(0, shift), message, hint);
  }
  return text;
}

function followAlias(
  conversion: Conversion,
  { source, range }: Alias.Parsed,
  path: Path,
  key: number | null,
): unknown {
  const node = findAnchor(conversion, source, range[0]);
  if (node !== null) return convertNode(conversion, node, path, key);
  conversion.failed.add(positionName(path));
  return null;
}

function findAnchor(conversion: Conversion, name: string, start: number): ParsedNode | null {
  const node = conversion.anchors.get(name);
  if (node !== undefined && !conversion.open.has(node)) return node;
  const message = node === undefined ? `has no anchor "&${name}" above it` : 'would contain itself';
  return complain(conversion, start, `"*${name}" ${message}`);
}

function note(
  conversion: Conversion,
  node: Exclude<ParsedNode, { source: string; anchor?: never }>,
  path: Path,
  key: number | null,
): void {
  const isFromEnvironment =
    yaml().isScalar(node) && typeof node.value === 'string' && node.value.includes('${');
  conversion.positions.set(positionName(path), { key, value: node.range[0], isFromEnvironment });
  if (node.anchor !== undefined) conversion.anchors.set(node.anchor, node);
}

function complain(conversion: Conversion, at: number, message: string, hint?: string): null {
  if (!conversion.troubles.has(at))
    conversion.troubles.set(at, { at, message, ...(hint === undefined ? {} : { hint }) });
  return null;
}
