import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/model/problem.js';
import { findColumns } from '../../src/tasks/list/columns.js';
import { wholeRoom } from '../../src/tasks/list/room.js';
import { readRows } from '../../src/tasks/list/rows.js';
import { readTaskList } from '../../src/tasks/list/read-task-list.js';

const read = (cells: readonly string[]) => {
  const rows = cells.map((cell, at) => `"${cell}",作業 ${at},手順書 ${at}`);
  return readTaskList({
    name: 'list.csv',
    bytes: Buffer.from(`タスク ID,タスク名,資料\n${rows.join('\n')}\n`),
  });
};
const idsIn = (...cells: readonly string[]): readonly string[] => read(cells).tasks.map(({ id }) => id);

test('a list that names far too many tasks is read so far, and that is said', () => {
  const rows = ['タスク ID', '4100～4109', '4110～4119', '4120'].map((text, at) => ({
    line: at + 1,
    cells: [{ text, links: [] }],
  }));
  const table = { sheet: null, complete: true, rows };
  const columns = findColumns(table);
  if ('message' in columns) throw new Error(columns.message);
  const { rows: read, problems } = readRows(table, columns, {
    file: 'list.csv',
    base: null,
    room: { ...wholeRoom(), tasks: 15 },
  });
  expect(read.map(({ id }) => id)).toEqual(idsIn('4100～4109'));
  expect(problems.map(describeProblem)).toEqual([
    'list.csv:3: more than 100,000 tasks are named up to here; nothing from here on is read (a Task Reference List is far smaller; delete what is not the list)',
  ]);
});

describe('a range of tasks in one cell', () => {
  test.each([
    '4106～4108',
    '4106〜4108',
    '4106 ~ 4108',
    '4106-4108',
    '4106–4108',
    '4106−4108',
    '４１０６－４１０８',
    'Task4106–4108',
    'Task-4106-4108',
    'タスク4106～タスク4108',
    '#4106 - #4108',
    '4106から4108まで',
    '4106 to 4108',
    '4106\n～\n4108',
    '4106～4108（新規）',
    '4106（新規）～4108',
  ])('%j names all of them', (cell) => {
    const { tasks, problems } = read(['4100', cell]);
    expect(problems).toEqual([]);
    expect(tasks.map(({ id, name }) => [id, name])).toEqual([
      ['4100', '作業 0'],
      ['4106', '作業 1'],
      ['4107', '作業 1'],
      ['4108', '作業 1'],
    ]);
  });

  test('may stand beside others, keeps leading zeros, and holds at most a hundred', () => {
    expect(idsIn('4122、4106～4107、4107')).toEqual(['4122', '4106', '4107']);
    expect(idsIn('0001', '0998-1001')).toEqual(['0001', '0998', '0999', '1000', '1001']);
    expect(idsIn('4100', '4201-4300')).toHaveLength(101);
  });

  test.each([
    '4201-4301',
    '4108-4106',
    '4106-4106',
    '4106-08',
    '4106-1',
    '998-1001',
    '4106-4108-4110',
    '2026-11-23',
  ])('%j is none, and said to be none', (cell) => {
    const { tasks, problems } = read(['4100', cell]);
    expect(tasks.map(({ id }) => id)).toEqual(['4100']);
    expect(problems.map(describeProblem)).toEqual([
      `list.csv:3:1: "${cell}" is not a task id (ids are 3 to 5 digits, as in "4122" or "Task4122"; a range such as "4106-4108" names at most 100)`,
    ]);
  });

  test('is none where all that a column holds are pairs with hyphens: such are ids of another kind', () => {
    const { tasks, problems } = read(['100-101', '100-102', '200-201']);
    expect(tasks).toEqual([]);
    expect(problems.map(describeProblem)[0]).toContain('no column holds task ids');
  });
});
