import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { failureOf } from '../marks/failures.js';

/** What systems call a path that leads to nothing. */
const absences: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG']);

export const missingFile = defineRule({
  id: 'missing-file',
  summary: 'There is no such file, or the folder has no page to show.',
  label: { en: 'no such file', ja: 'ファイルなし' },
  options: tuning,
  yieldsTo: ['malformed-link'],
  judge: (subject) => {
    const detail = failureOf(subject, 'file')?.detail;
    if (detail === 'EISDIR')
      return broken(
        'This is a folder without an index.html, so it has no page to show.',
        'index.html のないフォルダーのため、表示できるページがありません。',
      );
    return detail !== undefined && absences.has(detail)
      ? broken('There is no such file.', 'このファイルは存在しません。')
      : null;
  },
});

/** Whether a file is known not to be there, rather than kept from us. */
export function isAbsence(detail: string): boolean {
  return detail === 'EISDIR' || absences.has(detail);
}
