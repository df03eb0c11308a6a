import { redactUrl } from '../../kit/redact.js';
import type { Place, Problem } from '../../model/problem.js';
import type { ExpectedDocument } from '../../model/task.js';
import type { Language } from '../../model/text.js';
import type { Cell, TableRow } from '../readers/table.js';
import type { Columns } from './columns.js';
import { isGenericLabel } from './generic-label.js';

/** What became of the links and titles of a row. */
export interface DocumentReading {
  readonly documents: readonly ExpectedDocument[];
  readonly problems: readonly Problem[];
}

/** What a row says of its task. */
interface TaskWords {
  readonly name: string;
  readonly language: Language | null;
}

/** Reads the documents of a row: its links by their texts, and titles that have no link. */
export function readDocuments(
  row: TableRow,
  columns: Columns,
  task: TaskWords,
  base: string | null,
  where: Place,
): DocumentReading {
  const titles = columns.document.flatMap((column) => linesOf(row.cells[column]));
  const documents: ExpectedDocument[] = [];
  const problems: Problem[] = [];
  const named = new Set<string>();
  let paired = 0;
  for (const [column, cell] of row.cells.entries()) {
    const isUrl = columns.url.includes(column);
    for (const link of cell.links) {
      if (leadsNowhere(link.url)) continue;
      const url = absolute(link.url, base);
      const label = link.text !== '' ? link.text : isUrl ? (titles[paired] ?? '') : ownText(cell, link.url);
      if (isUrl) paired++;
      if (url === null) problems.push(noAddress(link.url, { ...where, column: column + 1 }));
      named.add(oneLine(label));
      documents.push({
        title: titleOf(label, url, task),
        url: url === null ? null : redactUrl(url),
        language: task.language,
      });
    }
  }
  const unlinked = titles.filter((title) => !named.has(title)).slice(Math.min(paired, titles.length));
  for (const title of unlinked)
    documents.push({ title: titleOf(title, null, task), url: null, language: task.language });
  return { documents: distinct(documents), problems };
}

/** What the row calls it: by the link's text, or by its file where that is a word for anything (`here`, `資料はこちら`). */
function titleOf(label: string, url: string | null, task: TaskWords): string {
  const text = oneLine(label);
  if (text !== '' && !isGenericLabel(text)) return text;
  const file = url === null ? '' : fileOf(url);
  return [file, text, task.name].find((title) => title !== '') ?? '';
}

const documentEnding = /\.(?:pptx?|potx|ppsx?|docx?|dotx|xlsx?|xlsm|pdf|zip|vsdx?|mp4)$/i;

/** The name of the file at an address; empty where it names none, or none that says more than the link. */
function fileOf(url: string): string {
  const written = new URL(url).pathname.split('/').at(-1) ?? '';
  const file = decode(written);
  return documentEnding.test(file) && !isGenericLabel(file) ? oneLine(file) : '';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function noAddress(url: string, place: Place): Problem {
  return {
    place,
    message: `"${url.slice(0, 100)}" is not a complete address`,
    hint: 'the document is looked for by its title',
  };
}

/** Lines of a document cell that are titles, not addresses. */
function linesOf(cell: Cell | undefined): readonly string[] {
  if (cell === undefined) return [];
  const linked = new Set(cell.links.map(({ text, url }) => (text === '' ? url : oneLine(text))));
  const whole = cell.links.length === 1 && cell.links[0]?.text === '';
  return whole
    ? []
    : cell.text
        .split(/[\n；;]/)
        .map(oneLine)
        .filter((line) => line !== '' && !/^https?:/i.test(line) && !linked.has(line));
}

/** The cell's text where it is the only link's, and is no address itself. */
function ownText(cell: Cell, url: string): string {
  const text = cell.text.replace(url, ' ').replace(/https?:\S+/gi, ' ');
  return cell.links.length === 1 ? text : '';
}

/** Mail, scripts and places within the list. */
function leadsNowhere(url: string): boolean {
  return /^(mailto:|tel:|javascript:|#)/i.test(url);
}

/** `null` if no address can be made of it. */
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

/** Text of a cell as one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
