import type { Judgement } from '../../model/verdict.js';
import { tuning } from '../define.js';

/** What the registry knows of missing fragments, which `judgeFragments` judges: they are places, not resources. */
export const missingFragment = {
  id: 'missing-fragment',
  summary: 'A link names a place within a page that the page does not have.',
  options: tuning,
} as const;

/** The judgement on a place that a page does not have. */
export function missing(fragment: string): Judgement {
  return {
    state: 'broken',
    level: 'warning',
    reason: {
      en: `The page opens, but has no place named "${fragment}". Readers land at its top.`,
      ja: `ページは開きますが、「${fragment}」という位置がありません。ページの先頭が表示されます。`,
    },
    evidence: { fragment },
  };
}
