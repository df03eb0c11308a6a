import { fingerprint } from '../kit/fingerprints/fingerprint.js';
import type { Change, ChangeEvidence } from '../model/change.js';
import type { Report } from '../model/report.js';
import type { Text } from '../model/text.js';
import { evidence } from './intake/content.js';
import { reasonOf } from './describing/reasons.js';
import { taskReasons } from './tasks.js';

/**
 * The opposite of a change, as a later run saw it: `broke` and `fixed`, `removed` and `new`; what moved has moved back, or is
 * nowhere if it is unlinked.
 */
export function undo(change: Change, run: Pick<Report['run'], 'id' | 'start'>, isUnlinked: boolean): Change {
  const { kind, reason, evidence: seen } = reverse(change, isUnlinked);
  const { url, previousUrl } = change;
  const isBack = kind === 'moved' && previousUrl !== null;
  return {
    ...change,
    url: isBack ? previousUrl : url,
    previousUrl: isBack ? url : null,
    id: fingerprint(`${kind} after ${change.id} ${run.id}`),
    kind,
    date: run.start,
    reason,
    evidence: [seen],
  };
}

interface Reversed {
  readonly kind: Change['kind'];
  readonly reason: Text;
  readonly evidence: ChangeEvidence;
}

const linkedAgain: Text = { en: 'It is linked again.', ja: '再びリンクされるようになりました。' };
const movedBack: Text = { en: 'It is at its former address again.', ja: '元のアドレスに戻りました。' };

function reverse(change: Change, isUnlinked: boolean): Reversed {
  const { kind } = change;
  const linked = evidence('links', null, 'linked');
  if (kind === 'removed') return { kind: 'new', reason: linkedAgain, evidence: linked };
  if (kind === 'moved' && !isUnlinked) return { kind, reason: movedBack, evidence: linked };
  if (kind === 'broke' || kind === 'fixed') return reverseOutage(change, isUnlinked);
  const unlinked = evidence('links', 'linked', null);
  return {
    kind: 'removed',
    reason: reasonOf({ ...change, kind: 'removed', evidence: [unlinked] }),
    evidence: unlinked,
  };
}

function reverseOutage(change: Change, isUnlinked: boolean): Reversed {
  const { kind, subject } = change;
  const opposite = kind === 'broke' ? 'fixed' : 'broke';
  const [before, after] =
    opposite === 'fixed' ? (['broken', 'opens'] as const) : (['opens', 'broken'] as const);
  const seen = isUnlinked
    ? evidence('links', 'linked', null)
    : evidence(subject === 'task' ? 'task' : 'state', before, after);
  const reason =
    subject === 'task' ? taskReasons[opposite] : reasonOf({ ...change, kind: opposite, evidence: [seen] });
  return { kind: opposite, reason, evidence: seen };
}
