import { defineRule, tuning } from '../define.js';
import { broken, hostOf } from '../judgement.js';
import { failureOf } from '../marks/failures.js';

export const timeout = defineRule({
  id: 'timeout',
  summary: 'The answer took too long.',
  label: { en: 'timeout', ja: '時間切れ' },
  options: tuning,
  judge: (subject) => {
    if (failureOf(subject, 'timeout') === null) return null;
    const host = hostOf(subject.destination);
    return broken(
      `The server ${host} did not answer in time.`,
      `サーバー ${host} から時間内に応答がありませんでした。`,
      { host },
    );
  },
});
