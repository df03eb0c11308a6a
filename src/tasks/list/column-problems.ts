import type { Place, Problem } from '../../model/problem.js';
import type { Table } from '../readers/table.js';
import { quoteTitles, type Columns } from './columns.js';
import { foldTitle, roleOf } from './header.js';
import { holdsNoDocuments } from './other-columns.js';
import { isLinkedTitle, unlinkedTitles } from './unnamed-columns.js';

/** A table of a list, as it was read. */
export interface ReadTable {
  readonly table: Table;
  readonly columns: Columns;
  readonly place: Place;
  readonly hasDocuments: boolean;
}

/** What is to be told of the columns of tables: once, however many tables have the same titles. */
export function columnProblems(tables: readonly ReadTable[]): readonly Problem[] {
  const documented = new Set(tables.filter(({ hasDocuments }) => hasDocuments).map(titlesKey));
  const told = new Set<string>();
  return tables.flatMap((read) => {
    const titles = titlesKey(read);
    return [
      ...doubledHeaders(read),
      ...halfReadColumns(read),
      ...(documented.has(titles) ? [] : unreadColumns(read)),
    ].filter(({ message }) => {
      const key = JSON.stringify([titles, message]);
      return !told.has(key) && told.add(key);
    });
  });
}

function titlesKey({ columns }: ReadTable): string {
  return JSON.stringify(columns.titles.map(foldTitle));
}

/**
 * If no row of a table names a document, a column that was not read may hold the documents: a list without documents finds
 * nothing missing.
 */
function unreadColumns({ table, columns, place }: ReadTable): readonly Problem[] {
  if (columns.document.length > 0) return [];
  const known = new Set([columns.id, ...columns.name, ...columns.url]);
  const filled = new Set<number>();
  for (const { cells } of table.rows.slice(columns.header + 1))
    for (const [column, { text }] of cells.entries()) if (text !== '') filled.add(column);
  const others = [...filled]
    .filter((column) => roleOf(columns.titles[column] ?? '') === null && !known.has(column))
    .sort((one, other) => one - other)
    .map((column) => nameOfColumn(columns, column));
  if (others.length === 0) return [];
  return [
    {
      place,
      message: 'no column holds documents, so none is looked for',
      hint: `nobody read ${others.slice(0, 12).join(', ')}; if one names documents, map it to "document"`,
    },
  ];
}

/** Columns of which only the cells with links are read, since nothing says that the others name documents. */
function halfReadColumns({ table, columns, place }: ReadTable): readonly Problem[] {
  const { id, name, document, services, mandatory, language, titles } = columns;
  if (document.length > 0) return [];
  const known = new Set([id, ...name, ...services, ...mandatory, ...language]);
  const rows = table.rows.slice(columns.header + 1);
  return titles.flatMap((title, column): Problem[] => {
    if (title === '' || known.has(column) || holdsNoDocuments(title)) return [];
    const linked = rows.some(({ cells }) => cells[column] !== undefined && isLinkedTitle(cells[column]));
    if (!linked || unlinkedTitles(rows, column).length === 0) return [];
    return [
      {
        place: { ...place, column: column + 1 },
        message: `of ${quoteTitles([title])} only the cells with links are read`,
        hint: 'if the others name documents, too, map it to "document"',
      },
    ];
  });
}

/** A column by its title, else by the number that a mapping may give. */
function nameOfColumn({ titles }: Columns, column: number): string {
  const title = titles[column] ?? '';
  return title === '' ? `column ${column + 1}` : quoteTitles([title]);
}

/**
 * Columns of names, or of ids, with the same header: several columns may hold documents, but only one the name, and one the id.
 */
function doubledHeaders({ table, columns, place }: ReadTable): readonly Problem[] {
  const { titles } = columns;
  const [name, otherName] = columns.name;
  const otherId = titles.findIndex(
    (title, column) => column !== columns.id && title !== '' && title === titles[columns.id],
  );
  const line = table.rows[columns.header]?.line;
  const told = (first: number, second: number, which: string): Problem => ({
    place: { ...place, ...(line === undefined ? {} : { line }), column: second + 1 },
    message: `the header "${titles[second] ?? ''}" stands over columns ${first + 1} and ${second + 1}; the first ${which} is used`,
    hint: 'rename one of them',
  });
  const isTwice = name !== undefined && otherName !== undefined && titles[name] === titles[otherName];
  return [
    ...(isTwice ? [told(name, otherName, 'that is filled')] : []),
    ...(otherId < 0 ? [] : [told(columns.id, otherId, 'of ids')]),
  ];
}
