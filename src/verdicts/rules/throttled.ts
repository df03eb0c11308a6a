import { defineRule, tuning } from '../define.js';
import { hostOf, notChecked, ofHost } from '../judgement.js';
import { withheldBy } from '../marks/withholdings.js';
import { answeredWith } from '../marks/statuses.js';

export const throttled = defineRule({
  id: 'throttled',
  summary: 'The host asks us to come back later (429, or 503 with Retry-After).',
  label: { en: 'throttled', ja: 'アクセス制限' },
  options: tuning,
  judge: (subject) => {
    const busy = answeredWith(subject, 503)?.headers['retry-after'] !== undefined;
    if (!busy && answeredWith(subject, 429) === null && withheldBy(subject, 'throttled') === null)
      return null;
    const host = hostOf(subject.destination);
    return ofHost(
      notChecked(
        'warning',
        `The server ${host} asked us to come back later and kept asking. Whether this opens is not known.`,
        `サーバー ${host} からアクセスを控えるよう繰り返し求められたため、開けるかどうか確認できていません。`,
        { host },
      ),
    );
  },
});
