import { defineWithheldRule } from '../define-withheld.js';

export const unreached = defineWithheldRule('unreached', 'The run ended first.', {
  en: 'The run ended before this address was asked for.',
  ja: 'このアドレスを確認する前に実行が終了しました。',
});
