import { datedMark, numberedMark } from '../../kit/text/version-marks.js';
import type { Language } from '../../model/text.js';

/** A locale as a whole part of a path, or as a value in a query. */
const part = /(?<=[/=])(ja(?:-jp)?|en(?:-(?:us|gb))?)(?=[/?&#]|$)/i;
/** A locale as a mark of a file's name: `-jp.pptx`, `_JPN.docx`, `-en-us-v2.pdf`. */
const mark = /[-_. (](ja[-_]jp|jpn|jp|ja|japanese|en[-_](?:us|gb)|eng|en|english)\)?(?=[-_. (])/i;
/** `【日本語版】` and the like, percent-encoded as addresses are. */
const japaneseWord = /[-_. ]?[(（【[]?日本語版?[)）】\]]?/u;

/** The language an address says it is in; `null` if it says nothing. */
export function languageOfAddress(url: string): Language | null {
  const found = part.exec(url)?.[1] ?? mark.exec(narrow(lastPartOf(url)))?.[1];
  if (found !== undefined) return /^j/i.test(found) ? 'ja' : 'en';
  return url.includes('%') && japaneseWord.test(readable(url)) ? 'ja' : null;
}

/** Equal for addresses that differ in their language marks only. */
export function withoutLanguage(url: string): string {
  const text = url.includes('%') ? readable(url).replace(japaneseWord, '') : url;
  return withoutMark(narrow(text).replace(part, '*')).toLowerCase();
}

/** What stands behind the last slash, where alone a mark is that of a file's name. */
function lastPartOf(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

function withoutMark(text: string): string {
  const last = lastPartOf(text);
  return text.slice(0, text.length - last.length) + last.replace(mark, '');
}

/** Runs of separators become one, since a search for marks after each of them is quadratic. */
function narrow(text: string): string {
  return text.replace(/[-_ .(]{2,}/g, '-');
}

const article = /\/knowledgebase\/article\/(KB-\d+)/i;
const generic =
  /^(index|default|home|readme|overview|document|presentation|guide|deck|template|download|file|image|untitled|agenda|faq|toc)$/i;

/**
 * What identifies a resource wherever it is: its article number, else its file name without version and copy marks, with its
 * language; empty if neither tells it from others.
 */
export function identityOf(url: string, language: Language): string {
  const number = article.exec(url)?.[1];
  if (number !== undefined) return `${number.toUpperCase()} ${language}`;
  const file = fileNameOfAddress(url);
  const dot = file.lastIndexOf('.');
  if (dot < 1) return '';
  const stem = withoutMark(narrow(file.slice(0, dot)).replace(numberedMark, '').replace(datedMark, ''));
  if (stem.length < 8 || generic.test(stem) || !/\p{L}{3}/u.test(stem)) return '';
  return `${stem.toLowerCase().replace(/[-_ +.]+/g, ' ')}${file.slice(dot).toLowerCase()} ${language}`;
}

/** `Updated April 2017`, `updated May 3, 2021`. */
const updatedMark = /updated (?:\d{1,2} )?[a-z]{3,9}\.? (?:\d{1,2}, ?)?20\d{2}/i;

/** The mark in a name or title that tells one version from another, as written; `null` if there is none. */
export function versionMark(name: string): string | null {
  const text = narrow(name);
  const found = numberedMark.exec(text) ?? datedMark.exec(text) ?? updatedMark.exec(text);
  return found === null ? null : found[0].replace(/^[ _\-.(]+|\)$/g, '');
}

/** The last part of a path as people read it; empty for a folder. */
export function fileNameOfAddress(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  return readable(path.slice(path.lastIndexOf('/') + 1));
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFKC');
  } catch {
    return text;
  }
}
