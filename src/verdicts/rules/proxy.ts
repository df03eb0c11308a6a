import { defineRule, tuning } from '../define.js';
import { notChecked } from '../judgement.js';
import { failureOf } from '../marks/failures.js';
import { answeredWith } from '../marks/statuses.js';

export const proxy = defineRule({
  id: 'proxy',
  summary: 'The proxy on our own side did not let the request through (407 and failures).',
  label: { en: 'proxy', ja: 'プロキシ' },
  options: tuning,
  judge: (subject) =>
    failureOf(subject, 'proxy') === null && answeredWith(subject, 407) === null
      ? null
      : notChecked(
          'warning',
          'The proxy on this side did not let the request through, so nothing is known about this address.',
          'こちら側のプロキシが要求を通さなかったため、このアドレスの状態は不明です。',
        ),
});
