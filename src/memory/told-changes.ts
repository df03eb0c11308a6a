import { fingerprint } from '../kit/fingerprint.js';
import type { Change, HeadsUp } from '../model/change.js';
import type { Report } from '../model/report.js';
import type { Ledger } from './ledger.js';
import { seesAll } from './remember.js';

/**
 * What a run that was noted is the first to tell. Until a run sees everything, those after it are compared with the same one again
 * and find the same.
 */
export function untold(ledger: Ledger, { run, changes }: Report): HeadsUp | undefined {
  if (changes === undefined || ledger.run !== run.id) return changes;
  const told = new Set(ledger.changes);
  if (told.size === 0) return changes;
  const totals = { ...changes.totals };
  const left = changes.changes.filter((change) => {
    const isNew = !told.has(keyOf(change));
    if (!isNew) totals[change.kind]--;
    return isNew;
  });
  return { ...changes, totals, changes: left };
}

/** Notes the changes that a run tells, as long as those after it may find them again. Pure. */
export function noteChanges(ledger: Ledger, report: Report): Ledger {
  if (ledger.run !== report.run.id) return ledger;
  const again = seesAll(report.run) ? [] : (report.changes?.changes ?? []);
  return { ...ledger, changes: again.map(keyOf) };
}

/** Of one change between two runs; of another content another. */
function keyOf({ id, evidence }: Change): string {
  return fingerprint(`${id} ${JSON.stringify(evidence.map(({ after }) => after))}`);
}
