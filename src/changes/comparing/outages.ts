import { groupBy } from '../../kit/collections/group-by.js';
import type { ChangeEvidence } from '../../model/change.js';
import { evidence } from '../intake/content.js';
import { draft, type ChangeDraft } from './draft.js';
import type { Alignment } from './align.js';
import type { Breakage, Repair } from './differences.js';

/**
 * What broke and what was repaired: a host that is down, or is back, is one change with a count. What was told as broken before
 * its host was down is told as repaired by itself, too. That a host is back says no more than that it answers: what opens there
 * may not be known yet.
 */
export function findOutages(found: Alignment): readonly ChangeDraft[] {
  const { after, broken, repaired, wentDown, cameBack, brokeAlone } = found;
  const isAlone = ({ before }: Repair): boolean => brokeAlone.has(before);
  const ofRepair = (one: Repair): ChangeDraft => draftRepair(one, found);
  const fixed = [
    ...byHost(
      repaired.filter((one) => !isAlone(one)),
      cameBack,
      opensAgain,
      ofRepair,
    ),
    ...repaired.filter(isAlone).map(ofRepair),
  ];
  const isTold = ({ subject, after: row }: ChangeDraft): boolean =>
    subject === 'host' || after.traitsOf(row).state === 'opens';
  return [
    ...byHost(broken, wentDown, opensNoMore, (one) => draftBreakage(one, found)),
    ...fixed.filter(isTold),
  ];
}

const opensNoMore = evidence('state', 'opens', 'broken');
const opensAgain = evidence('state', 'broken', 'opens');

function draftBreakage({ before, after: row, reason }: Breakage, { after, pastOf }: Alignment): ChangeDraft {
  const isKnown = before >= 0;
  return draft({
    kind: 'broke',
    // What does not open shows a page that is not its own.
    subject: isKnown ? pastOf(before).subject : after.traitsOf(row).subject,
    before,
    after: row,
    reason,
    evidence: [isKnown ? opensNoMore : evidence('links', null, 'linked')],
  });
}

function draftRepair({ before, after: row }: Repair, { after }: Alignment): ChangeDraft {
  const { subject } = after.traitsOf(row);
  return draft({ kind: 'fixed', subject, before, after: row, evidence: [opensAgain] });
}

/** One change for each; for all of a host together where that `isWhole`, with what then tells of it. */
function byHost<One extends { readonly origin: string }>(
  all: readonly One[],
  isWhole: (origin: string) => boolean,
  told: ChangeEvidence,
  describe: (one: One) => ChangeDraft,
): readonly ChangeDraft[] {
  return [...groupBy(all, ({ origin }) => origin)].flatMap(([origin, group]) => {
    const [first] = group;
    if (first === undefined || group.length === 1 || !isWhole(origin)) return group.map(describe);
    const url = `${origin}/`;
    return [{ ...describe(first), subject: 'host' as const, url, affected: group.length, evidence: [told] }];
  });
}
