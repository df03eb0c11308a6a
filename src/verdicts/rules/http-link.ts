import { defineRule, tuning } from '../define.js';
import { redirected } from '../judgement.js';
import { welcomeOf } from '../marks/statuses.js';

export const httpLink = defineRule({
  id: 'http-link',
  summary: 'A link says http: where https: is what opens.',
  options: tuning,
  yieldsTo: ['sign-in', 'soft-404', 'dead-short-link', 'blocked'],
  judge: (subject) => {
    const { resource, hops, destination } = subject;
    if (hops.length === 0 || welcomeOf(subject) === null) return null;
    const safe = resource.url.replace(/^http:/, 'https:');
    const next = hops[1]?.url ?? destination;
    if (safe === resource.url || next !== safe) return null;
    return redirected(
      'info',
      'The link starts with "http:" and the site answers at "https:". Write "https:" in the link.',
      'リンクが「http:」で始まっていますが、サイトは「https:」で応答します。リンクを「https:」に変更してください。',
      { better: safe },
    );
  },
});
