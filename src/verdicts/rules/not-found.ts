import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { errorCodeIn } from '../marks/error-codes.js';
import { answeredWith } from '../marks/statuses.js';

/** Attachments of Power Pages answer alike whether they are missing or may not be read by us. */
const guarded = /\/_entity\//i;

export const notFound = defineRule({
  id: 'not-found',
  summary: 'The server says there is nothing at this address (404).',
  options: tuning,
  signal: z.string(),
  yieldsTo: ['malformed-link', 'blocked'],
  observe: ({ answer, body }) => (answer.status === 404 ? errorCodeIn(body.bytes) : null),
  judge: (subject) => {
    const answer = answeredWith(subject, 404);
    if (answer === null) return null;
    const code = subject.signal ?? answer.headers['x-ms-error-code'];
    const evidence = code === undefined ? {} : { code };
    return guarded.test(subject.destination)
      ? broken(
          'The portal says that this file does not exist (404). It gives the same answer when a file is there but may not be seen without signing in.',
          'ポータルは「このファイルは存在しません」（404）と応答しました。サインインしないと閲覧できないファイルの場合も、同じ応答になります。',
          evidence,
        )
      : broken(
          'The server says that there is nothing at this address (404).',
          'サーバーは「このアドレスには何もありません」（404）と応答しました。',
          evidence,
        );
  },
});
