import { defineWithheldRule } from '../define-withheld.js';

export const privateAddress = defineWithheldRule('private', {
  summary: 'A public page or a file leads into a private network.',
  label: { en: 'private', ja: '非公開' },
  reason: {
    en: 'A public page or a file leads to an address inside a private network, so it was not requested. --allow-private has such addresses checked.',
    ja: '公開ページまたはファイルから社内ネットワークなどの非公開アドレスへのリンクであるため、要求していません。確認するには --allow-private を指定してください。',
  },
});
