import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { remark } from '../judgement.js';
import { examine, protections } from '../marks/examination.js';
import { kindOfUrl } from '../marks/document-kinds.js';
import { welcomeOf } from '../marks/statuses.js';

export const protectedDocument = defineRule({
  id: 'protected-document',
  summary: 'A document that is encrypted or rights-protected.',
  options: tuning,
  signal: z.enum(protections),
  yieldsTo: ['damaged-document'],
  observe: (observation) => examine(observation)?.protection ?? null,
  judge: (subject) => {
    const { signal, destination } = subject;
    if (signal === null || welcomeOf(subject) === null) return null;
    if (signal === 'rights') {
      return remark(
        'warning',
        'The document is rights-protected. Only people with permission can open it, whoever can download it.',
        '文書が権限管理（IRM）で保護されています。ダウンロードできても、権限のある人しか開けません。',
        { protection: signal },
      );
    }
    // PDFs are often encrypted only to forbid editing, and open without a password.
    const isPdf = kindOfUrl(destination)?.container === 'pdf';
    return isPdf
      ? remark(
          'info',
          'The PDF is protected. It may ask for a password, or only forbid editing.',
          'PDF が保護されています。パスワードを求められるか、編集が禁止されている可能性があります。',
          { protection: signal },
        )
      : remark(
          'warning',
          'The document is encrypted and asks for a password.',
          '文書が暗号化されており、開くにはパスワードが必要です。',
          { protection: signal },
        );
  },
});
