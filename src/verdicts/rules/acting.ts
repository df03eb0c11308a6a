import { defineWithheldRule } from '../define-withheld.js';

export const acting = defineWithheldRule('acting', {
  summary: 'Requesting it would do something, such as sign out.',
  label: { en: 'action', ja: '操作' },
  reason: {
    en: 'Opening this address would do something, such as signing out, so it was not requested.',
    ja: 'このアドレスを開くとサインアウトなどの操作が実行されるため、要求していません。',
  },
});
