import { updateTableSignal, type Dated } from '../../changes/intake/update-table.js';
import { dayIn } from '../../kit/time/day.js';
import { identifyHref } from '../../kit/urls/url.js';
import { readTables } from '../../tasks/readers/html.js';
import type { Cell, Table, TableRow } from '../../tasks/readers/table.js';
import type { PageObserver } from './page-observer.js';

/** Words of a heading above dates, and of written dates: a table without both is not worth parsing. */
const headingWord = /updated|modified|revised|published|更新|公開日|改訂/i;
const yearWord = /20\d\d ?[-/.年]|[-/ ,]20\d\d/;
/** Headings that say when something was last changed, rather than when it first appeared or will next change. */
const touched = /updated|modified|revised|更新|改訂/i;
const toCome = /\bnext\b|次回|予定/i;
/** A heading that says only that, as in a table of facts. */
const wholeHeading =
  /^(?:(?:last|date|page|document|first) ?)*(?:updated|modified|revised|published)(?: ?(?:on|at|date))? ?:?$|^(?:最終|初回|ページ|文書)*(?:更新|公開|改訂)(?:日時?|日付|年月日)? ?:?$/i;

const mostDated = 1000;
/** Characters read of one page's tables, where the newest dates come first. */
const mostMarkup = 1_000_000;
const longestHeading = 40;
/** The first rows, one of which may be the heading. */
const headRows = 3;

/** Notes what a page's tables say about when things were updated: `[[url, 'YYYY-MM-DD'], …]`. */
export const updateTables: PageObserver = {
  signal: updateTableSignal,
  observe: ({ page, url, answer }) => {
    const tables = page?.tables ?? [];
    if (answer.status !== 200 || !tables.some(isPromising)) return null;
    const dated = datedBy(tables.filter(isPromising), url, page?.base);
    return dated.length === 0 ? null : dated;
  },
};

function isPromising(markup: string): boolean {
  // The year first, since looking for it takes a third of the time.
  return yearWord.test(markup) && headingWord.test(markup);
}

function datedBy(markups: readonly string[], page: string, base = page): readonly Dated[] {
  const markup = markups.map((each) => `<table>${each}</table>`).join('');
  const { tables } = readTables(page, markup.slice(0, mostMarkup));
  const dated: Dated[] = [];
  const facts: string[] = [];
  for (const table of tables) {
    const columns = dateColumns(table);
    if (columns.length === 0) facts.push(...factOf(table));
    for (const { cells } of columns.length === 0 ? [] : table.rows) {
      const day = columns.map((column) => dayAt(cells, column)).find((found) => found !== null) ?? null;
      if (day !== null) for (const url of targetsOf(cells, columns, { page, base })) dated.push([url, day]);
      if (dated.length >= mostDated) return dated.slice(0, mostDated);
    }
  }
  const [fact] = facts;
  // If several tables state such a fact, they are about other things than the page.
  return fact === undefined || facts.length > 1 ? dated : [...dated, [page, fact]];
}

/** The columns whose heading says that they are dates and whose cells mostly are, the most telling first. */
function dateColumns({ rows }: Table): readonly number[] {
  const head = rows.slice(0, headRows).findIndex(isHead);
  if (head < 0) return [];
  const body = rows.slice(head + 1, head + 1 + mostDated);
  const found = (rows[head]?.cells ?? []).flatMap(({ text }, column) =>
    isHeading(text) && areDays(body, column) ? [{ column, rank: touched.test(plain(text)) ? 0 : 1 }] : [],
  );
  return found.toSorted((one, other) => one.rank - other.rank).map(({ column }) => column);
}

function isHead({ cells }: TableRow): boolean {
  return (
    cells.length > 1 &&
    cells.some(({ text }) => isHeading(text)) &&
    cells.every(({ text }) => dayIn(text) === null)
  );
}

function isHeading(text: string): boolean {
  return text.length <= longestHeading && headingWord.test(plain(text)) && !toCome.test(plain(text));
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

function areDays(rows: readonly TableRow[], column: number): boolean {
  const written = rows.filter(({ cells }) => (cells[column]?.text ?? '') !== '');
  return (
    written.length > 0 && 2 * written.filter(({ cells }) => dayAt(cells, column)).length >= written.length
  );
}

function dayAt(cells: readonly Cell[], column: number): string | null {
  return dayIn(cells[column]?.text ?? '');
}

/** Where the other cells of a row lead, except places on the page itself. */
function targetsOf(
  cells: readonly Cell[],
  columns: readonly number[],
  { page, base }: { readonly page: string; readonly base: string },
): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const [column, { links }] of cells.entries()) {
    if (columns.includes(column)) continue;
    for (const { url: href } of links) {
      const url = identifyHref(href, base);
      if (url !== null && !(url === page && href.includes('#'))) targets.add(url);
    }
  }
  return targets;
}

/** When a table of facts, with a name and a value in each row, says that its page was last updated; at most one date. */
function factOf({ rows }: Table): readonly string[] {
  if (rows.some(({ cells }) => cells.length > 2)) return [];
  const facts = rows.flatMap(({ cells: [name, value] }) => {
    const heading = plain(name?.text ?? '');
    const day = wholeHeading.test(heading) ? dayIn(value?.text ?? '') : null;
    return day === null ? [] : [{ day, isTouched: touched.test(heading) }];
  });
  const fact = facts.find(({ isTouched }) => isTouched) ?? facts[0];
  return fact === undefined ? [] : [fact.day];
}
