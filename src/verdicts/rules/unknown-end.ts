import { defineRule, tuning } from '../define.js';
import { notChecked } from '../judgement.js';

export const unknownEnd = defineRule({
  id: 'unknown-end',
  summary: 'What the redirects lead to was not asked for.',
  label: { en: 'unknown', ja: '不明' },
  options: tuning,
  yieldsTo: ['sign-in', 'dead-short-link', 'soft-404', 'maintenance', 'lost-redirect'],
  judge: ({ endless, destination }) =>
    endless !== 'unknown'
      ? null
      : notChecked(
          'info',
          'The address leads to another one that was not checked.',
          'このアドレスの移動先は確認していません。',
          { destination },
        ),
});
