import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';

export const tooManyRedirects = defineRule({
  id: 'too-many-redirects',
  summary: 'More redirects in a row than allowed.',
  label: { en: 'redirects', ja: '転送過多' },
  options: tuning,
  yieldsTo: ['sign-in'],
  judge: ({ endless, hops }) =>
    endless !== 'too-many'
      ? null
      : broken(
          `After ${hops.length} redirect${hops.length === 1 ? '' : 's'} there is still no page.`,
          `${hops.length} 回リダイレクトされても、ページに到達できませんでした。`,
        ),
});
