import { defineRule, tuning } from '../define.js';
import { broken, hostOf, notChecked } from '../judgement.js';
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
    /UNABLE_TO_GET|UNTRUSTED|ISSUER/i,
    { en: 'comes from nobody we trust, or its chain is incomplete', ja: '信頼できる発行元に到達できません' },
  ],
];

/** What keeps us out, but perhaps no browser: many look for certificates that a server left out, and all speak HTTP/2. */
const uncertain: readonly (readonly [RegExp, (host: string) => Text])[] = [
  [
    /UNABLE_TO_VERIFY/i,
    (host) => ({
      en: `The server ${host} does not send the certificates that its own rests on. Browsers that find them elsewhere open this; others warn.`,
      ja: `サーバー ${host} は中間証明書を送信していません。ブラウザーが補える場合は開けますが、そうでない場合は警告が表示されます。`,
    }),
  ],
  [
    /NO_APPLICATION_PROTOCOL/i,
    (host) => ({
      en: `The server ${host} speaks nothing but HTTP/2, which only browsers do. They can probably open this.`,
      ja: `サーバー ${host} は HTTP/2 にしか対応していないため、確認できません。ブラウザーでは開ける可能性があります。`,
    }),
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
    const unsure = uncertain.find(([words]) => words.test(failure.detail))?.[1](host);
    if (unsure !== undefined) return notChecked('warning', unsure.en, unsure.ja, { host });
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
