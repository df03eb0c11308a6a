import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { answerOf, isFollowed } from '../marks/statuses.js';

export const lostRedirect = defineRule({
  id: 'lost-redirect',
  summary: 'A redirect that does not say where to.',
  label: { en: 'no target', ja: '転送先なし' },
  options: tuning,
  judge: (subject) => {
    const answer = answerOf(subject);
    if (answer === null || !isFollowed(answer.status) || answer.location !== null) return null;
    return broken(
      `The server redirects (${answer.status}) but does not say where to.`,
      `サーバーはリダイレクト（${answer.status}）を返しましたが、移動先を示していません。`,
    );
  },
});
