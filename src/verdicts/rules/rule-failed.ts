import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { notChecked } from '../judgement.js';

export const ruleFailed = defineRule({
  id: 'rule-failed',
  summary: 'A check failed with an error of its own while the page was read.',
  options: tuning,
  signal: z.string(),
  judge: ({ signal }) =>
    signal === null
      ? null
      : notChecked(
          'warning',
          'A check failed with an error of its own while this page was read. Please report this.',
          'このページの読み取り中に、チェック自体がエラーで停止しました。開発元に報告してください。',
          { error: signal },
        ),
});
