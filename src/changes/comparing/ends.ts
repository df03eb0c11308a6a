import type { Comparison } from './comparison.js';
import type { Differences } from './differences.js';

/** What does not open any more, and what does again. */
export type Turns = Pick<Differences, 'broken' | 'repaired'>;

/** Leaves out where others redirect, unless pages link there, too: that these broke, or open again, says it all. */
export function withoutEnds(comparison: Comparison, { broken, repaired }: Turns): Turns {
  const { after, alignment } = comparison;
  const endOf = (row: number): number => alignment.after.urls.find(after.intake.destinations.get(row) ?? '');
  const known = new Set([...broken, ...repaired].map((one) => one.after));
  const ends = new Set([...broken.map(({ end }) => end), ...repaired.map((one) => endOf(one.after))]);
  for (const end of ends) if (!known.has(end)) ends.delete(end);
  for (const row of linkedRows(comparison, ends)) ends.delete(row);
  const isTold = (one: { readonly after: number }): boolean => !ends.has(one.after);
  return { broken: broken.filter(isTold), repaired: repaired.filter(isTold) };
}

/** Those of some rows of the later run that pages link to; reads links only if there are any. */
function linkedRows({ after, alignment }: Comparison, rows: ReadonlySet<number>): ReadonlySet<number> {
  const left = new Map([...rows].map((row) => [alignment.after.idOf(row), row]));
  const linked = new Set<number>();
  for (const { to } of left.size === 0 ? [] : after.snapshot.edges()) {
    for (const id of to) {
      const row = left.get(id);
      if (row !== undefined) linked.add(row);
    }
  }
  return linked;
}
