import { defineRule, tuning } from '../define.js';
import { broken, hostOf } from '../judgement.js';
import { answeredWith } from '../marks/statuses.js';

export const serverError = defineRule({
  id: 'server-error',
  summary: 'The server fails (500 and above).',
  options: tuning,
  yieldsTo: ['throttled', 'blocked', 'maintenance', 'proxy', 'sign-in'],
  judge: (subject) => {
    const answer = answeredWith(subject, 500, 998);
    if (answer === null) return null;
    const { status } = answer;
    // Browsers show a page of their own for an empty body: those are the words a partner reports.
    return answer.bytes === 0
      ? broken(
          `The server fails (${status}) and sends an empty page. A browser shows its own words instead: "HTTP ERROR ${status}".`,
          `サーバー側でエラー（${status}）が発生し、空のページが返されました。ブラウザーには「HTTP ERROR ${status}」と表示されます。`,
          { emptyBody: true },
        )
      : broken(
          `The server ${hostOf(subject.destination)} fails (${status}).`,
          `サーバー ${hostOf(subject.destination)} でエラーが発生しました（${status}）。`,
        );
  },
});
