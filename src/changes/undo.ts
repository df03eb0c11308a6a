import { fingerprint } from '../kit/fingerprint.js';
import type { Change } from '../model/change.js';
import type { Report } from '../model/report.js';
import { evidence } from './intake/content.js';
import { reasonOf } from './describing/reasons.js';
import { taskReasons } from './tasks.js';

/** Turns `broke` into `fixed`, as a later run saw it, and the other way round. */
export function undo(change: Change, run: Pick<Report['run'], 'id' | 'start'>, isUnlinked: boolean): Change {
  const kind = change.kind === 'broke' ? 'fixed' : 'broke';
  const [before, after] = kind === 'fixed' ? (['broken', 'opens'] as const) : (['opens', 'broken'] as const);
  const seen = isUnlinked
    ? evidence('links', 'linked', null)
    : evidence(change.subject === 'task' ? 'task' : 'state', before, after);
  return {
    ...change,
    id: fingerprint(`${kind} after ${change.id} ${run.id}`),
    kind,
    date: run.start,
    reason: change.subject === 'task' ? taskReasons[kind] : reasonOf(kind, [seen], change.language),
    evidence: [seen],
  };
}
