import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { broken, notChecked } from '../judgement.js';
import { claimsOf, expectedKind, isHtml, kindOfUrl } from '../marks/document-kinds.js';
import { examine } from '../marks/examination.js';
import { welcomeOf } from '../marks/statuses.js';

export const disguisedDocument = defineRule({
  id: 'disguised-document',
  summary: 'The address of a document answers with a web page.',
  label: { en: 'web page', ja: 'Web ページ' },
  options: tuning,
  signal: z.enum(['html', 'document']),
  yieldsTo: [
    'sign-in',
    'soft-404',
    'blocked',
    'maintenance',
    'error-page',
    'empty-document',
    'dead-short-link',
  ],
  observe: (observation) => {
    const container = examine(observation)?.container ?? null;
    if (container === 'html') return 'html';
    return container !== null && isHtml(observation.answer.contentType) ? 'document' : null;
  },
  judge: (subject) => {
    const answer = welcomeOf(subject);
    if (answer === null) return null;
    const { resource, destination } = subject;
    if (isHtml(answer.contentType)) {
      // A document that is only declared wrongly is no disguise.
      if (subject.signal === 'document') return null;
      const kind = kindOfUrl(resource.url) ?? kindOfUrl(destination);
      if (kind === null) return null;
      return notChecked(
        'warning',
        `A web page comes instead of the ${kind.name.en}: a viewer, a sign-in or a notice. The document itself was not checked.`,
        `${kind.name.ja}の代わりに Web ページ（ビューアー、サインイン、案内など）が表示されます。文書そのものは確認できていません。`,
        { contentType: answer.contentType },
      );
    }
    const kind = expectedKind(claimsOf(destination, answer)) ?? kindOfUrl(resource.url);
    if (subject.signal === null || kind === null) return null;
    return broken(
      `The server says this is ${withArticle(kind.name.en)}, but sends a web page. The download will not open.`,
      `サーバーは「${kind.name.ja}」と宣言していますが、実際には Web ページが送られてきます。ダウンロードしても開けません。`,
      { contentType: answer.contentType },
    );
  },
});

function withArticle(name: string): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}
