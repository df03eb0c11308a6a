import { defineWithheldRule } from '../define-withheld.js';

export const session = defineWithheldRule('session', {
  summary: 'The session had ended.',
  label: { en: 'session', ja: 'セッション' },
  reason: {
    en: 'The sign-in session ended during the run, so what came after could not be checked.',
    ja: '巡回中にサインインのセッションが切れたため、以降のアドレスを確認できませんでした。',
  },
});
