import { defineRule, tuning } from '../define.js';
import { broken, hostOf, ofHost } from '../judgement.js';
import { failureOf } from '../marks/failures.js';

export const connection = defineRule({
  id: 'connection',
  summary: 'No connection, or it broke before the answer was there.',
  label: { en: 'no answer', ja: '接続不可' },
  options: tuning,
  judge: (subject) => {
    const failure = failureOf(subject, 'connection');
    if (failure === null) return null;
    const host = hostOf(subject.destination);
    return /REFUSED/i.test(failure.detail)
      ? ofHost(
          broken(`The server ${host} refuses connections.`, `サーバー ${host} が接続を拒否しました。`, {
            host,
          }),
        )
      : broken(
          `The connection to ${host} failed before the answer was there.`,
          `${host} との接続が、応答を受け取る前に切断されました。`,
          { host },
        );
  },
});
