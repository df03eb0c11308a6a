import { defineRule, tuning } from '../define.js';
import { broken, hostOf } from '../judgement.js';
import { failureOf } from '../marks/failures.js';
import type { Text } from '../../model/text.js';

/** What the error codes of OpenSSL and Node mean. */
const meanings: readonly (readonly [RegExp, Text])[] = [
  [/EXPIRED/i, { en: 'has expired', ja: '有効期限が切れています' }],
  [/NOT_YET_VALID/i, { en: 'is not valid yet', ja: 'まだ有効期間に入っていません' }],
  [/ALTNAME|HOSTNAME/i, { en: 'is made out to another host', ja: '別のホスト名に対して発行されています' }],
  [/SELF_SIGNED/i, { en: 'is signed by nobody but itself', ja: '自己署名のため信頼できません' }],
  [/REVOKED/i, { en: 'was revoked', ja: '失効しています' }],
  [
    /UNABLE_TO_(GET|VERIFY)|UNTRUSTED|ISSUER/i,
    { en: 'comes from nobody we trust, or its chain is incomplete', ja: '信頼できる発行元に到達できません' },
  ],
];

export const tls = defineRule({
  id: 'tls',
  summary: 'No safe connection: an expired certificate, a wrong host name, no common protocol.',
  label: { en: 'TLS', ja: 'TLS エラー' },
  options: tuning,
  judge: (subject) => {
    const failure = failureOf(subject, 'tls');
    if (failure === null) return null;
    const host = hostOf(subject.destination);
    const meaning = meanings.find(([words]) => words.test(failure.detail))?.[1];
    return meaning === undefined
      ? broken(`No safe connection to ${host} is possible.`, `${host} との安全な接続を確立できません。`, {
          host,
        })
      : broken(
          `The certificate of ${host} ${meaning.en}. Browsers warn instead of showing the page.`,
          `${host} の証明書は${meaning.ja}。ブラウザーではページの代わりに警告が表示されます。`,
          { host },
        );
  },
});
