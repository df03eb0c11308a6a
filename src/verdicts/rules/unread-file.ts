import { isFileUrl } from '../../kit/urls/file-url.js';
import type { Judgement, Subject } from '../../model/verdict.js';
import { defineRule, tuning } from '../define.js';
import { notChecked } from '../judgement.js';
import { kindOfUrl } from '../marks/document-kinds.js';
import { failureOf } from '../marks/failures.js';
import { welcomeOf } from '../marks/statuses.js';
import { isAbsence } from './missing-file.js';

export const unreadFile = defineRule({
  id: 'unread-file',
  summary: 'A file that is there, but could not be read for links.',
  label: { en: 'not read', ja: '読み取り不可' },
  options: tuning,
  yieldsTo: ['damaged-document', 'empty-document', 'disguised-document'],
  judge: (subject) => {
    const failure = failureOf(subject, 'file');
    if (failure !== null && !isAbsence(failure.detail)) return cannotOpen(failure.detail);
    const answer = isFileUrl(subject.resource.url) ? welcomeOf(subject) : null;
    if (answer === null || !isToBeRead(subject)) return null;
    if (answer.bytes === 0 && answer.contentType === 'text/uri-list')
      return notChecked(
        'warning',
        'No file in this folder is of a kind that is read for links, so nothing was checked. Hidden files and symbolic links are left out.',
        'リンクを読み取れる形式のファイルがフォルダーにないため、確認したものはありません。隠しファイルとシンボリックリンクは対象外です。',
      );
    if (answer.bytes === 0)
      return notChecked(
        'warning',
        'There is nothing in it, so nothing was checked.',
        '中身が空のため、確認したものはありません。',
      );
    return subject.end?.page != null
      ? null
      : notChecked(
          'warning',
          'No links can be read from this file, so nothing in it was checked: it is encrypted, too large, or of a kind that is not read.',
          'このファイルからリンクを読み取れないため、中のリンクは確認していません。暗号化されているか、大きすぎるか、対応していない形式です。',
          { contentType: answer.contentType, bytes: answer.bytes },
        );
  },
});

function cannotOpen(detail: string): Judgement {
  if (detail === 'NOT_A_FILE')
    return notChecked(
      'warning',
      'This is a device or a pipe rather than a file, so it was not opened.',
      'ファイルではなくデバイスまたはパイプのため、開いていません。',
    );
  return detail === 'EACCES' || detail === 'EPERM'
    ? notChecked(
        'warning',
        'It is there, but whoever runs this check may not read it.',
        '存在しますが、このチェックを実行しているユーザーには読み取り権限がありません。',
      )
    : notChecked(
        'warning',
        `The system could not open this file (${detail}).`,
        `このファイルを開けませんでした（${detail}）。`,
      );
}

/**
 * What the user named, and documents in a folder: pictures and the like have no links, and of what lies beside only that it is
 * there.
 */
function isToBeRead({ resource, destination }: Subject<never>): boolean {
  if (resource.role === 'seed') return true;
  if (resource.role === 'check') return false;
  const kind = kindOfUrl(destination);
  return kind !== null && (kind.container === 'pdf' || /^(?:ppt|word|xl)\/$/.test(kind.folder ?? ''));
}
