import { defineRule, tuning } from '../define.js';
import { broken, hostOf } from '../judgement.js';
import { failureOf } from '../marks/failures.js';

export const protocol = defineRule({
  id: 'protocol',
  summary: 'What came was not HTTP, or broke its limits.',
  label: { en: 'not HTTP', ja: 'HTTP 不正' },
  options: tuning,
  judge: (subject) =>
    failureOf(subject, 'protocol') === null
      ? null
      : broken(
          `What ${hostOf(subject.destination)} sends is not a valid answer.`,
          `${hostOf(subject.destination)} からの応答が HTTP として正しくありません。`,
        ),
});
