import type { Tally } from '../../../model/report.js';
import type { Speech } from '../../wording/speech.js';

/** Whether the figures of a run can be compared with those of others: it saw everything. */
export function isCounted({ complete, unreachable }: Tally): boolean {
  return complete && unreachable === 0;
}

/** When a run was and its figures, in one line. */
export function describeTally(tally: Tally, { say, time, count }: Speech): string {
  const { start, byVerdict } = tally;
  const figures = (['broken', 'not-checked'] as const).map(
    (state) => `${say(state)} ${count(byVerdict[state])}`,
  );
  const doubts = isCounted(tally) ? [] : [say('trendGap')];
  return `${time(start)}: ${[...figures, ...doubts].join(say('listJoin'))}`;
}
