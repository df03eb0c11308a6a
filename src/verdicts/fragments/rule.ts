import type { Judgement } from '../../model/verdict.js';
import { tuning } from '../define.js';

/** The rule of missing fragments for the registry. `judgeFragments` judges them, since they are places within resources. */
export const missingFragment = {
  id: 'missing-fragment',
  summary: 'A link names a place within a page that the page does not have.',
  label: { en: 'no #id', ja: '#id なし' },
  options: tuning,
} as const;

/** The judgement on a place that a page does not have. `meant` is one it has whose name differs in letter case alone. */
export function missing(fragment: string, meant: string | null): Judgement {
  const likely =
    meant === null
      ? { en: '', ja: '' }
      : {
          en: ` Letter case counts: "${meant}" is there.`,
          ja: `大文字と小文字は区別されます。「${meant}」ならあります。`,
        };
  return {
    state: 'broken',
    level: 'warning',
    reason: {
      en: `The page opens, but has no place named "${fragment}". Readers land at its top.${likely.en}`,
      ja: `ページは開きますが、「${fragment}」という位置がありません。ページの先頭が表示されます。${likely.ja}`,
    },
    evidence: meant === null ? { fragment } : { fragment, meant },
  };
}
