import { withoutRootSlash } from '../../kit/urls/url.js';
import type { Change } from '../../model/change.js';

/** Whether a change says that something does not open any more, or does again. */
export function isAboutOpening({ kind }: Change): boolean {
  return kind === 'broke' || kind === 'fixed';
}

/** Whether a change says that something came or went. Lists of tasks are read anew each night. */
export function isAboutPresence({ kind, subject, evidence }: Change): boolean {
  if (subject === 'task') return false;
  if (kind === 'moved') return evidence[0]?.kind !== 'redirect';
  return kind === 'new' || kind === 'localised' || kind === 'removed';
}

/** Whether a change may be undone. */
export function isReversible(change: Change): boolean {
  return isAboutOpening(change) || isAboutPresence(change);
}

/** Identifies what a change says to be so, whatever run it was compared with. */
export function claimOf({ kind, subject, url }: Change): string {
  return `${kind} ${subject === 'task' ? 'task ' : ''}${withoutRootSlash(url)}`;
}

/** Every claim that tells nothing new after a change: what has moved is not where it was, either. */
export function claimsAfter(change: Change): readonly string[] {
  const { kind, previousUrl } = change;
  if (kind !== 'moved' || previousUrl === null) return [claimOf(change)];
  return [claimOf(change), claimOf({ ...change, kind: 'removed', url: previousUrl })];
}
