import { isShortage, noIPv6, noResolver, noRoute } from '../../kit/shortage.js';
import type { Text } from '../../model/text.js';
import { defineWithheldRule } from '../define-withheld.js';

const shortage: Text = {
  en: 'The machine that checks had no file or memory left to open another connection. Fewer at a time (--concurrency) need less.',
  ja: '確認を行うコンピューターで、接続に必要なファイルやメモリが不足しました。同時接続数 (--concurrency) を減らすと改善します。',
};

const outage: Text = {
  en: 'The machine that checks could look up no host names at that time.',
  ja: 'このとき、確認を行うコンピューターではホスト名を調べられない状態が続いていました。',
};

const cutOff: Text = {
  en: 'The machine that checks had no way to the network of this host at that time.',
  ja: 'このとき、確認を行うコンピューターからこのホストのネットワークへの経路がありませんでした。',
};

const onlyIPv6: Text = {
  en: 'This host has addresses of IPv6 only, and the machine that checks has no IPv6.',
  ja: 'このホストのアドレスは IPv6 のみですが、確認を行うコンピューターでは IPv6 を利用できません。',
};

export const limit = defineWithheldRule('limit', {
  summary: 'A limit of the run was reached first.',
  label: { en: 'limit', ja: '上限' },
  reason: {
    en: 'A limit of this run was reached before this address was asked for.',
    ja: 'このアドレスを確認する前に、巡回の上限に達しました。',
  },
  insteadFor: (detail) => {
    if (detail === noResolver) return { level: 'info', reason: outage };
    if (detail === noRoute) return { level: 'info', reason: cutOff };
    if (detail === noIPv6) return { level: 'info', reason: onlyIPv6 };
    return isShortage(detail) ? { level: 'info', reason: shortage } : null;
  },
});
