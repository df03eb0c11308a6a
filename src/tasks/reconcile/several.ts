import type { ExpectedDocument } from '../../model/task.js';
import { documentEnding } from '../list/document-ending.js';
import { bareTitle } from '../list/bare-title.js';
import type { Ground } from './ground.js';

/** Separators between documents in lists, which titles contain as well: `導入手順、運用設計`, `TCP/IP ガイド`. */
const separators = [/[、，,|｜]/, /[／/]/, /[・･]/] as const;
const mostParts = 20;

/**
 * The documents that a title without an address names. It names several only if nothing has the whole title as its name and each
 * part is the name of a file: a page may be called `Teams`, and `Teams/Exchange 移行` is still one document.
 */
export function eachDocument(document: ExpectedDocument, ground: Ground): readonly ExpectedDocument[] {
  if (document.url !== null) return [document];
  if (!separators.some((separator) => separator.test(document.title))) return [document];
  if (ground.finder.find(document).length > 0) return [document];
  const parts = partsOf(document.title, document, ground);
  return parts === null ? [document] : parts.map((title) => ({ ...document, title }));
}

/** `null` unless every part is a file. */
function partsOf(title: string, document: ExpectedDocument, ground: Ground): readonly string[] | null {
  for (const separator of separators) {
    const parts = title
      .split(separator)
      .map((part) => bareTitle(part.trim()))
      .filter((part) => part !== '');
    if (parts.length < 2 || parts.length > mostParts) continue;
    const found = parts.map((part) =>
      isFileNamed(part, document, ground) ? [part] : partsOf(part, document, ground),
    );
    if (found.every((some) => some !== null)) return found.flat();
  }
  return null;
}

/** Whether a file has this name. Only the name counts: what else a task says about its documents does not tell where one ends. */
function isFileNamed(title: string, { language }: ExpectedDocument, { finder, library }: Ground): boolean {
  return finder.find({ title, url: null, language }).some(({ candidate }) => {
    const holding = library.holdings[candidate];
    return holding !== undefined && (!holding.isPage || documentEnding.test(holding.url));
  });
}
