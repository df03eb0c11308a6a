import { parseTaskId, type ColumnMapping, type ColumnRole } from '../../model/task.js';
import type { Cell, Table, TableRow } from '../readers/table.js';

/** Where a table holds what. Columns count from 0. */
export interface Columns {
  readonly id: number;
  /** The first is the name; others are names in another language. */
  readonly name: readonly number[];
  readonly document: readonly number[];
  readonly url: readonly number[];
  readonly services: readonly number[];
  readonly mandatory: readonly number[];
  readonly language: readonly number[];
  /** Position of the header among the rows; -1 if there is none. */
  readonly header: number;
  /** How many cells a row ought to have. */
  readonly width: number;
  /** The id column has a header that says so. */
  readonly labelled: boolean;
}

/** Why no columns were found. */
export interface ColumnTrouble {
  readonly message: string;
  readonly hint: string;
}

const headerWords: readonly (readonly [ColumnRole, RegExp])[] = [
  ['id', /^((ftop|playbook)?(task|タスク)?(id|ids|no|number|#|番号|ナンバー)|task#|(ftop)?タスク番号|管理番号|id番号)$/],
  ['mandatory', /^\(?m\)?(andatory)?\/?\(?o\)?(ptional)?$|mandatory|必須|オプション$|^m\/o$|^required$/],
  ['url', /^((document|resource|task|ファイルの|資料の)?(url|urls|link|links|hyperlink|href|address|リンク|リンク先|アドレス|ハイパーリンク))$/],
  ['document', /^((expected|対象|必要|関連)?(document|documents|resource|resources|file|files|filename|deck|material|materials|collateral|asset|assets|ドキュメント|資料|ファイル|ファイル名|リソース|文書|教材|コンテンツ|成果物))(name|title|名)?$|^(document|resource|資料|ドキュメント)(title|name|名|タイトル)$/],
  ['services', /^(service|services|appliesto|workload|workloads|product|products|サービス|適用対象|製品|ワークロード)$/],
  ['language', /^(language|languages|lang|locale|言語)$/],
  ['name', /^(task|タスク)?(name|title|description|名|名前|名称|説明|タイトル|内容)$|^(task|タスク)$|^names?$/],
]; // prettier-ignore

/** Finds the columns by what stands in them and by English and Japanese headers, or as they were mapped. */
export function findColumns(table: Table, mapping: ColumnMapping = {}): Columns | ColumnTrouble {
  const header = findHeader(table.rows, mapping);
  const titles = (table.rows[header]?.cells ?? []).map(foldHeader);
  const byRole = (role: ColumnRole): readonly number[] =>
    mapped(mapping[role], titles) ?? labelled(role, titles);
  const rows = table.rows.slice(header + 1);
  const ids = byRole('id');
  const id = mapping.id === undefined ? bestIdColumn(rows, ids) : (ids[0] ?? -1);
  if (id < 0) return noIdColumn(table, header, mapping);
  const without = (columns: readonly number[]): readonly number[] =>
    columns.filter((column) => column !== id);
  const name = without(byRole('name'));
  return {
    id,
    name: name.length > 0 ? name : wordiest(rows, id, titles),
    document: without(byRole('document')),
    url: without(byRole('url')),
    services: without(byRole('services')),
    mandatory: without(byRole('mandatory')),
    language: without(byRole('language')),
    header,
    width: titles.length,
    labelled: ids.includes(id),
  };
}

/** A header as it is compared: without width, case, spaces, marks of emphasis and language. */
function foldHeader(cell: Cell): string {
  return cell.text
    .normalize('NFKC')
    .toLowerCase()
    .replace(
      /\((english|japanese|en|ja|jp|英語|日本語)\)|[.:_ -]+(en|ja|jp|english|japanese)$|(英語|日本語)$|^(英語|日本語)の?/g,
      '',
    )
    .replace(/[\s*_:：・.-]+/g, '');
}

function roleOf(title: string): ColumnRole | null {
  return headerWords.find(([, words]) => words.test(title))?.[0] ?? null;
}

function labelled(role: ColumnRole, titles: readonly string[]): readonly number[] {
  return titles.flatMap((title, column) => (roleOf(title) === role ? [column] : []));
}

function mapped(wanted: string | number | undefined, titles: readonly string[]): readonly number[] | null {
  if (wanted === undefined) return null;
  if (typeof wanted === 'number') return [wanted - 1];
  const column = titles.indexOf(foldHeader({ text: wanted, links: [] }));
  return column < 0 ? [] : [column];
}

const mostHeaderRows = 20;

/** The row that names most columns and has no id itself. */
function findHeader(rows: readonly TableRow[], mapping: ColumnMapping): number {
  const wanted = Object.values(mapping).flatMap((value) =>
    typeof value === 'string' ? [foldHeader({ text: value, links: [] })] : [],
  );
  let best = -1;
  let most = 0;
  for (const [at, row] of rows.slice(0, mostHeaderRows).entries()) {
    if (row.cells.some(({ text }) => parseTaskId(text) !== null)) continue;
    const titles = row.cells.map(foldHeader);
    const roles = new Set(titles.map(roleOf).filter((role) => role !== null));
    const score = roles.size + titles.filter((title) => wanted.includes(title)).length * 2;
    if (score > most) [best, most] = [at, score];
  }
  return best;
}

/** Of columns that are mostly ids: the one whose header says so, then the fullest, then the first. */
function bestIdColumn(rows: readonly TableRow[], labelledIds: readonly number[]): number {
  const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length));
  let best = -1;
  let most = 0;
  for (let column = 0; column < width; column++) {
    const texts = rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '');
    const ids = texts.filter((text) => parseTaskId(text) !== null);
    const said = labelledIds.includes(column);
    const share = texts.length === 0 ? 0 : ids.length / texts.length;
    if (share < (said ? 0.3 : 0.6) || (!said && areYears(ids))) continue;
    const score = share * ids.length + (said ? rows.length * 2 : 0);
    if (score > most) [best, most] = [column, score];
  }
  return best;
}

function areYears(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text) => /^(19|20)\d\d$/.test(text));
}

/** Without a header for it, the name is what has most letters. */
function wordiest(rows: readonly TableRow[], id: number, titles: readonly string[]): readonly number[] {
  const letters = new Map<number, number>();
  for (const row of rows.slice(0, 200))
    for (const [column, cell] of row.cells.entries()) {
      if (column === id || (titles[column] !== undefined && roleOf(titles[column]) !== null)) continue;
      const count = (cell.text.match(/\p{L}/gu) ?? []).length;
      letters.set(column, (letters.get(column) ?? 0) + (/^https?:/i.test(cell.text) ? 0 : count));
    }
  const [best] = [...letters].sort((one, other) => other[1] - one[1]);
  return best === undefined || best[1] === 0 ? [] : [best[0]];
}

function noIdColumn(table: Table, header: number, mapping: ColumnMapping): ColumnTrouble {
  const titles = (table.rows[Math.max(0, header)]?.cells ?? [])
    .map(({ text }) => text)
    .filter((text) => text !== '');
  const shown = titles
    .slice(0, 12)
    .map((title) => `"${title.slice(0, 40)}"`)
    .join(', ');
  if (mapping.id !== undefined)
    return { message: `has no column ${JSON.stringify(mapping.id)}`, hint: `its columns are ${shown}` };
  return {
    message: 'no column holds task ids',
    hint:
      shown === ''
        ? 'ids are 3 to 5 digits, as in "4122" or "Task4122"'
        : `its columns are ${shown}; map one to "id"`,
  };
}
