import type { Judgement } from '../../model/verdict.js';
import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { answerOf, isFollowed } from '../marks/statuses.js';

/** Schemes to which no browser follows a redirect, unlike those of apps and mail. */
const impassable = /^(file|javascript|data|about|blob):/i;

export const lostRedirect = defineRule({
  id: 'lost-redirect',
  summary: 'A redirect that does not say where to, or leads where no browser follows.',
  label: { en: 'no target', ja: '転送先なし' },
  options: tuning,
  judge: (subject) => {
    if (subject.endless === 'unknown') return byDestination(subject.destination);
    const answer = answerOf(subject);
    if (answer === null || !isFollowed(answer.status) || answer.location !== null) return null;
    return broken(
      `The server redirects (${answer.status}) but does not say where to.`,
      `サーバーはリダイレクト（${answer.status}）を返しましたが、移動先を示していません。`,
    );
  },
});

function byDestination(destination: string): Judgement | null {
  const scheme = impassable.exec(destination)?.[1]?.toLowerCase();
  if (scheme === undefined) return null;
  return broken(
    `The server redirects to a "${scheme}:" address. No browser follows there from a web page.`,
    `サーバーが "${scheme}:" のアドレスにリダイレクトしています。ブラウザーはその移動先を開きません。`,
    { destination },
  );
}
