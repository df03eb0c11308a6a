import { refusesWhoAsks } from '../../kit/trouble/refusing-statuses.js';
import { defineRule, tuning } from '../define.js';
import { remark } from '../judgement.js';
import { welcomeOf } from '../marks/statuses.js';
import type { Attempt } from '../../model/resource.js';

export const flaky = defineRule({
  id: 'flaky',
  summary: 'It failed first and opened later.',
  options: tuning,
  // Any connection is bad for a moment now and then.
  nightsUntilNews: 2,
  yieldsTo: ['soft-404', 'sign-in', 'blocked', 'maintenance', 'error-page'],
  judge: (subject) => {
    const { attempts } = subject.resource;
    const last = attempts.at(-1);
    if (last === undefined || attempts.length < 2 || welcomeOf(subject) === null) return null;
    // A HEAD that fails says nothing of the GET that opens: some servers lie about HEAD.
    const failures = attempts.filter((attempt) => attempt.method === last.method && isFailure(attempt));
    if (failures.length === 0) return null;
    return remark(
      'warning',
      `It opened only at the ${ordinal(attempts.length)} try. Partners may see it fail now and then.`,
      `${attempts.length} 回目の試行でようやく開きました。ときどき開けないことがある可能性があります。`,
      { failures: failures.map(({ result }) => result) },
    );
  },
});

function isFailure({ result, throttled }: Attempt): boolean {
  // A name server that gives no answer now and then is not the host: other resolvers remember its answers. Nor is our own proxy.
  if (throttled === true || result === 'dns' || result === 'proxy') return false;
  return typeof result === 'string' || (result >= 400 && !refusesWhoAsks(result));
}

function ordinal(count: number): string {
  return ['first', 'second', 'third'][count - 1] ?? `${count}th`;
}
