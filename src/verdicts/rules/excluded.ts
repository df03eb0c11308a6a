import { defineWithheldRule } from '../define-withheld.js';

export const excluded = defineWithheldRule('excluded', {
  summary: 'The configuration excludes it.',
  label: { en: 'excluded', ja: '対象外' },
  reason: {
    en: 'The configuration excludes this address, so it was not checked.',
    ja: '設定で対象外に指定されているため、確認していません。',
  },
});
