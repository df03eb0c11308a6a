import { fingerprint } from '../kit/fingerprint.js';
import { withoutRootSlash } from '../kit/url.js';
import type { Change } from '../model/change.js';
import type { Report } from '../model/report.js';
import type { Sight } from '../model/sight.js';
import type { Ledger } from './ledger.js';
import { seesAll } from './remember.js';

/** What a run knows about addresses that people were told of. */
export interface Witness {
  readonly stateOf: Sight['stateOf'];
  /** The run read all pages, and none linked to it. */
  readonly isMissed: (url: string) => boolean;
  /** Turns a change into its opposite. */
  readonly undo: (change: Change, run: Report['run'], isUnlinked: boolean) => Change;
}

/** What became of the outages and repairs that were told while nights could not be compared with each other. */
export interface Reversals {
  /** No longer so, which no comparison shows: the run compared with was before all of it. */
  readonly undone: readonly Change[];
  /** The same changes as they were told. */
  readonly over: readonly Change[];
  /** Still so, or not seen. */
  readonly standing: readonly Change[];
}

/** Whether a change may be undone. */
export function isReversible({ kind }: Change): boolean {
  return kind === 'broke' || kind === 'fixed';
}

/** Identifies what a change says to be so, whatever run it was compared with. */
export function claimOf({ kind, subject, url }: Change): string {
  return `${kind} ${subject === 'task' ? 'task ' : ''}${withoutRootSlash(url)}`;
}

/** Checks what was told against what a run saw. Pure. */
export function findReversals({ standing }: Ledger, report: Report, witness: Witness): Reversals {
  if (standing.length === 0 || report.changes === undefined) return { undone: [], over: [], standing };
  const { changes } = report.changes;
  const claims = new Set(changes.map(claimOf));
  const told = new Set(
    changes
      .filter((one) => isReversible(one) || one.kind === 'moved' || one.kind === 'removed')
      .flatMap(({ url, previousUrl }) => [url, previousUrl ?? url].map(withoutRootSlash)),
  );
  const undone: Change[] = [];
  const over: Change[] = [];
  const left: Change[] = [];
  for (const one of standing) {
    if (claims.has(claimOf(one))) left.push(one);
    else if (!told.has(withoutRootSlash(one.url))) {
      const fate = one.subject === 'task' ? fateOfTask(one, report) : fateOf(one, report, witness);
      if (fate === 'stands') left.push(one);
      else if (fate !== 'moot') {
        undone.push(witness.undo(one, report.run, fate === 'unlinked'));
        over.push(one);
      }
    }
  }
  return { undone, over, standing: left };
}

/**
 * Gives what happened for a second time an id of its own, and keeps that as long as it lasts: compared with the same run, both times
 * would be one change. Pure.
 */
export function tellApart({ run, ended, standing }: Ledger, report: Report): Report {
  if (report.changes === undefined || run !== report.run.id || ended.length === 0) return report;
  const over = new Set(ended);
  const known = new Map(standing.map((one) => [claimOf(one), one.id]));
  const changes = report.changes.changes.map((one) => {
    if (!isReversible(one) || !over.has(one.id)) return one;
    return { ...one, id: known.get(claimOf(one)) ?? fingerprint(`${one.id} again ${run}`) };
  });
  return { ...report, changes: { ...report.changes, changes } };
}

type Fate = 'stands' | 'undone' | 'unlinked' | 'moot';

function fateOf({ kind, subject, url }: Change, { run, findings }: Report, witness: Witness): Fate {
  const place = withoutRootSlash(url);
  const state = witness.stateOf(subject === 'host' ? place : url);
  if (kind === 'broke') {
    if (state === 'opens') return 'undone';
    return state === 'absent' || (seesAll(run) && witness.isMissed(url)) ? 'unlinked' : 'stands';
  }
  if (findings.some((one) => one.verdict === 'broken' && withoutRootSlash(one.url) === place))
    return 'undone';
  return state === 'opens' ? 'moot' : 'stands';
}

const well: ReadonlySet<string> = new Set(['available', 'older-version', 'other-language']);
const unknown: ReadonlySet<string> = new Set(['sign-in', 'not-checked']);

function fateOfTask({ kind, url }: Change, { run, tasks }: Report): Fate {
  const state = tasks.find(({ id }) => id === url)?.state ?? 'not-checked';
  if (well.has(state)) return kind === 'broke' ? 'undone' : 'moot';
  if (unknown.has(state) || !seesAll(run)) return 'stands';
  return kind === 'fixed' ? 'undone' : 'moot';
}
