import { bareTitle, bullet } from './bare-title.js';
import { documentEnding } from './document-ending.js';
import { endsInKind, kindOfDocument } from './document-kinds.js';
import { isGenericLabel } from './generic-label.js';

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

/** Whether a line is marked as an item of a list. */
export function isMarked(line: string): boolean {
  return bullet.test(line) || numbered.test(line);
}

/** An item of a list as a title. */
export function withoutMark(line: string): string {
  return bareTitle(line.replace(numbered, ''));
}

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
