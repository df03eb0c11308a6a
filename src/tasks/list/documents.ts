import { redactUrl } from '../../kit/urls/redact.js';
import type { Place, Problem } from '../../model/problem.js';
import type { ExpectedDocument } from '../../model/task.js';
import type { Language } from '../../model/text.js';
import type { Cell } from '../readers/table.js';
import { languageOfColumn, type Columns } from './columns.js';
import { withoutDeadEnds } from './dead-ends.js';
import { linesOf, oneLine } from './document-lines.js';
import { isGenericLabel } from './generic-label.js';
import { isDitto, isFormulaError } from './placeholders.js';
import { fileOf, linkProblems, linksOf, type Named, type RowLink } from './row-links.js';
import { bareTitle } from './bare-title.js';

/** The documents of a row, and what of it cannot be read. */
export interface DocumentReading {
  readonly documents: readonly ExpectedDocument[];
  readonly problems: readonly Problem[];
}

/** A row of a list, and what is needed to read it. */
export interface ListRow {
  readonly cells: readonly Cell[];
  readonly columns: Columns;
  /** What relative links are relative to; with `null` they are not read. */
  readonly base: string | null;
  readonly where: Place;
}

/** What a row says about its task. */
interface TaskWords {
  readonly name: string;
  readonly language: Language | null;
}

/** Reads the documents of a row: its links by their texts, and titles that have no link. */
export function readDocuments(row: ListRow, task: TaskWords): DocumentReading {
  const cells = row.cells.map(withoutDeadEnds);
  const languageOf = (column: number): Language | null =>
    task.language ?? languageOfColumn(row.columns, column);
  const lines = row.columns.document.flatMap((column) =>
    linesOf(cells[column]).map((text): Named => ({ text, language: languageOf(column) })),
  );
  const titles = lines.filter(({ text }) => !isDitto(text) && !isFormulaError(text));
  const { links, left } = nameLinks(linksOf(cells, row, languageOf), titles, row.columns);
  const names = new Set(links.map(({ text }) => bareTitle(oneLine(text))));
  const unlinked = left.filter(({ text }) => !names.has(text)).map((title) => ({ ...title, url: null }));
  return {
    documents: distinct([...links, ...unlinked].map((named) => documentOf(named, task))),
    problems: [
      ...lines.flatMap(({ text }) => lineProblems(text, row.where)),
      ...links.flatMap((link) => linkProblems(link, row.where)),
    ],
  };
}

/**
 * Names the links of address columns one after the other, each by the next title in its language, or by the only title; `left`
 * are the titles that none of them took.
 */
function nameLinks(
  links: readonly RowLink[],
  titles: readonly Named[],
  columns: Columns,
): { readonly links: readonly RowLink[]; readonly left: readonly Named[] } {
  const [only] = titles.length === 1 ? titles : [];
  const left = [...titles];
  const takeTitle = (language: Language | null): Named | undefined => {
    const at = left.findIndex((title) => language === null || [null, language].includes(title.language));
    if (at >= 0) return left.splice(at, 1)[0];
    return language === null ? undefined : only;
  };
  const named = links.map((link) => {
    if (!columns.url.includes(link.column)) return link;
    const title = takeTitle(link.language);
    return {
      ...link,
      text: title !== undefined && isGenericLabel(link.text) ? title.text : link.text,
      language: link.language ?? title?.language ?? null,
    };
  });
  return { links: named, left };
}

function documentOf(
  { text, language, url }: Named & Pick<RowLink, 'url'>,
  task: TaskWords,
): ExpectedDocument {
  return { title: titleOf(text, url, task), url: url === null ? null : redactUrl(url), language };
}

/** The title of a document in the row: the link's text, or the file name if that text could mean anything (`here`, `資料はこちら`). */
function titleOf(label: string, url: string | null, task: TaskWords): string {
  const text = bareTitle(oneLine(label));
  if (text !== '' && !isGenericLabel(text)) return text;
  const file = url === null ? '' : fileOf(url);
  return [file, text, task.name].find((title) => title !== '') ?? '';
}

function lineProblems(line: string, place: Place): readonly Problem[] {
  if (isDitto(line))
    return [
      {
        place,
        message: `"${line}" means the row above, and that is not looked up`,
        hint: 'write what the document is called',
      },
    ];
  if (isFormulaError(line))
    return [
      {
        place,
        message: `"${line}" is the error of a formula`,
        hint: 'mend the formula, or write what the document is called',
      },
    ];
  return [];
}

function distinct(documents: readonly ExpectedDocument[]): readonly ExpectedDocument[] {
  const seen = new Set<string>();
  return documents.filter(({ title, url }) => {
    const key = `${title}\n${url ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
