import { defineRule, tuning } from '../define.js';
import { hostOf, notChecked } from '../judgement.js';
import { answeredWith } from '../marks/statuses.js';

export const forbidden = defineRule({
  id: 'forbidden',
  summary: 'The server refuses to show it and does not say to whom it would (403).',
  options: tuning,
  yieldsTo: ['sign-in', 'blocked', 'dead-short-link'],
  judge: (subject) => {
    if (answeredWith(subject, 403) === null) return null;
    const host = hostOf(subject.destination);
    return notChecked(
      'warning',
      `The server ${host} refuses to show this (403) and does not say why. Others may be able to open it.`,
      `サーバー ${host} が理由を示さずに表示を拒否しました（403）。他の利用者は開ける可能性があります。`,
      { host },
    );
  },
});
