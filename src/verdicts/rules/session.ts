import { defineWithheldRule } from '../define-withheld.js';

export const session = defineWithheldRule('session', {
  summary: 'The session had ended.',
  label: { en: 'session', ja: 'セッション' },
  reason: {
    en: 'The sign-in session ended during the run, so what came after could not be checked.',
    ja: '巡回中にサインインのセッションが切れたため、以降のアドレスを確認できませんでした。',
  },
  insteadFor: (detail) =>
    detail !== 'canary'
      ? null
      : {
          level: 'info',
          reason: {
            en: 'The page that tells whether we are signed in (the canary) did not once show its text. The credentials are of no use any more, or it is not the right text. So this address could not be checked.',
            ja: 'サインイン状態を確かめるページ（canary）に、目印の文字列が一度も現れませんでした。認証情報が無効か、文字列の設定が誤っているため、確認できませんでした。',
          },
        },
});
