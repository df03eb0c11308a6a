import { decodePercent } from '../../kit/urls/url-path.js';
import type { Place, Problem } from '../../model/problem.js';
import type { Language } from '../../model/text.js';
import type { Cell } from '../readers/table.js';
import type { Columns } from './columns.js';
import { documentEnding } from './document-ending.js';
import { labelBeside, oneLine } from './document-lines.js';
import { isGenericLabel } from './generic-label.js';
import { namesBeside } from './generic-links.js';
import { namesDocument } from './document-kinds.js';
import { withoutNumbers } from './title-marks.js';

/** A title as written in a cell, or a link, with the language of its column. */
export interface Named {
  readonly text: string;
  readonly language: Language | null;
}

/** A link of a row, with what it is called and where it leads. */
export interface RowLink extends Named {
  /** As written. */
  readonly href: string;
  /** `null` if that is no complete address. */
  readonly url: string | null;
  readonly column: number;
}

/** The links in cells, each by its text or, in a column of documents, by what stands beside it. */
export function linksOf(
  cells: readonly Cell[],
  { columns, base }: { readonly columns: Columns; readonly base: string | null },
  languageOf: (column: number) => Language | null,
): readonly RowLink[] {
  return cells.flatMap((cell, column) => {
    const isOfAddresses = columns.url.includes(column);
    const labels = withoutNumbers(isOfAddresses ? cell.links.map(({ text }) => text) : labelsOf(cell, base));
    return cell.links.map(({ url: href }, at) => ({
      text: labels[at] ?? '',
      language: languageOf(column),
      href,
      url: absolute(href, base),
      column,
    }));
  });
}

/**
 * What a column of documents calls its links. A name beside one that says nothing is better than that of its file only if it is
 * surely a document's.
 */
function labelsOf(cell: Cell, base: string | null): readonly string[] {
  const names = namesBeside(cell);
  return cell.links.map(({ text, url: href }, at) => {
    if (text === '') return labelBeside(cell, href);
    const [name = '', url] = [names[at], absolute(href, base)];
    const isBetter = namesDocument(name) || (name !== '' && (url === null || fileOf(url) === ''));
    return isBetter ? name : text;
  });
}

/** The file name in an address; empty if it has none, or none that says more than the link. */
export function fileOf(url: string): string {
  const written = new URL(url).pathname.split('/').at(-1) ?? '';
  const file = decodePercent(written);
  return documentEnding.test(file) && !isGenericLabel(file) ? oneLine(file) : '';
}

/** What of a link cannot be read. */
export function linkProblems({ href, url, column }: RowLink, place: Place): readonly Problem[] {
  if (url !== null) return [];
  return [
    {
      place: { ...place, column: column + 1 },
      message: `"${href.slice(0, 100)}" is not a complete address`,
      hint: 'the document is looked for by its title',
    },
  ];
}

/** The complete address; `null` if there is none. */
function absolute(url: string, base: string | null): string | null {
  try {
    const parsed = base === null ? new URL(url) : new URL(url, base);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}
