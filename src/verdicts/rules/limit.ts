import { isOutage, isShortage, noIPv6 } from '../../kit/trouble/shortage.js';
import { defineWithheldRule } from '../define-withheld.js';

export const limit = defineWithheldRule('limit', {
  summary: 'A limit of the run was reached first.',
  label: { en: 'limit', ja: '上限' },
  reason: {
    en: 'A limit of this run was reached before this address was asked for.',
    ja: 'このアドレスを確認する前に、巡回の上限に達しました。',
  },
  // Those have rules of their own.
  appliesTo: (detail) => !isShortage(detail) && !isOutage(detail) && detail !== noIPv6,
});
