import { defineRule, tuning } from '../define.js';
import { notChecked } from '../judgement.js';
import { withheldBy } from '../marks/withholdings.js';

export const form = defineRule({
  id: 'form',
  summary: 'Where a form sends what people fill in: forms are never submitted.',
  label: { en: 'form', ja: 'フォーム' },
  options: tuning,
  yieldsTo: ['sign-in'],
  judge: (subject) =>
    withheldBy(subject, 'acting')?.detail !== 'form'
      ? null
      : notChecked(
          'info',
          'This is where a form, such as a search box, sends what people fill in. Forms are never submitted, so it was not checked.',
          '検索欄などのフォームの送信先です。フォームは送信しないため、確認していません。',
        ),
});
