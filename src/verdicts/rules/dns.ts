import { defineRule, tuning } from '../define.js';
import { broken, hostOf } from '../judgement.js';
import { failureOf } from '../marks/failures.js';

/** Codes of lookups that got no answer, so the host may exist (RFC 3493 §6.1; the last code is ours). */
const unanswered: ReadonlySet<string> = new Set(['EAI_AGAIN', 'EAI_FAIL', 'ETIMEOUT']);

export const dns = defineRule({
  id: 'dns',
  summary: 'The host has no address.',
  label: { en: 'no host', ja: 'ホストなし' },
  options: tuning,
  yieldsTo: ['malformed-link'],
  judge: (subject) => {
    const failure = failureOf(subject, 'dns');
    if (failure === null) return null;
    const host = hostOf(subject.destination);
    if (unanswered.has(failure.detail)) {
      return broken(
        `The address of ${host} cannot be looked up: its name servers do not answer, or they fail.`,
        `ホスト ${host} のアドレスを調べられません。ネームサーバーが応答しないか、エラーを返しています。`,
        { host },
      );
    }
    return broken(
      `The host ${host} cannot be found. It may have been retired, or its name is misspelt.`,
      `ホスト ${host} が見つかりません。廃止されたか、名前に誤りがある可能性があります。`,
      { host },
    );
  },
});
