import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/model/problem.js';
import { readTaskList, type TaskList } from '../../src/tasks/list/read-task-list.js';
import { mergeTasks } from '../../src/tasks/list/merge.js';
import { findInLists } from '../../src/tasks/reconcile/list-findings.js';
import { workbookParts, zipOf } from './workbook.js';

const header = 'タスク ID,タスク名,資料,リンク\n';
const read = (rows: string, name = 'list.csv'): TaskList =>
  readTaskList({ name, bytes: Buffer.from(name.endsWith('.csv') ? header + rows : rows) });
const tell = (list: TaskList): readonly (readonly [string, string, readonly string[]])[] =>
  mergeTasks(list.tasks).map(({ id, names, documents }) => [
    id,
    names.ja ?? '',
    documents.map(({ title, url }) => `${title}${url === null ? '' : ` ${url}`}`),
  ]);
const told = ({ problems }: TaskList): readonly string[] => problems.map(describeProblem);

test.each([
  ['4122 (新規)', ['4122']],
  ['Task4122（改訂）', ['4122']],
  ['４１２２※', ['4122']],
  ['"4122\n【必須】"', ['4122']],
  ['"4122 (旧), 4123 (新)"', ['4122', '4123']],
])('the cell %s names %j', (cell, ids) => {
  const list = read(`${cell},展開,手順書,\n`);
  expect(told(list)).toEqual([]);
  expect(list.tasks.map(({ id }) => id)).toEqual(ids);
});

test.each(['4122～第4124', '(4122)旧', '第4122号 (新規)', '削除 (4122)'])(
  'the cell %s stays in doubt',
  (cell) => {
    const list = read(`4100,展開,手順書,\n${cell},展開,手順書,\n`);
    expect(list.tasks.map(({ id }) => id)).toEqual(['4100']);
    expect(told(list)[0]).toContain('is not a task id');
  },
);

test('a total below an empty row of a sheet, which is not written, is none of the last task', () => {
  const cell = (at: string, text: string): string => `<c r="${at}" t="str"><v>${text}</v></c>`;
  const xml = `<sheetData><row r="1">${cell('A1', '資料')}${cell('B1', 'Task ID')}</row><row r="2">${cell('A2', '手順書')}${cell('B2', '4122')}</row><row r="3">${cell('A3', '確認表')}</row><row r="5">${cell('A5', '合計')}</row></sheetData>`;
  const bytes = zipOf(workbookParts([{ name: 'S', xml }]));
  const { tasks, problems } = readTaskList({ name: 'list.xlsx', bytes });
  expect(tasks.flatMap(({ documents }) => documents.map(({ title }) => title))).toEqual(['手順書', '確認表']);
  expect(problems.map(({ message }) => message)).toEqual(['no task id before "合計"']);
});

describe('documents in rows below that of their task', () => {
  test.each([
    ['with empty cells before them', ',,確認表,'],
    ['with the name again', ',展開,確認表,'],
    ['with marks for the same', '〃,〃,確認表,'],
    ['with the id and the name again', '4122,展開,確認表,'],
    ['with the id alone', '4122,,確認表,'],
  ])('%s', (_, row) => {
    const list = read(`4122,展開,手順書,\n${row}\n4123,確認,計画,\n`);
    expect(told(list)).toEqual([]);
    expect(tell(list)).toEqual([
      ['4122', '展開', ['手順書', '確認表']],
      ['4123', '確認', ['計画']],
    ]);
    expect(list.tasks.map(({ where }) => where.line)).toEqual([2, 3, 4]);
    expect(findInLists(mergeTasks(list.tasks))).toEqual([]);
  });

  test('where the first row has none; by an address; of several tasks; over repeated headers', () => {
    const list = read(
      '4122,展開,,\n,,確認表,\nタスク ID,タスク名,資料,リンク\n,,,https://a.example/x\n"4123,4124",確認,計画,\n,,評価,\n',
    );
    expect(told(list)).toEqual([]);
    expect(tell(list)).toEqual([
      ['4122', '展開', ['確認表', '展開 https://a.example/x']],
      ['4123', '確認', ['計画', '評価']],
      ['4124', '確認', ['計画', '評価']],
    ]);
  });

  test.each([
    ['with a name of its own', ',別の作業,確認表,', 'list.csv:3:1: no task id before "別の作業"'],
    ['after an empty row', ',,,\n,,確認表,', 'list.csv:4:1: no task id before "確認表"'],
    ['after a row nobody can read', '未定,別,手順,\n,,確認表,', 'list.csv:4:1: no task id before "確認表"'],
    ['without a document', ',,なし,', 'list.csv:3:1: no task id before "なし"'],
  ])('%s stay in doubt', (_, rows, problem) => {
    const list = read(`4122,展開,手順書,\n${rows}\n`);
    expect(tell(list)).toEqual([['4122', '展開', ['手順書']]]);
    expect(told(list).at(-1)).toContain(problem);
  });

  test('by a link that has no text', () => {
    const list = read(
      '<table><tr><th>タスク ID<th>タスク名<th>資料<tr><td>4122<td>展開<td>手順書<tr><td><td><td><a href="https://a.example/b.pptx"><img></a></table>',
      'list.html',
    );
    expect(told(list)).toEqual([]);
    expect(tell(list)).toEqual([['4122', '展開', ['手順書', 'b.pptx https://a.example/b.pptx']]]);
  });

  test('do not hide that another list names others', () => {
    const lists = [read('4122,展開,手順書,\n,,確認表,\n'), read('4122,展開,手順書,\n', 'other.csv')];
    const [finding] = findInLists(mergeTasks(lists.flatMap(({ tasks }) => tasks)));
    expect(finding?.message.en).toBe(
      'Task 4122 is listed 2 times with different documents: “手順書”, “確認表” (list.csv:2); “手順書” (other.csv:2).',
    );
  });
});
