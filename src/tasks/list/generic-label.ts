import { isPlain } from '../matching/fold.js';
import { anyOf } from './any-of.js';

const words: ReadonlySet<string> = new Set(
  (
    'a an the to for of and here click this more learn see read details detail info information link links open view show go ' +
    'download downloads get file files document documents doc docs resource resources material materials attachment ' +
    'attachments checklist checklists overview form forms video videos poster deck decks slide slides presentation workshop workshops template templates guide guides sheet page pdf ppt ' +
    'pptx zip english japanese en ja jp'
  ).split(' '),
);
const subject = anyOf(
  '詳しく 詳細 資料 ファイル ドキュメント 文書 リンク先? ページ ワークショップ テンプレート ガイド スライド ダウンロード 添付 日本語版? 英語版?',
);
const target = anyOf(
  'こちら ここ 概要 チェックリスト クリック ダウンロード 表示 開く 参照 リンク 資料 ファイル ドキュメント 文書 ワークショップ テンプレート ガイド スライド ' +
    '詳細 添付 日本語版? 英語版?',
);
const phrase = new RegExp(`^(?:${subject}?(?:は|を|の)?)?${target}?(?:から|へ|を見る|する)?$`);

/** The same for labels in ASCII, as most are, but quicker: their first word usually shows that they say something. */
const plainLabel = new RegExp(`^(?:[^a-z\\d]|(?:${[...words].join('|')})(?![a-z\\d]))*$`, 'i');

/** Whether a link's text says nothing about what it leads to: `here`, `Download the file`, `資料はこちら`. */
export function isGenericLabel(label: string): boolean {
  const start = label.slice(0, 80);
  if (isPlain(start)) return plainLabel.test(start);
  const text = start
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return text.split(' ').every((word) => words.has(word)) || phrase.test(text.replaceAll(' ', ''));
}
