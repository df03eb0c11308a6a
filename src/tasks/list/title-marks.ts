import { documentEnding } from './document-ending.js';

const bullet = /^(?:[・•●○◎■□◆◇▪▸►▶→⇒✓✔☑]|[①-⑳❶-❿]|[-*]\s)\s*/u;
const label =
  /^(?:(?:参照|参考|添付|関連)?(?:資料|ドキュメント|ファイル)|参照|参考|添付|documents?|files?|attachments?)\s*[:：]\s*/iu;
const need = /^[【［[（(](?:必須|任意|必読)[】］\]）)]\s*|\s*[【［[（(](?:必須|任意|必読)[】］\]）)]$/gu;
const pages =
  /\s*(?:[（(]\s*pp?\.?\s?\d+(?:\s?[-–~～]\s?\d+)?\s*[）)]|\spp?\.\s?\d+(?:\s?[-–~～]\s?\d+)?)$/iu;
const referring = /(?:\s*を(?:ご)?|\s+)参照(?:ください|のこと|してください)?[。.]?$/u;

/** A title without the marks of lists and without remarks: `・導入手順書（必須）`, `資料：導入手順書 P.12`, `導入手順書を参照`. */
export function bareTitle(title: string): string {
  const bare = [bullet, label, need, referring, pages]
    .reduce((rest, mark) => rest.replace(mark, ''), title)
    .trim();
  return bare === '' ? title : bare;
}

const numbered = /^(?:[（(]\s*[\d０-９]{1,2}\s*[）)]|[\d０-９]{1,2}\s*[）)．、]|[\d０-９]{1,2}\.\s)\s*/u;

/**
 * Titles without their numbers if there are several and all have one; a single number may be part of its title: `1.
 * Introduction`.
 */
export function withoutNumbers(titles: readonly string[]): readonly string[] {
  const isList = titles.length > 1 && titles.every((title) => numbered.test(title));
  return isList ? titles.map((title) => title.replace(numbered, '')) : titles;
}

/** Whether a line is marked as an item of a list. */
export function isMarked(line: string): boolean {
  return bullet.test(line) || numbered.test(line);
}

/** An item of a list as a title. */
export function withoutMark(line: string): string {
  return bareTitle(line.replace(numbered, ''));
}

const kindOfDocument =
  /(?:資料|[書表]|ガイド|マニュアル|シート|テンプレート|一覧|リスト|スライド|デッキ|(?<![a-z])(?:decks?|guides?|(?:check)?lists?|(?:check ?|data)?sheets?|manuals?|templates?|slides?|workbooks?))$/i;

/**
 * The titles on a line: several if each part is a file or names a kind of document; otherwise a comma may be part of the title.
 */
export function splitTitles(line: string): readonly string[] {
  const files = partsOf(line, /\s*[、，,／/]\s*/);
  if (files.every((part) => documentEnding.test(part))) return files;
  const kinds = partsOf(line, /\s*[、，]\s*|,\s+|\s+[／/]\s+/);
  return kinds.every((part) => kindOfDocument.test(part)) ? kinds : [line];
}

function partsOf(line: string, separator: RegExp): readonly string[] {
  return line.split(separator).filter((part) => part !== '');
}
