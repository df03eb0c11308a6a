import { defineWithheldRule } from '../define-withheld.js';

export const unreached = defineWithheldRule('unreached', {
  summary: 'The run ended first.',
  label: { en: 'unreached', ja: '未到達' },
  reason: {
    en: 'The run ended before this address was asked for.',
    ja: 'このアドレスを確認する前に巡回が終了しました。',
  },
});
