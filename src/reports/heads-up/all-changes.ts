import { byKind, type HeadsUp } from '../../model/change.js';
import type { Report } from '../../model/report.js';

/** Everything that a report says of changes: those since the last complete run, and those told earlier that are over. */
export function allChanges({
  changes,
  undone = [],
}: Pick<Report, 'changes' | 'undone'>): HeadsUp | undefined {
  if (changes === undefined || undone.length === 0) return changes;
  const totals = { ...changes.totals };
  for (const { kind } of undone) totals[kind]++;
  return { ...changes, totals, changes: [...changes.changes, ...undone].sort(byKind) };
}
