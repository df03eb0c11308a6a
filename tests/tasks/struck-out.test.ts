import { expect, test } from 'vitest';
import { readTaskList } from '../../src/tasks/list/read-task-list.js';
import { workbookParts, zipOf } from './workbook.js';

const needs = (text: string | Uint8Array, name: string): readonly (readonly string[])[] =>
  readTaskList({ name, bytes: Buffer.from(text) }).tasks.map(({ id, documents }) => [
    id,
    ...documents.map(({ title, url }) => url ?? title),
  ]);

const rest = ['4122', 'Guide v2'];

test.each([
  '<s>Guide v1</s> Guide v2',
  '<del>Guide v1</del><br>Guide v2',
  '<span style="color: red; text-decoration: line-through">Guide v1</span><br>Guide v2',
  '<s><a href="https://a.example/v1">Guide v1</a></s> Guide v2',
  '<a href="https://a.example/v1"><s>Guide v1</s></a> Guide v2',
])('a document that is struck out on a page is not needed: %s', (cell) => {
  const head = '<table><tr><th>Task ID<th>Task Name<th>Document';
  const row = `<tr><td>4122<td>Deploy<td>${cell}`;
  const gone = '<tr><td><s>4123</s><td><s>Retired</s><td><s>Old deck.pptx</s>';
  expect(needs(`${head}${row}${gone}</table>`, 'list.html')).toEqual([rest]);
});

test.each([
  '~~Guide v1~~ Guide v2',
  '~~[Guide v1](https://a.example/v1)~~ Guide v2',
  '[~~Guide v1~~](https://a.example/v1) Guide v2',
  '~~[Guide v1](https://a.example/~ana/v1)~~ Guide v2',
  '<del>Guide v1</del> Guide v2',
])('nor in Markdown: %s', (cell) => {
  const lines = [
    '| Task ID | Task Name | Document |',
    '|---|---|---|',
    `| 4122 | Deploy | ${cell} |`,
    '| ~~4123~~ | ~~Retired~~ | ~~Old deck.pptx~~ |',
  ];
  expect(needs(lines.join('\n'), 'list.md')).toEqual([rest]);
});

test('nor in a workbook, be it a cell or a part of one', () => {
  const cell = (at: string, text: string, style = 0): string =>
    `<c r="${at}" s="${style}" t="inlineStr"><is>${text}</is></c>`;
  const run = (text: string, strike = ''): string => `<r><rPr>${strike}</rPr><t>${text}</t></r>`;
  const t = (text: string): string => `<t>${text}</t>`;
  const rows = [
    cell('A1', t('Task ID')) + cell('B1', t('Task Name')) + cell('C1', t('Document')) + cell('D1', t('File')),
    cell('A2', t('4122')) + cell('B2', t('Deploy')) + cell('C2', t('Old'), 1) + cell('D2', t('Guide v2')),
    cell('A3', t('4124')) +
      cell('B3', t('Go on')) +
      cell('C3', run('Deck v1', '<strike/>') + run('Deck v2', '<strike val="0"/>')),
    cell('A4', t('4123'), 1) + cell('B4', t('Retired'), 1) + cell('C4', t('Old deck.pptx'), 1),
  ];
  const xml = `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row}</row>`).join('')}</sheetData><hyperlinks><hyperlink ref="C2" r:id="rId1"/></hyperlinks>`;
  const styles =
    '<fonts><font><sz val="11"/></font><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
  const parts = workbookParts([{ name: 'Tasks', xml, links: ['https://a.example/old'] }], { styles });
  expect(needs(zipOf(parts), 'list.xlsx')).toEqual([rest, ['4124', 'Deck v2']]);
});

const first = ['4121', 'Guide 1'];

test.each([
  '<tr><td><s>4123</s><td><s>Retired</s><td>Old deck.pptx',
  '<tr><td><s>4123</s><td>Retired<td><s>Old deck.pptx</s>',
  '<tr style="text-decoration: line-through"><td>4123<td>Retired<td>Old deck.pptx',
  '</tr><tbody style="text-decoration: line-through"><tr><td>4123<td>Retired<td>Old deck.pptx',
  '</table><del><table><tr><th>Task ID<th>Task Name<th>Document<tr><td>4123<td>Retired<td>Old</table></del><table>',
])('a row whose task is struck out asks for nothing, nor does the task above: %s', (row) => {
  const markup = `<table><tr><th>Task ID<th>Task Name<th>Document<tr><td>4121<td>First<td>Guide 1${row}</table>`;
  const { tasks, problems } = readTaskList({ name: 'list.html', bytes: Buffer.from(markup) });
  expect(tasks.map(({ id, documents }) => [id, ...documents.map(({ title }) => title)])).toEqual([first]);
  expect(problems).toEqual([]);
});

test('a row goes on with the task above if no task is struck out in it', () => {
  const head = '<table><tr><th>Task ID<th>Task Name<th>Document<tr><td>4121<td>First<td>Guide 1';
  expect(needs(`${head}<tr><td><s></s><td><td>Guide 2</table>`, 'list.html')).toEqual([
    first,
    ['4121', 'Guide 2'],
  ]);
});

test.each([
  '<del>Guide v1<br>Guide v0</del><br>Guide v2',
  '<s>**Guide v1**, <em>Guide v0</em></s> Guide v2',
  '<del datetime="2026-11-01">Guide v1</del> Guide v2',
  '<del><a href="https://a.example/v1">Guide v1</a></del> Guide v2',
])('what markup strikes out in Markdown may have markup in it: %s', (cell) => {
  const head = '| Task ID | Task Name | Document |\n|---|---|---|\n';
  expect(needs(`${head}| 4122 | Deploy | ${cell} |\n| ~~4123~~ | Retired | Old |`, 'list.md')).toEqual([
    rest,
  ]);
});

test('of a struck-out cell of a workbook holds what has a font of its own', () => {
  const plain = '<r><t>Guide v0 </t></r>';
  const old = '<r><rPr><strike/></rPr><t>Guide v1\n</t></r>';
  const kept = '<r><rPr><sz val="11"/></rPr><t>Guide v2</t></r>';
  const cell = (at: string, index: number, style = 0): string =>
    `<c r="${at}" s="${style}" t="s"><v>${index}</v></c>`;
  const strings = ['Task ID', 'Task Name', 'Document', '4122', 'Deploy', '4123', 'Retired', 'Old deck.pptx']
    .map((text) => `<si><t>${text}</t></si>`)
    .concat(`<si>${plain}${old}${kept}</si>`, `<si>${old}</si>`, '<si><t></t></si>', '<si><t>More</t></si>')
    .join('');
  const rows = [
    cell('A1', 0) + cell('B1', 1) + cell('C1', 2),
    cell('A2', 3) + cell('B2', 4) + cell('C2', 8, 1),
    cell('A3', 10, 1) + cell('B3', 10) + cell('C3', 11),
    cell('A4', 5, 1) + cell('B4', 6, 1) + cell('C4', 7),
    cell('A5', 3) + cell('B5', 4) + cell('C5', 9),
  ];
  const xml = `<sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row}</row>`).join('')}</sheetData><hyperlinks><hyperlink ref="C5" r:id="rId1"/></hyperlinks>`;
  const styles =
    '<fonts><font/><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs>';
  const parts = workbookParts([{ name: 'Tasks', xml, links: ['https://a.example/old'] }], {
    strings,
    styles,
  });
  expect(needs(zipOf(parts), 'list.xlsx')).toEqual([rest, ['4122', 'More'], ['4122']]);
});

test.each([
  '<tr><th>Task ID<th>Task Name<th>Document<tr><td><s>4121</s><td><s>Retired</s><td><s>Guide 0</s>',
  '<tr><th>Task ID<th>Task Name<th>Document<tr><td><s>4121</s><td>Retired<td>Guide 0',
  '<tr><th><s>Task ID</s><th><s>Task Name</s><th><s>Document</s><tr><td><s>4121</s><td><s>Retired</s><td><s>Guide 0</s>',
])('a table of which every task is struck out is no trouble beside others: %s', (struck) => {
  const markup = `<table><tr><th>Task ID<th>Task Name<th>Document<tr><td>4121<td>First<td>Guide 1</table><table>${struck}</table>`;
  const { tasks, problems } = readTaskList({ name: 'list.html', bytes: Buffer.from(markup) });
  expect(tasks.map(({ id, documents }) => [id, ...documents.map(({ title }) => title)])).toEqual([first]);
  expect(problems).toEqual([]);
});
