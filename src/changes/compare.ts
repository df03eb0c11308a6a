import { byKind, type Change, type ChangeKind } from '../model/change.js';
import { findLateChanges, withoutRepeats, type LateChanges } from './comparing/late-changes.js';
import { createDescriber } from './describing/describe.js';
import type { ChangeDraft } from './comparing/draft.js';
import { urlAfter, type Comparison } from './comparing/comparison.js';
import { findDrafts } from './comparing/find.js';
import { align, type Alignment } from './comparing/align.js';
import { createSeen, type Seen } from './comparing/seen.js';
import type { Earlier, Later } from './runs.js';
import { neutralNamesakes, untranslated, type FindTwins } from './comparing/twins.js';

/** What differs, one change at a time. */
export interface Differences {
  /** What stands at an address was seen by one run or the other. */
  readonly seen: Seen;
  readonly totals: Readonly<Record<ChangeKind, number>>;
  /** May be iterated once; each change is made when it is asked for. */
  readonly changes: Iterable<Change>;
  /** Documents of the later run that exist only in English: how many, and the first of them. */
  readonly untranslated: {
    readonly total: number;
    readonly items: readonly { url: string; title: string }[];
  };
}

const listedUntranslated = 200;

/**
 * Compares two runs of the same portals. Pure. Keeps about 50 bytes for each resource, and reads the details of what changed
 * again.
 */
export function compare(before: Earlier, after: Later, byName?: FindTwins): Differences {
  const alignment = align(before, after);
  const comparison: Comparison = { before, after, alignment, byName };
  const { changes, ...known } = findLateChanges(comparison);
  const found = findDrafts({ ...comparison, ...known });
  const late = withoutRepeats(changes, found);
  const lateDrafts = late.flatMap((one) => one.drafts);
  const drafts = joinNamesakes(withoutMoved(found, late, alignment), comparison).toSorted(byKind);
  const english = untranslated(alignment.after);
  const listed = english.slice(0, listedUntranslated);
  const twins = counterparts(drafts, alignment);
  const describe = createDescriber({ before, after, alignment, drafts, twins, alsoNamed: listed });
  return {
    seen: createSeen(alignment, found),
    totals: countKinds([...drafts, ...lateDrafts]),
    changes: chain(mapLazily(drafts, describe.change), ...late.map(describeLate)),
    untranslated: { total: english.length, items: listed.flatMap(describe.entry) },
  };
}

/** What has moved, as an older run shows, is neither new nor translated, and not removed from where it was. */
function withoutMoved(
  drafts: readonly ChangeDraft[],
  late: readonly LateChanges[],
  { before, after }: Alignment,
): readonly ChangeDraft[] {
  const moves = late.flatMap(({ comparison, drafts: found }) =>
    found
      .filter(({ kind }) => kind === 'moved')
      .map((one) => ({ ...one, before: before.urls.findFrom(comparison.alignment.before.urls, one.before) })),
  );
  const arrived = new Set(moves.map((one) => (one.url === null ? one.after : after.urls.find(one.url))));
  const left = new Set(moves.map((one) => one.before));
  return drafts.filter(({ kind, before: was, after: now }) => {
    if (kind === 'new' || kind === 'localised') return !arrived.has(now);
    return kind !== 'removed' || !left.has(was);
  });
}

function describeLate({ comparison, drafts }: LateChanges): readonly Change[] {
  const { before, after, alignment } = comparison;
  const twins = counterparts(drafts, alignment);
  return drafts.map(createDescriber({ before, after, alignment, drafts, twins, alsoNamed: [] }).change);
}

/** The same content at several addresses is one change, which counts them all and names the first. */
function joinNamesakes(drafts: readonly ChangeDraft[], comparison: Comparison): readonly ChangeDraft[] {
  const { before, after } = comparison.alignment;
  const joined = new Map<string, ChangeDraft>();
  for (const one of drafts) {
    const { kind, affected } = one;
    const isCountable = kind === 'new' || kind === 'updated' || kind === 'localised';
    const content = isCountable && after.traitsOf(one.after).isTelling ? after.content.get(one.after) : 0;
    const past = one.before < 0 ? 0 : before.content.get(one.before);
    const key = content === 0 ? `${joined.size}` : `${kind} ${past} ${content}`;
    const known = joined.get(key);
    const first =
      known === undefined || urlAfter(comparison, one.after) < urlAfter(comparison, known.after)
        ? one
        : known;
    joined.set(key, known === undefined ? one : { ...first, affected: known.affected + affected });
  }
  return [...joined.values()];
}

/** For the row of each draft in the later run: its counterpart in the other language, where that opens. */
function counterparts(drafts: readonly ChangeDraft[], { after }: Alignment): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const rows = drafts.map((one) => one.after).filter((row) => row >= 0);
  for (const [row, other] of neutralNamesakes(rows, after)) {
    const { state, language } = after.traitsOf(other);
    if (state === 'opens' && language !== after.traitsOf(row).language) found.set(row, other);
  }
  for (const { after: row, counterpart } of drafts) if (counterpart >= 0) found.set(row, counterpart);
  return found;
}

function countKinds(drafts: readonly ChangeDraft[]): Differences['totals'] {
  const totals = { new: 0, updated: 0, localised: 0, moved: 0, removed: 0, broke: 0, fixed: 0 };
  for (const { kind } of drafts) totals[kind]++;
  return totals;
}

function* chain<One>(...all: readonly Iterable<One>[]): Generator<One> {
  for (const some of all) yield* some;
}

function* mapLazily<From, To>(all: readonly From[], map: (one: From) => To): Generator<To> {
  for (const one of all) yield map(one);
}
