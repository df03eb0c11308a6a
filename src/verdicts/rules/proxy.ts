import { defineRule, tuning } from '../define.js';
import { notChecked } from '../judgement.js';
import { failureOf } from '../marks/failures.js';
import { answeredWith } from '../marks/statuses.js';

export const proxy = defineRule({
  id: 'proxy',
  summary: 'The proxy or network on our own side did not let the request through (407, 511 and failures).',
  label: { en: 'proxy', ja: 'プロキシ' },
  options: tuning,
  judge: (subject) => {
    // What answers is not the server that was asked, but the network on the way to it (RFC 6585 §6).
    if (answeredWith(subject, 511) !== null) {
      return notChecked(
        'warning',
        'The network on this side wants a sign-in before it lets requests through (511), so nothing is known about this address.',
        'こちら側のネットワークがサインインを求めているため（511）、このアドレスの状態は不明です。',
      );
    }
    const detail = answeredWith(subject, 407) === null ? failureOf(subject, 'proxy')?.detail : '407';
    if (detail === undefined) return null;
    return /^\d{3}$/.test(detail)
      ? notChecked(
          'warning',
          `The proxy on this side did not let the request through (${detail}), so nothing is known about this address.`,
          `こちら側のプロキシが要求を通さなかったため（${detail}）、このアドレスの状態は不明です。`,
        )
      : notChecked(
          'warning',
          `The proxy on this side cannot be reached (${detail}), so nothing is known about this address.`,
          `こちら側のプロキシに接続できないため（${detail}）、このアドレスの状態は不明です。`,
        );
  },
});
