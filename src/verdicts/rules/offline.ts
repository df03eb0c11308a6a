import { isOutage, noRoute } from '../../kit/trouble/shortage.js';
import type { Text } from '../../model/text.js';
import { defineWithheldRule } from '../define-withheld.js';

const cutOff: Text = {
  en: 'The machine that checks had no way to the network of this host at that time.',
  ja: 'このとき、確認を行うコンピューターからこのホストのネットワークへの経路がありませんでした。',
};

export const offline = defineWithheldRule('limit', {
  id: 'offline',
  summary: 'The machine that checks was cut off from the network.',
  label: { en: 'offline', ja: 'オフライン' },
  reason: {
    en: 'The machine that checks could look up no host names at that time.',
    ja: 'このとき、確認を行うコンピューターではホスト名を調べられない状態が続いていました。',
  },
  insteadFor: (detail) => (detail === noRoute ? { level: 'info', reason: cutOff } : null),
  appliesTo: isOutage,
});
