import { groupBy } from '../../kit/collections/group-by.js';
import type { ChangeKind } from '../../model/change.js';
import { evidence } from '../intake/content.js';
import { draft, type ChangeDraft } from './draft.js';
import type { Alignment } from './align.js';
import type { Breakage, Repair } from './differences.js';

/**
 * What broke and what was repaired: a host that is down, or is back, is one change with a count. What was told as broken before its
 * host was down is told as repaired by itself, too. That a host is back says no more than that it answers: what opens there may not be
 * known yet.
 */
export function findOutages({
  pastOf,
  after,
  broken,
  repaired,
  wentDown,
  cameBack,
  brokeAlone,
}: Alignment): readonly ChangeDraft[] {
  const ofBroken = (one: Breakage): ChangeDraft =>
    draft({
      kind: 'broke',
      // What does not open shows a page that is not its own.
      subject: one.before < 0 ? after.traitsOf(one.after).subject : pastOf(one.before).subject,
      before: one.before,
      after: one.after,
      reason: one.reason,
      evidence: one.before < 0 ? [evidence('links', null, 'linked')] : [evidence('state', 'opens', 'broken')],
    });
  const ofRepaired = (one: Repair): ChangeDraft =>
    draft({
      kind: 'fixed',
      subject: after.traitsOf(one.after).subject,
      before: one.before,
      after: one.after,
      evidence: [evidence('state', 'broken', 'opens')],
    });
  const isTold = ({ subject, after: row }: ChangeDraft): boolean =>
    subject === 'host' || after.traitsOf(row).state === 'opens';
  return [
    ...byHost(broken, 'broke', wentDown, ofBroken),
    ...[
      ...byHost(
        repaired.filter(({ before }) => !brokeAlone.has(before)),
        'fixed',
        cameBack,
        ofRepaired,
      ),
      ...repaired.filter(({ before }) => brokeAlone.has(before)).map(ofRepaired),
    ].filter(isTold),
  ];
}

function byHost<One extends { readonly origin: string }>(
  all: readonly One[],
  kind: ChangeKind,
  isWhole: (origin: string) => boolean,
  describe: (one: One) => ChangeDraft,
): readonly ChangeDraft[] {
  return [...groupBy(all, ({ origin }) => origin)].flatMap(([origin, group]) => {
    const [first] = group;
    if (first === undefined || group.length === 1 || !isWhole(origin)) return group.map(describe);
    const [from, to] = kind === 'broke' ? (['opens', 'broken'] as const) : (['broken', 'opens'] as const);
    const found = describe(first);
    return [
      {
        ...found,
        subject: 'host' as const,
        url: `${origin}/`,
        affected: group.length,
        evidence: [evidence('state', from, to)],
      },
    ];
  });
}
