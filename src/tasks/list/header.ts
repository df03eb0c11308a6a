import { parseTaskId, type ColumnMapping, type ColumnRole } from '../../model/task.js';
import type { Language } from '../../model/text.js';
import type { TableRow } from '../readers/table.js';
import { anyOf } from './any-of.js';

/** The titles of the columns of a table. */
export interface Header {
  /** Position of its last row among the rows; -1 if there is none. */
  readonly last: number;
  /** One for each column, as written; titles in two rows are joined: `資料 日本語`. */
  readonly titles: readonly string[];
}

const things = anyOf(
  'documents? resources? files? decks? materials? collaterals? assets? deliverables? templates? guides? manuals? docs attachments? artifacts? ' +
    'ドキュメント 資料 ファイル リソース 文書 教材 コンテンツ 成果物 提供物 納品物 テンプレート ガイド マニュアル 手順書 添付',
);
/** Words before a title that say which documents are meant: those to read, not old ones or somebody's profile. */
const which = anyOf(
  'expected reference supporting related required needed recommended additional associated linked key playbook task ftop delivery training workshop ' +
    '対象 必要 必須 関連 参照 参考 使用 利用 活用 提供 配布 配付 説明 提案 添付 支援 推奨 該当 準備 実施 作業 主要 ワークショップ タスク プレイブック パートナー 顧客 お客様 版',
);
const links = anyOf(
  '(?:リンク|ダウンロード|link|download)?urls? links? hyperlinks? href address リンク リンク先 アドレス ハイパーリンク 格納場所 格納先 保存場所 保存先 掲載場所 掲載先 入手先 ダウンロード先',
);

const headerWords: readonly (readonly [ColumnRole, RegExp])[] = [
  ['id', /^((ftop|playbook)?(task|タスク)?(id|ids|no|number|#|番号|ナンバー)|task#|(ftop)?タスク番号|管理番号|id番号)$/],
  ['url', new RegExp(`^(?:${which}?(?:の|な|する|用|向け)?${things}?の?${links})\\d{0,2}$`)],
  ['document', new RegExp(`^${which}?(?:の|な|する|用|向け)?${things}の?(?:names?|titles?|名|名称|タイトル|一覧)?\\d{0,2}(?:/(?:${things}名?|${links}))?$`)],
  ['mandatory', /^\(?m\)?(andatory)?\/?\(?o\)?(ptional)?$|mandatory|必須|オプション$|^m\/o$|^required$/],
  ['services', /^(service|services|appliesto|workload|workloads|product|products|サービス|適用対象|製品|ワークロード)$/],
  ['language', /^(language|languages|lang|locale|言語)$/],
  ['name', /^(task|タスク)?の?(name|title|description|名|名前|名称|説明|タイトル|内容|概要)$|^(task|タスク)$|^names?$|^(作業|実施|活動)(名|名称|内容|項目|タスク)$/],
]; // prettier-ignore

/** What a title says in brackets of how its column is filled: `資料（ファイル名）`, `Document (latest)`. */
const qualifier =
  /\((?:ファイル名?|名称|タイトル|最新版?|必須|任意|複数可|リンク付き?|\d桁|filenames?|titles?|latest|required|optional|link(?:s|ed)?)\)$/;

/** What a column holds, by its title; `null` if the title does not say. */
export function roleOf(title: string): ColumnRole | null {
  const folded = foldTitle(title).replace(qualifier, '');
  return headerWords.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** A title as it is compared: without differences of width and case, spaces, marks of emphasis, and languages. */
export function foldTitle(title: string): string {
  return plain(title)
    .replace(languageMarks, '')
    .replace(/[\s*_:：・.-]+/g, '');
}

/** `nameJa`, as keys are written, is `name_ja`. */
function plain(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/(?<=\p{Ll})(?=(?:En|Eng|English|Ja|Jp|Jpn|Japanese)$)/u, '_')
    .toLowerCase();
}

const latin = '(?:english|japanese|eng|jpn|en|ja|jp)';
const native = '(?:(?:英語|日本語|英文|和文)版?)';
const languageMarks = new RegExp(
  [
    `\\((?:${latin}|${native}|[英日])(?:[/・,、&](?:${latin}|${native}|[英日]))?\\)`,
    // Only where a run of marks begins, since a search from each of them is quadratic.
    `(?:(?<![.:_ -])[.:_ -]+|(?<=[^\\x00-\\x7f]))${latin}$`,
    `^(?:english|japanese)[ _-]+`,
    `^${latin}$`,
    `${native}$`,
    `^${native}の?`,
  ].join('|'),
  'g',
);

/** The language that a title names, as in `資料（日本語）` or `Document_EN`; `null` if none or both. */
export function languageOfTitle(title: string): Language | null {
  const marks = plain(title).match(languageMarks)?.join(' ') ?? '';
  const isJapanese = /[日和]|j/.test(marks);
  return isJapanese === /英|en/.test(marks) ? null : isJapanese ? 'ja' : 'en';
}

const mostRows = 20;

/**
 * Finds the header: the row that names the most columns and has no id itself, with the row below if that says more about the same
 * columns.
 */
export function findHeader(rows: readonly TableRow[], mapping: ColumnMapping): Header {
  const wanted = Object.values(mapping).flatMap((value) =>
    typeof value === 'string' ? [foldTitle(value)] : [],
  );
  let best = -1;
  let most = 0;
  for (const [at, row] of rows.slice(0, mostRows).entries()) {
    if (holdsId(row)) continue;
    const titles = textsOf(row);
    const roles = new Set(titles.map(roleOf).filter((role) => role !== null));
    const score = roles.size + titles.filter((title) => wanted.includes(foldTitle(title))).length * 2;
    if (score > most) [best, most] = [at, score];
  }
  const titles = textsOf(rows[best]);
  const below = rows[best + 1];
  return best >= 0 && below !== undefined && goesOn(titles, below)
    ? { last: best + 1, titles: joinTitles(titles, textsOf(below)) }
    : { last: best, titles };
}

function holdsId({ cells }: TableRow): boolean {
  return cells.some(({ text }) => parseTaskId(text) !== null);
}

function textsOf(row: TableRow | undefined): readonly string[] {
  return (row?.cells ?? []).map(({ text }) => text.trim());
}

/**
 * Whether the row below goes on with the header: below a cell merged across several columns stand their own titles, `日本語` and
 * `英語`, or `名称` and `URL`.
 */
function goesOn(titles: readonly string[], below: TableRow): boolean {
  if (holdsId(below) || below.cells.some(({ links: own }) => own.length > 0)) return false;
  const own = textsOf(below).map((text, column) => (text === titles[column] ? '' : text));
  return (
    own.some((text, column) => text !== '' && (titles[column] ?? '') === '') &&
    own.every((text) => text === '' || foldTitle(text) === '' || roleOf(text) !== null)
  );
}

function joinTitles(titles: readonly string[], below: readonly string[]): readonly string[] {
  let above = '';
  return Array.from({ length: Math.max(titles.length, below.length) }, (_, column) => {
    const title = titles[column] ?? '';
    const own = below[column] ?? '';
    if (title !== '') above = title;
    if (own === '' || own === title) return title;
    const joined = `${above} ${own}`;
    return roleOf(joined) === null ? own : joined;
  });
}
