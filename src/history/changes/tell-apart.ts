import { fingerprint } from '../../kit/fingerprints/fingerprint.js';
import type { Change, ChangeKind } from '../../model/change.js';
import { seesAll, type Report } from '../../model/report.js';
import { claimOf, isAboutPresence, isReversible } from './claims.js';
import type { Witness } from './fates.js';
import type { Ledger } from '../ledger.js';

/**
 * Gives what happened for a second time an id of its own, and keeps that as long as it lasts: compared with the same run, both
 * times would be one change. What was told as new, moved or translated stays that, whatever more or less a run sees of it. Pure.
 */
export function tellApart(
  { run, ended, standing }: Ledger,
  report: Report,
  { isMissed }: Pick<Witness, 'isMissed'>,
): Report {
  const { changes: headsUp } = report;
  if (headsUp === undefined || run !== report.run.id || standing.length + ended.length === 0) return report;
  const over = new Set(ended);
  const known = new Map(standing.map((one) => [claimOf(one), one.id]));
  const isGone = ({ url }: Change): boolean => seesAll(report.run) && isMissed(url);
  const sameNews = new Map(
    standing.flatMap((one) => claimsOfNoNews(one, isGone).map((claim) => [claim, one])),
  );
  const totals = { ...headsUp.totals };
  const shown = new Set<string>();
  const changes = headsUp.changes.flatMap((one) => {
    const told = sameNews.get(claimOf(one));
    if (told !== undefined) {
      totals[one.kind]--;
      if (shown.has(told.id)) return [];
      shown.add(told.id);
      totals[told.kind]++;
      return [told];
    }
    const id = known.get(claimOf(one));
    if (isReversible(one) && over.has(one.id))
      return [{ ...one, id: id ?? fingerprint(`${one.id} again ${run}`) }];
    if (!isAboutPresence(one) || id === undefined || id === one.id) return [one];
    // Told already, as a change since a run before the one that this is compared with.
    totals[one.kind]--;
    return [];
  });
  return { ...report, changes: { ...headsUp, totals, changes } };
}

/**
 * What a later run may find that tells nothing new after what was told. Where it moved from, it is gone for good only if it is
 * gone altogether.
 */
function claimsOfNoNews(told: Change, isGone: (told: Change) => boolean): readonly string[] {
  const { kind, previousUrl } = told;
  const claimAs = (lesser: ChangeKind, url = told.url): string => claimOf({ ...told, kind: lesser, url });
  if (kind === 'localised') return [claimAs('new')];
  if (kind === 'new') return [claimAs('localised')];
  if (kind !== 'moved') return [];
  const left = previousUrl === null || isGone(told) ? [] : [claimAs('removed', previousUrl)];
  return [claimAs('new'), claimAs('localised'), ...left];
}
