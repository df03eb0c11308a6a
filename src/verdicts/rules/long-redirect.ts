import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { redirected } from '../judgement.js';
import { welcomeOf } from '../marks/statuses.js';

export const longRedirect = defineRule({
  id: 'long-redirect',
  summary: 'A chain of redirects worth shortening.',
  options: tuning.extend({
    hops: z.int().min(2).default(3).describe('redirects in a row from which on a chain is long'),
  }),
  yieldsTo: ['sign-in', 'soft-404', 'dead-short-link', 'blocked'],
  judge: (subject, options) => {
    const { hops, destination } = subject;
    if (hops.length < options.hops || welcomeOf(subject) === null) return null;
    return redirected(
      'info',
      `It takes ${hops.length} redirects to arrive. Link to the last address instead.`,
      `到達までに ${hops.length} 回リダイレクトされます。最終的なアドレスに直接リンクしてください。`,
      { hops: hops.length, destination },
    );
  },
});
