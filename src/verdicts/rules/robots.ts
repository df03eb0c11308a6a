import { defineWithheldRule } from '../define-withheld.js';

export const robots = defineWithheldRule('robots', {
  summary: 'The site asks robots not to visit it.',
  label: { en: 'robots', ja: 'robots' },
  reason: {
    en: 'The site asks programs like this one not to visit this address (robots.txt), so it was not checked.',
    ja: 'サイトの robots.txt により自動アクセスが禁止されているため、確認していません。',
  },
});
