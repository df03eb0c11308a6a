import { z } from 'zod';
import { documentLinks, documentLinksNotes } from '../../model/resource.js';
import { defineRule, tuning } from '../define.js';
import { remark } from '../judgement.js';
import { welcomeOf } from '../marks/statuses.js';

export const documentLinksRule = defineRule({
  id: documentLinks,
  summary: 'A document whose links were to be read (--deep) and could not be.',
  options: tuning,
  signal: z.enum(documentLinksNotes),
  yieldsTo: ['blocked', 'empty-document', 'damaged-document', 'disguised-document', 'incomplete-page'],
  judge: (subject) => {
    const { signal, hops } = subject;
    const answer = welcomeOf(subject);
    if (signal === null || signal === 'read' || answer === null || hops.length > 0) return null;
    return signal === 'too-large'
      ? remark(
          'warning',
          'The document opens, but is too large to be read for links. What it leads to was not checked.',
          '文書は開けますが、大きすぎるためリンクを読み取れません。文書内のリンクは確認していません。',
          { bytes: answer.length ?? answer.bytes },
        )
      : remark(
          'warning',
          'The document opens, but its links cannot be read: it is encrypted, or of a kind that is not read. What it leads to was not checked.',
          '文書は開けますが、リンクを読み取れません。暗号化されているか、対応していない形式です。文書内のリンクは確認していません。',
          { contentType: answer.contentType },
        );
  },
});
