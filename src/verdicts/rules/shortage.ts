import { isShortage } from '../../kit/trouble/shortage.js';
import { defineWithheldRule } from '../define-withheld.js';

export const shortage = defineWithheldRule('limit', {
  id: 'shortage',
  summary: 'The machine that checks had no file or memory left.',
  label: { en: 'shortage', ja: '資源不足' },
  reason: {
    en: 'The machine that checks had no file or memory left to open another connection. Fewer at a time (--concurrency) need less.',
    ja: '確認を行うコンピューターで、接続に必要なファイルやメモリが不足しました。同時接続数（--concurrency）を減らすと改善します。',
  },
  appliesTo: isShortage,
});
