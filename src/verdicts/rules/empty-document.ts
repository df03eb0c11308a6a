import { isFileUrl } from '../../kit/urls/file-url.js';
import { defineRule, tuning } from '../define.js';
import { broken, remark } from '../judgement.js';
import { claimsOf, expectedKind, kindOfUrl } from '../marks/document-kinds.js';
import { answeredWith, welcomeOf } from '../marks/statuses.js';
import type { Fetched, Resource } from '../../model/resource.js';

const attachment = /\/_entity\//i;

export const emptyDocument = defineRule({
  id: 'empty-document',
  summary: 'A document of no bytes (204, a length of 0, or "not modified" though nobody asked).',
  label: { en: 'empty', ja: '空' },
  options: tuning,
  yieldsTo: ['sign-in', 'blocked', 'dead-short-link'],
  judge: (subject) => {
    const answer = welcomeOf(subject) ?? answeredWith(subject, 304);
    if (answer === null || subject.end === null || !isEmpty(subject.end, answer)) return null;
    const { resource, destination } = subject;
    const isDocument =
      attachment.test(destination) ||
      kindOfUrl(resource.url) !== null ||
      expectedKind(claimsOf(destination, answer)) !== null;
    if (isDocument) {
      if (isFileUrl(destination)) return broken('The document is empty.', '文書の中身が空です。');
      return broken(
        'The document is empty: the server sends no content at all.',
        '文書が空です。サーバーから内容がまったく送られてきません。',
        { status: answer.status },
      );
    }
    return hasNoContent(answer)
      ? remark(
          'info',
          'The server answers with nothing to show.',
          'サーバーからの応答に表示できる内容がありません。',
          { status: answer.status },
        )
      : null;
  },
});

function isEmpty(end: Resource, answer: Fetched): boolean {
  if (hasNoContent(answer) || answer.length === 0) return true;
  // A HEAD has no body, and a body that was not wanted was not read.
  return answer.length === null && answer.bytes === 0 && end.attempts.at(-1)?.method === 'GET';
}

/** RFC 9110 §15.3.5, §15.3.6 and §15.4.5. A 304 that was asked for has become the answer it stands for. */
function hasNoContent({ status }: Fetched): boolean {
  return status === 204 || status === 205 || status === 304;
}
