import { defineWithheldRule } from '../define-withheld.js';

export const privateAddress = defineWithheldRule('private', {
  summary: 'A public page leads into a private network.',
  label: { en: 'private', ja: '非公開' },
  reason: {
    en: 'A public page leads to an address inside a private network, so it was not requested.',
    ja: '公開ページから社内ネットワークなどの非公開アドレスへのリンクであるため、要求していません。',
  },
});
