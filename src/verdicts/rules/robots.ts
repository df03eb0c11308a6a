import { defineWithheldRule } from '../define-withheld.js';

export const robots = defineWithheldRule('robots', {
  summary: 'The site asks robots not to visit it.',
  label: { en: 'robots', ja: 'robots' },
  reason: {
    en: 'The site asks programs like this one not to visit this address (robots.txt), so it was not checked.',
    ja: 'サイトの robots.txt により自動アクセスが禁止されているため、確認していません。',
  },
  // As long as a server fails to answer for its robots.txt, nothing else of it is asked for (RFC 9309
  // §2.3.1.4).
  insteadFor: (detail) =>
    !/^5\d\d$/.test(detail)
      ? null
      : {
          level: 'warning',
          reason: {
            en: `The server answered ${detail} when it was asked for its robots.txt, and as long as it cannot say what robots may visit they have to stay away, so this address was not checked.`,
            ja: `robots.txt の要求にサーバーがエラー（${detail}）を返し、自動アクセスの可否がわからないため、確認していません。`,
          },
        },
});
