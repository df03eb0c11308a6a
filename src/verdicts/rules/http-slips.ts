import { slipsHeader } from '../../model/resource.js';
import { defineRule, tuning } from '../define.js';
import { hostOf, ofHost, remark } from '../judgement.js';
import { answerOf } from '../marks/statuses.js';

export const httpSlips = defineRule({
  id: 'http-slips',
  summary: 'What the host sends breaks the rules of HTTP in ways that browsers forgive.',
  options: tuning,
  judge: (subject) => {
    const slips = answerOf(subject)?.headers[slipsHeader];
    if (slips === undefined || subject.hops.length > 0) return null;
    const host = hostOf(subject.destination);
    return ofHost(
      remark(
        'info',
        `What ${host} sends breaks the rules of HTTP. Browsers forgive that; a proxy or a security gateway may not.`,
        `${host} からの応答は HTTP の規則に反しています。ブラウザーでは開けますが、プロキシやセキュリティ ゲートウェイで拒否されることがあります。`,
        { host, slips },
      ),
    );
  },
});
