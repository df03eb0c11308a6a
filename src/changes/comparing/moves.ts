import type { ChangeEvidence } from '../../model/change.js';
import type { Resource } from '../../model/resource.js';
import type { FingerprintColumn } from '../../kit/fingerprints/fingerprint-column.js';
import { fileNameOfAddress, versionMark } from '../intake/addresses.js';
import { evidence } from '../intake/content.js';
import { draft, type ChangeDraft } from './draft.js';
import { resourceAfter, urlAfter, urlBefore, type Comparison } from './comparison.js';
import type { Inventory } from '../intake/inventory.js';
import type { Pair } from './differences.js';

/** What went from its address, and what turned up at another. */
interface Departures {
  /** Rows of the earlier run that nobody can open any more. */
  readonly gone: readonly number[];
  /** Rows of the later run that were not known. */
  readonly arrived: readonly number[];
}

/**
 * What is at a new address now: the same content, else the same article or file name, and only if it is unambiguous. A name with
 * another version mark is an update.
 */
export function findMoves(comparison: Comparison, { gone, arrived }: Departures): readonly ChangeDraft[] {
  const { alignment } = comparison;
  const { after } = alignment;
  const before = { ...alignment.before, traitsOf: alignment.pastOf };
  const isTelling = (inventory: Inventory) => (row: number) => inventory.traitsOf(row).isTelling;
  const same = pairByKey(
    { rows: gone.filter(isTelling(before)), column: before.content, all: before },
    { rows: arrived.filter(isTelling(after)), column: after.content, all: after },
  );
  const [left, right] = [new Set(same.map((pair) => pair.before)), new Set(same.map((pair) => pair.after))];
  const named = pairByKey(
    { rows: gone.filter((row) => !left.has(row)), column: before.identity, all: before },
    { rows: arrived.filter((row) => !right.has(row)), column: after.identity, all: after },
  );
  return [
    ...same.map((pair) =>
      describeMove(pair, [sameContent(resourceAfter(comparison, pair.after))], comparison),
    ),
    ...named.map((pair) => describeNamed(pair, comparison)),
  ];
}

interface MoveCandidates {
  readonly rows: readonly number[];
  readonly column: FingerprintColumn;
  readonly all: Inventory;
}

/** Pairs of equal keys, if no other row of either run has the key: stubs and templates have equal content too. */
function pairByKey(gone: MoveCandidates, arrived: MoveCandidates): readonly Pair[] {
  const wanted = new Map<number, { before: number; after: number }>();
  for (const row of gone.rows) {
    const key = gone.column.get(row);
    if (key !== 0) wanted.set(key, { before: row, after: -1 });
  }
  for (const row of arrived.rows) {
    const pair = wanted.get(arrived.column.get(row));
    if (pair !== undefined) pair.after = row;
  }
  for (const [key, { after }] of wanted) if (after < 0) wanted.delete(key);
  if (wanted.size === 0) return [];
  for (const { column, all } of [gone, arrived]) {
    for (const key of keysSeenTwice(column, all, wanted)) wanted.delete(key);
  }
  return [...wanted.values()];
}

function keysSeenTwice(
  column: FingerprintColumn,
  { urls, traitsOf }: Inventory,
  wanted: ReadonlyMap<number, unknown>,
): ReadonlySet<number> {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (let row = 0; row < urls.size(); row++) {
    const key = column.get(row);
    if (!wanted.has(key) || traitsOf(row).state !== 'opens') continue;
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}

function describeMove(
  pair: Pair,
  why: readonly ChangeEvidence[],
  { alignment: { after } }: Comparison,
): ChangeDraft {
  return draft({ kind: 'moved', subject: after.traitsOf(pair.after).subject, ...pair, evidence: why });
}

function describeNamed(pair: Pair, comparison: Comparison): ChangeDraft {
  const one = fileNameOfAddress(urlBefore(comparison, pair.before));
  const other = fileNameOfAddress(urlAfter(comparison, pair.after));
  const versions = [versionMark(one), versionMark(other)] as const;
  const { subject } = comparison.alignment.after.traitsOf(pair.after);
  if (versions[0] !== versions[1])
    return draft({ kind: 'updated', subject, ...pair, evidence: [evidence('version', ...versions)] });
  return describeMove(
    pair,
    [evidence(subject === 'page' ? 'identity' : 'file-name', one, other)],
    comparison,
  );
}

function sameContent(resource: Resource | null): ChangeEvidence {
  const digest = resource?.page?.digest ?? null;
  if (digest !== null) return evidence('digest', digest, digest);
  const tag = resource?.outcome.kind === 'fetched' ? (resource.outcome.headers['etag'] ?? null) : null;
  return evidence('etag', tag, tag);
}
