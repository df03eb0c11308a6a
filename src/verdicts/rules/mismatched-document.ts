import { z } from 'zod';
import { defineRule, tuning } from '../define.js';
import { remark } from '../judgement.js';
import type { DocumentKind } from '../marks/document-kinds.js';
import { examine, type Examination } from '../marks/examination.js';
import { welcomeOf } from '../marks/statuses.js';

const signal = z.strictObject({
  bytes: z.string().nullable(),
  address: z.string().nullable(),
  type: z.string().nullable(),
  disposition: z.string().nullable(),
});

/** Types that stand for any bytes and so contradict nothing. Zip is one, since the newer Office formats are zips. */
const neutral =
  /^$|octet-stream|^application\/(x-)?(zip(-compressed)?|force-download|download|unknown|binary|x-msdownload)$|^binary\//;

export const mismatchedDocument = defineRule({
  id: 'mismatched-document',
  summary: 'Ending, content type, file name and bytes of a document disagree.',
  options: tuning,
  signal,
  yieldsTo: [
    'damaged-document',
    'disguised-document',
    'sign-in',
    'blocked',
    'soft-404',
    'error-page',
    'maintenance',
  ],
  observe: (observation) => {
    const examination = examine(observation);
    if (examination === null || examination.container === 'html' || examination.container === null)
      return null;
    const { contentType } = observation.answer;
    const { claims } = examination;
    const isStrangeType = claims.type === null && !neutral.test(contentType);
    if (!isStrangeType && !disagree(examination, neutral.test(contentType))) return null;
    return {
      bytes: examination.actual?.name.en ?? examination.container,
      address: claims.address?.name.en ?? null,
      type: contentType,
      disposition: claims.disposition?.name.en ?? null,
    };
  },
  judge: (subject) =>
    subject.signal === null || welcomeOf(subject) === null
      ? null
      : remark(
          'warning',
          'What the address, the server and the file itself say about its kind does not agree. Some programs will refuse to open it.',
          'アドレス、サーバーの宣言、ファイルの中身の間で種類が一致していません。開けないアプリがあります。',
          subject.signal,
        ),
});

function disagree({ claims, container, actual, protection }: Examination, isNeutral: boolean): boolean {
  const { address, type, disposition } = claims;
  const named = [address, disposition, isNeutral ? null : type].filter((kind) => kind !== null);
  if (new Set(named).size > 1) return true;
  return named.some((kind) => !fits(kind, container, actual, protection !== null));
}

function fits(
  kind: DocumentKind,
  container: Examination['container'],
  actual: DocumentKind | null,
  isProtected: boolean,
): boolean {
  if (kind.container !== container) return isProtected && container === 'ole';
  return kind.folder === null || actual === null || actual === kind;
}
