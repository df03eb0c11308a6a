import { evidence } from '../intake/content.js';
import type { Certainty } from './certainty.js';
import { draft, type ChangeDraft } from './draft.js';
import type { Comparison } from './comparison.js';
import { findTwins } from './twins.js';

/** Describes what is new: by itself, or in another language. */
export function describeArrivals(
  { after, alignment, byName }: Comparison,
  arrived: readonly number[],
  certainty: Certainty,
): readonly ChangeDraft[] {
  const wasKnown = (row: number): boolean =>
    certainty.wasKnown(row) || alignment.before.urls.findFrom(alignment.after.urls, row) >= 0;
  const later = { inventory: alignment.after, snapshot: after.snapshot };
  const twins = findTwins(arrived, later, wasKnown, byName);
  return arrived.map((row) => {
    const { subject, language } = alignment.after.traitsOf(row);
    const twin = twins.get(row);
    if (twin === undefined)
      return draft({ kind: 'new', subject, after: row, evidence: [evidence('links', null, 'linked')] });
    const languages = evidence('language', alignment.after.traitsOf(twin).language, language);
    return draft({ kind: 'localised', subject, after: row, counterpart: twin, evidence: [languages] });
  });
}
