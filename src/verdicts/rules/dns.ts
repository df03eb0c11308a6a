import { defineRule, tuning } from '../define.js';
import { broken, hostOf } from '../judgement.js';
import { failureOf } from '../marks/failures.js';

export const dns = defineRule({
  id: 'dns',
  summary: 'The host has no address.',
  label: { en: 'no host', ja: 'ホストなし' },
  options: tuning,
  yieldsTo: ['malformed-link'],
  judge: (subject) => {
    if (failureOf(subject, 'dns') === null) return null;
    const host = hostOf(subject.destination);
    return broken(
      `The host ${host} cannot be found. It may have been retired, or its name is misspelt.`,
      `ホスト ${host} が見つかりません。廃止されたか、名前に誤りがある可能性があります。`,
      { host },
    );
  },
});
