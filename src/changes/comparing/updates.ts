import type { Resource } from '../../model/resource.js';
import { contentChange } from '../intake/content.js';
import type { Recall } from '../runs.js';
import type { Certainty } from './certainty.js';
import type { Pair } from './differences.js';
import { draft, type ChangeDraft } from './draft.js';
import { resourceAfter, resourceBefore, urlAfter, type Comparison } from './comparison.js';
import { findRedated } from './redated.js';

/** What has new content, and what pages say was updated, even if it looks the same or could not be seen. */
export function findUpdates(comparison: Comparison, certainty: Certainty): readonly ChangeDraft[] {
  const { alignment } = comparison;
  const { opened, since } = recallContent(comparison, certainty);
  const redated = new Map(findRedated(comparison, certainty).map((one) => [one.after, one]));
  const recalled = [...opened.keys(), ...since.keys()].map((row) => ({
    before: alignment.before.urls.findFrom(alignment.after.urls, row),
    after: row,
  }));
  const pairs = new Map<number, Pair>(
    [...redated.values(), ...alignment.different, ...recalled].map((pair) => [pair.after, pair]),
  );
  return [...pairs.values()].flatMap((pair) => {
    // What did not open then showed nothing of its own.
    const known = since.has(pair.after) ? null : resourceBefore(comparison, pair.before);
    const other = resourceAfter(comparison, pair.after);
    const date = redated.get(pair.after)?.evidence;
    const pasts = [since.get(pair.after) ?? null, opened.get(pair.after) ?? known];
    const why = [
      ...(pasts
        .map((one) => (one === null || other === null ? [] : contentChange(one, other)))
        .find((found) => found.length > 0) ?? []),
      ...(date === undefined ? [] : [date]),
    ];
    const { subject } = alignment.after.traitsOf(pair.after);
    return why.length === 0 ? [] : [draft({ kind: 'updated', subject, ...pair, evidence: why })];
  });
}

/** Resources as other runs than the earlier saw them, by rows of the later run. */
interface Content {
  /** What opens now and did not in the earlier run, or was hidden from it, as it last opened. */
  readonly opened: ReadonlyMap<number, Resource>;
  /** The same, and what is new since the earlier run, as a run between the two last saw it. */
  readonly since: ReadonlyMap<number, Resource>;
}

function recallContent(comparison: Comparison, { wasKnown }: Certainty): Content {
  const { before, alignment } = comparison;
  const { arrived } = alignment;
  const reopened = alignment.reopened.map((pair) => pair.after);
  const ask = (recall: Recall['open'], rows: readonly number[]): ReadonlyMap<number, Resource> => {
    const wanted = new Map(rows.map((row) => [urlAfter(comparison, row), row]));
    const past = wanted.size === 0 ? [] : [...recall([...wanted.keys()])];
    return new Map(past.map(([url, then]) => [wanted.get(url) ?? -1, then]));
  };
  return {
    opened: ask(before.recall.open, [...reopened, ...arrived.filter(wasKnown)]),
    since: ask(before.recall.since, [...reopened, ...arrived]),
  };
}
