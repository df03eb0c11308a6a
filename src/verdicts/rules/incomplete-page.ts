import { z } from 'zod';
import type { Fetched } from '../../model/resource.js';
import type { Judgement, Observation } from '../../model/verdict.js';
import { defineRule, tuning } from '../define.js';
import { broken, notChecked, remark } from '../judgement.js';
import { welcomeOf } from '../marks/statuses.js';

export const incompletePage = defineRule({
  id: 'incomplete-page',
  summary: 'A page that breaks off, cannot be decompressed, is too large, or lacks the mark that ends it.',
  label: { en: 'cut off', ja: '途切れ' },
  options: tuning,
  signal: z.literal('no-end-mark'),
  yieldsTo: ['sign-in', 'damaged-document'],
  observe: (observation) => (lacksEndMark(observation) ? 'no-end-mark' : null),
  judge: (subject) => {
    const answer = welcomeOf(subject);
    if (answer === null) return null;
    if (answer.flaw !== null) return byFlaw(answer.flaw, answer);
    return subject.signal === null
      ? null
      : notChecked(
          'warning',
          'The portal did not finish this page: the mark that ends its pages is missing.',
          'ページが最後まで生成されていません。ポータルのページの末尾に付くはずの目印がありません。',
        );
  },
});

function byFlaw(flaw: NonNullable<Fetched['flaw']>, { length, bytes }: Fetched): Judgement {
  switch (flaw) {
    case 'cut':
      return broken('The answer breaks off before its end.', '応答が途中で途切れています。', {
        declared: length,
        received: bytes,
      });
    case 'undecodable':
      return broken(
        'The answer cannot be decompressed. Browsers show an error instead of the page.',
        '応答の圧縮を展開できません。ブラウザーにはエラーが表示されます。',
      );
    case 'too-large':
      return remark(
        'warning',
        'The page is larger than the limit, so only its beginning was read. Links further down were not checked.',
        'ページが上限より大きいため、先頭部分だけを読み取りました。それ以降のリンクは確認していません。',
        { received: bytes },
      );
  }
}

/**
 * Power Pages put a mark at the end of every whole page. A page that was cut off before has no `</html>` either, or only a time
 * stamp after it.
 */
function lacksEndMark({ page, answer, markup }: Observation): boolean {
  if (page === null || answer.status !== 200 || markup === '') return false;
  const end = markup.slice(-300);
  if (end.includes('<!-- Page OK -->')) return false;
  if (/<\/html\s*>/i.test(end) && !end.includes('<!-- Generated at')) return false;
  return markup.includes('data-sitemap-state');
}
