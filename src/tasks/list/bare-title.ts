/** What marks a line as an item of a list. */
export const bullet = /^(?:(?:[・•●○◎■□◆◇★☆▪▸►▶→⇒✓✔☑✅☐]|[①-⑳❶-❿]|[-*]\s)\s*(?:\[[ x]\]\s+)?|\[[ x]\]\s+)/iu;
const label =
  /^(?:(?:参照|参考|添付|関連)?(?:資料|ドキュメント|ファイル)[\d０-９①-⑳]{0,2}|参照|参考|添付|ダウンロード|documents?|files?|attachments?|downloads?)\s*[:：]\s*/iu;

const need = /^[【［[（(](?:必須|任意|必読)[】］\]）)]\s*|\s*[【［[（(](?:必須|任意|必読)[】］\]）)]$/gu;

const range = String.raw`\d+(?:\s?[-–~～]\s?\d+)?`;
const page = String.raw`(?:(?:pp?\.?|pages?|slides?|ページ|スライド)\s?${range}|${range}\s?(?:ページ|頁))`;
const part = String.raw`(?:(?:sections?|chapters?)\s?${range}|第${range}[章節])`;
/** Where in a document: a part in brackets may be a document of its own. */
const pages = new RegExp(
  String.raw`(?:\s*[（(]\s*${page}\s*[）)]|\s*[,、，]\s*(?:${page}|${part})|\spp?\.\s?${range})$`,
  'iu',
);
/** A remark at the end, unless it names a file. */
const aside = /(?<=\S)\s*※(?!.*\.[a-z]{3,4}(?![a-z])).*$/iu;
const colon = /\s?[:：]$/u;
const referring = /(?:\s*を(?:ご)?|\s+)参照(?:ください|のこと|してください)?[。.]?$/u;

/** A title without the marks of lists and without remarks: `・導入手順書（必須）`, `資料：導入手順書 P.12`, `導入手順書を参照`, `導入手順書※最新版`. */
export function bareTitle(title: string): string {
  const bare = [bullet, label, aside, need, referring, pages, colon]
    .reduce((rest, mark) => rest.replace(mark, ''), title)
    .trim();
  return bare === '' ? title : bare;
}
