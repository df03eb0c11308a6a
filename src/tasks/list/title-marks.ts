import { documentEnding } from './document-ending.js';
import { isGenericLabel } from './generic-label.js';

const bullet = /^(?:(?:[・•●○◎■□◆◇▪▸►▶→⇒✓✔☑✅☐]|[①-⑳❶-❿]|[-*]\s)\s*(?:\[[ x]\]\s+)?|\[[ x]\]\s+)/iu;
const label =
  /^(?:(?:参照|参考|添付|関連)?(?:資料|ドキュメント|ファイル)[\d０-９①-⑳]{0,2}|参照|参考|添付|documents?|files?|attachments?)\s*[:：]\s*/iu;
const need = /^[【［[（(](?:必須|任意|必読)[】］\]）)]\s*|\s*[【［[（(](?:必須|任意|必読)[】］\]）)]$/gu;
const pages =
  /\s*(?:[（(]\s*pp?\.?\s?\d+(?:\s?[-–~～]\s?\d+)?\s*[）)]|\spp?\.\s?\d+(?:\s?[-–~～]\s?\d+)?)$/iu;
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

const numbered = /^(?:[（(]\s*[\d０-９]{1,2}\s*[）)]|[\d０-９]{1,2}\s*[）)．、]|[\d０-９]{1,2}\.\s)\s*/u;

/**
 * Titles without their numbers if there are several and all have one; a single number may be part of its title: `1.
 * Introduction`.
 */
export function withoutNumbers(titles: readonly string[]): readonly string[] {
  const isList = titles.length > 1 && titles.every((title) => numbered.test(title));
  return isList ? titles.map((title) => title.replace(numbered, '')) : titles;
}

/** The items of a list on one line: `①導入手順書 ②確認表`, `■導入手順書 ■確認表`. */
function itemsOf(line: string): readonly string[] {
  const [mark = ''] = line;
  if (/[①❶]/.test(mark)) {
    const items = line.split(/\s*(?=[②-⑳❷-❿])/u);
    return items.every((item, at) => isItem(item, mark.charCodeAt(0) + at)) ? items : [line];
  }
  return /[•●○◎■□◆◇▪▸►▶]/u.test(mark) ? line.split(new RegExp(`\\s+(?=${mark})`, 'u')) : [line];
}

/** Whether a part of a line is an item with that mark: no part of `①～③手順書`, nor of `①計画書（②を参照）`. */
function isItem(part: string, mark: number): boolean {
  const count = (brackets: RegExp): number => part.match(brackets)?.length ?? 0;
  return part.length > 1 && part.charCodeAt(0) === mark && count(/[(（]/g) === count(/[)）]/g);
}

/** The titles on lines, without marks and remarks. */
export function titlesOn(lines: readonly string[]): readonly string[] {
  return withoutNumbers(lines.flatMap(itemsOf)).flatMap(splitTitles).map(bareTitle);
}

/**
 * Whether these are surely several titles, and not one that a sheet breaks across lines: all are files, or kinds of documents.
 */
export function areSeveral(titles: readonly string[]): boolean {
  if (titles.length < 2) return false;
  return (
    titles.every((title) => documentEnding.test(title)) ||
    titles.every((title) => endsInKind(title.replace(version, '')) && !isGenericLabel(title))
  );
}

/** Whether the last word of a title is a kind of document. */
export function endsInKind(title: string): boolean {
  return kindOfDocument.test(title) || kindOrDoing.test(title);
}

/** Whether a title is that of a document beyond doubt: a file, or a kind of document. */
export function namesDocument(title: string): boolean {
  return documentEnding.test(title) || kindOfDocument.test(title);
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

/** What may also be something to do, or a part of a document: it makes a title only of what has a line of its own. */
const kindOrDoing =
  /(?:票|概要|ワークショップ|よくある質問|(?<![a-z])(?:faqs?|handbooks?|overviews?|playbooks?|presentations?|questionnaires?|runbooks?|workshops?))$/i;
const version = / ?v\d+(?:\.\d+)?$/i;

const betweenFiles =
  /\s*[、，,／/]\s*|(?<=\.[a-z]{3,4})\s*(?:[&＆+＋|｜・→]|(?:と|や|及び|および|又は|または|(?<=\s)(?:and|or)(?=\s)))\s*|(?<=\.[a-z]{3,4})\s+/i;

/**
 * The titles on a line: several if each part is a file, in quotation marks, or names a kind of document; otherwise a comma may be
 * part of the title.
 */
function splitTitles(line: string): readonly string[] {
  const files = partsOf(line, betweenFiles);
  if (files.every((part) => documentEnding.test(part))) return files;
  const quotes = partsOf(line, /(?<=[」』])\s*[、，,／/・&＆と]?\s*(?=[「『])/);
  if (quotes.every((part) => /^[「『][^「」『』]+[」』]$/.test(part))) return quotes;
  const kinds = partsOf(line, /\s*[、，]\s*|,\s+|\s+[／/]\s+/);
  return kinds.every((part) => kindOfDocument.test(part)) ? kinds : [line];
}

function partsOf(line: string, separator: RegExp): readonly string[] {
  return line.split(separator).filter((part) => part !== '');
}
