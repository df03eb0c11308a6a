import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { answeredWith } from '../marks/statuses.js';

export const gone = defineRule({
  id: 'gone',
  summary: 'The server says it was removed for good (410).',
  options: tuning,
  yieldsTo: ['malformed-link'],
  judge: (subject) =>
    answeredWith(subject, 410) === null
      ? null
      : broken(
          'The server says that this was removed for good (410).',
          'サーバーは「このコンテンツは完全に削除されました」（410）と応答しました。',
        ),
});
