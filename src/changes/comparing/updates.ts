import type { ChangeEvidence } from '../../model/change.js';
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
  const content = recallContent(comparison, certainty);
  const redated = new Map(findRedated(comparison, certainty).map((one) => [one.after, one]));
  const recalled = [...content.opened.keys(), ...content.since.keys()].map((row) => ({
    before: alignment.before.urls.findFrom(alignment.after.urls, row),
    after: row,
  }));
  const pairs = new Map<number, Pair>(
    [...redated.values(), ...alignment.different, ...recalled].map((pair) => [pair.after, pair]),
  );
  return [...pairs.values()].flatMap((pair) => {
    const date = redated.get(pair.after)?.evidence;
    const why = [...changeOf(pair, content, comparison), ...(date === undefined ? [] : [date])];
    const { subject } = alignment.after.traitsOf(pair.after);
    return why.length === 0 ? [] : [draft({ kind: 'updated', subject, ...pair, evidence: why })];
  });
}

/** What of its content differs from how a run between the two saw it; if nothing does, from how it was before that. */
function changeOf(
  { before, after }: Pair,
  { opened, since }: Content,
  comparison: Comparison,
): readonly ChangeEvidence[] {
  const now = resourceAfter(comparison, after);
  const between = since.get(after);
  // What a run between the two is recalled for did not open in the earlier one, and showed nothing of its own there.
  const earlier = between === undefined ? resourceBefore(comparison, before) : null;
  const pasts = [between ?? null, opened.get(after) ?? earlier];
  const changes = pasts.map((past) => (past === null || now === null ? [] : contentChange(past, now)));
  return changes.find((found) => found.length > 0) ?? [];
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
