import { withoutRootSlash } from '../../kit/urls/url.js';
import type { Change } from '../../model/change.js';
import { seesAll, type Report } from '../../model/report.js';
import type { Sight } from '../../model/sight.js';
import { availabilityOf } from '../../model/task-report.js';
import { isAboutPresence } from './claims.js';

/** What a run knows about addresses that people were told of. */
export interface Witness {
  readonly stateOf: Sight['stateOf'];
  /** The run read all pages, and none linked to it. */
  readonly isMissed: (url: string) => boolean;
  /** Turns a change into its opposite. */
  readonly undo: (change: Change, run: Report['run'], isUnlinked: boolean) => Change;
}

/** The same, and what its report says. */
interface Testimony extends Witness {
  /** What a change is about was found broken. */
  readonly isBroken: (change: Change) => boolean;
  /** It was compared with the run before, which saw everything: what has gone since then, the comparison tells. */
  readonly isCompared: boolean;
}

/**
 * `stands`: still so, or not seen. `moot`: nothing is to be told of it any more. `undone`: no longer so. `unlinked`: no longer
 * so, but only because no page leads there. `gone`: it opened again, and no page leads there any more.
 */
export type Fate = 'stands' | 'moot' | 'undone' | 'unlinked' | 'gone';

/** What became of a change that was told, as far as a run knows. */
export function fateOf(one: Change, report: Report, witness: Testimony): Fate {
  if (one.subject === 'task') return fateOfTask(one, report);
  return isAboutPresence(one) ? fateOfPresence(one, report, witness) : fateOfOpening(one, report, witness);
}

function fateOfOpening(one: Change, { run }: Report, witness: Testimony): Fate {
  const { kind, subject, url } = one;
  const place = subject === 'host' ? withoutRootSlash(url) : url;
  const state = witness.stateOf(place);
  if (kind === 'broke') {
    if (state === 'opens') return 'undone';
    return state === 'absent' || (seesAll(run) && witness.isMissed(place)) ? 'unlinked' : 'stands';
  }
  if (witness.isBroken(one)) return 'undone';
  return state === 'opens' ? 'moot' : 'stands';
}

/**
 * Whatever went and is seen again came back. What came is gone only if a run that saw everything missed it; once such a run has
 * seen it, the next one is compared with that. Where it was before a move, a page that is read again may still seem to lead.
 */
function fateOfPresence({ kind, url, previousUrl }: Change, { run }: Report, witness: Testimony): Fate {
  const state = witness.stateOf(url);
  if (kind === 'removed') return state === 'opens' ? 'undone' : 'stands';
  if (!seesAll(run)) return 'stands';
  if (!witness.isMissed(url)) return state === 'opens' && kind !== 'moved' ? 'moot' : 'stands';
  if (witness.isCompared) return 'stands';
  return kind !== 'moved' || witness.stateOf(previousUrl ?? '') === 'opens' ? 'undone' : 'unlinked';
}

function fateOfTask({ kind, url }: Change, { run, tasks }: Report): Fate {
  const documents = tasks
    .find(({ id }) => id === url)
    ?.documents.map(({ state }) => availabilityOf(state)) ?? ['unknown'];
  if (documents.every((one) => one === 'available')) return kind === 'broke' ? 'undone' : 'moot';
  if (!documents.includes('unavailable') || !seesAll(run)) return 'stands';
  return kind === 'fixed' ? 'undone' : 'moot';
}
