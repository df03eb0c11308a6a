import { z } from 'zod';
import { certificateHeader } from '../../model/resource.js';
import { defineRule, tuning } from '../define.js';
import { hostOf, ofHost, remark } from '../judgement.js';
import { answerOf } from '../marks/statuses.js';

const day = 86_400_000;

export const certificateExpiring = defineRule({
  id: 'certificate-expiring',
  summary: 'The certificate of the host is about to expire.',
  options: tuning.extend({
    days: z.int().min(1).default(21).describe('days before the end from which on to warn'),
  }),
  judge: (subject, options) => {
    const expires = Date.parse(answerOf(subject)?.headers[certificateHeader] ?? '');
    const asked = subject.end?.attempts.at(-1)?.at;
    if (Number.isNaN(expires) || asked === undefined || subject.hops.length > 0) return null;
    const left = Math.floor((expires - asked) / day);
    if (left >= options.days) return null;
    const host = hostOf(subject.destination);
    return ofHost(
      remark(
        'warning',
        `The certificate of ${host} expires in ${left} ${left === 1 ? 'day' : 'days'}. After that, nothing on it opens without a warning.`,
        `${host} の証明書の有効期限まで残り ${left} 日です。期限が過ぎると、このサイトでは警告が表示されます。`,
        { host, expires: new Date(expires).toISOString() },
      ),
    );
  },
});
