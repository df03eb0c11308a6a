import { defineWithheldRule } from '../define-withheld.js';

export const external = defineWithheldRule('external', {
  summary: 'It lies outside, and links that lead out are not checked.',
  label: { en: 'external', ja: '外部' },
  reason: {
    en: 'This address lies outside the portal, and the configuration says not to check such links.',
    ja: 'ポータル外のアドレスです。設定により、外部リンクは確認していません。',
  },
});
