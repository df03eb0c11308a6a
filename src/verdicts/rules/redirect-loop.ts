import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';

export const redirectLoop = defineRule({
  id: 'redirect-loop',
  summary: 'The redirects lead back to where they started.',
  label: { en: 'loop', ja: '循環' },
  options: tuning,
  // A sign-in whose cookies are missing often redirects in circles.
  yieldsTo: ['sign-in'],
  judge: ({ endless, hops }) =>
    endless !== 'loop'
      ? null
      : broken(
          hops.length === 1
            ? 'The address redirects to itself and never arrives.'
            : `The address redirects in a circle of ${hops.length} and never arrives.`,
          `リダイレクトが循環しており（${hops.length} 回）、ページに到達できません。`,
        ),
});
