import { redactUrl } from '../../kit/urls/redact.js';
import { decodePercent } from '../../kit/urls/url-path.js';
import type { Place, Problem } from '../../model/problem.js';
import type { ExpectedDocument } from '../../model/task.js';
import type { Language } from '../../model/text.js';
import type { Cell } from '../readers/table.js';
import { languageOfColumn, type Columns } from './columns.js';
import { callsSomebody, withoutDeadEnds } from './dead-ends.js';
import { isDitto, isFormulaError, labelBeside, linesOf, oneLine } from './document-lines.js';
import { documentEnding } from './document-ending.js';
import { isGenericLabel } from './generic-label.js';
import { bareTitle, withoutNumbers } from './title-marks.js';

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

/** A title as written in a cell, or a link, with the language of its column. */
interface Named {
  readonly text: string;
  readonly language: Language | null;
}

/** Reads the documents of a row: its links by their texts, and titles that have no link. */
export function readDocuments(row: ListRow, task: TaskWords): DocumentReading {
  const { columns, base, where } = row;
  const cells = row.cells.map(withoutDeadEnds);
  const languageOf = (column: number): Language | null => task.language ?? languageOfColumn(columns, column);
  const lines: readonly Named[] = columns.document.flatMap((column) =>
    linesOf(cells[column]).map((text) => ({ text, language: languageOf(column) })),
  );
  const titles = lines.filter(({ text }) => !isDitto(text) && !isFormulaError(text));
  const documents: ExpectedDocument[] = [];
  const problems: Problem[] = lines.flatMap(({ text }) => {
    if (isDitto(text)) return [asAbove(text, where)];
    return isFormulaError(text) ? [failed(text, where)] : [];
  });
  const named = new Set<string>();
  const take = titleTaker(titles);
  for (const [column, cell] of cells.entries()) {
    const isUrl = columns.url.includes(column);
    const labels = withoutNumbers(
      cell.links.map(({ text, url }) => (text === '' && !isUrl ? labelBeside(cell, url) : text)),
    );
    for (const [at, link] of cell.links.entries()) {
      if (callsSomebody(link.url)) continue;
      const url = absolute(link.url, base);
      const own = { text: labels[at] ?? '', language: languageOf(column) };
      const { text: label, language } = isUrl ? take(own) : own;
      if (url === null) problems.push(noAddress(link.url, { ...where, column: column + 1 }));
      named.add(bareTitle(oneLine(label)));
      documents.push({
        title: titleOf(label, url, task),
        url: url === null ? null : redactUrl(url),
        language,
      });
    }
  }
  for (const { text, language } of titles)
    if (!named.has(text)) documents.push({ title: titleOf(text, null, task), url: null, language });
  return { documents: distinct(documents), problems };
}

/** Returns a function that names links one after the other, each by the next title in its language, or by the only title. */
function titleTaker(titles: Named[]): (link: Named) => Named {
  const [only] = titles.length === 1 ? titles : [];
  return ({ text, language }) => {
    const at = titles.findIndex((title) => language === null || [null, language].includes(title.language));
    const [title = language === null ? undefined : only] = at < 0 ? [] : titles.splice(at, 1);
    return {
      text: title !== undefined && isGenericLabel(text) ? title.text : text,
      language: language ?? title?.language ?? null,
    };
  };
}

/** The title of a document in the row: the link's text, or the file name if that text could mean anything (`here`, `資料はこちら`). */
function titleOf(label: string, url: string | null, task: TaskWords): string {
  const text = bareTitle(oneLine(label));
  if (text !== '' && !isGenericLabel(text)) return text;
  const file = url === null ? '' : fileOf(url);
  return [file, text, task.name].find((title) => title !== '') ?? '';
}

/** The file name in an address; empty if it has none, or none that says more than the link. */
function fileOf(url: string): string {
  const written = new URL(url).pathname.split('/').at(-1) ?? '';
  const file = decodePercent(written);
  return documentEnding.test(file) && !isGenericLabel(file) ? oneLine(file) : '';
}

function asAbove(line: string, place: Place): Problem {
  return {
    place,
    message: `"${line}" means the row above, and that is not looked up`,
    hint: 'write what the document is called',
  };
}

function failed(line: string, place: Place): Problem {
  return {
    place,
    message: `"${line}" is the error of a formula`,
    hint: 'mend the formula, or write what the document is called',
  };
}

function noAddress(url: string, place: Place): Problem {
  return {
    place,
    message: `"${url.slice(0, 100)}" is not a complete address`,
    hint: 'the document is looked for by its title',
  };
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

function distinct(documents: readonly ExpectedDocument[]): readonly ExpectedDocument[] {
  const seen = new Set<string>();
  return documents.filter(({ title, url }) => {
    const key = `${title}\n${url ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
