import { defineWithheldRule } from '../define-withheld.js';

export const session = defineWithheldRule('session', 'The session had ended.', {
  en: 'The sign-in session ended during the run, so what came after could not be checked.',
  ja: '実行中にサインインのセッションが切れたため、以降のアドレスを確認できませんでした。',
});
