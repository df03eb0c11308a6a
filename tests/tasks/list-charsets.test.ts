import { expect, test } from 'vitest';
import { readTaskList } from '../../src/tasks/list/read-task-list.js';

const namesOf = (bytes: Uint8Array): readonly (readonly [string, string])[] =>
  readTaskList({ name: 'list.csv', bytes }).tasks.map(({ name, language }) => [name, language] as const);
const oneByteEach = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each([
  ['a curly apostrophe', 'Microsoft\x92s workshop', 'Microsoft’s workshop'],
  ['a dash', 'Deploy \x96 day 1', 'Deploy – day 1'],
  ['accents', 'Plan R\xe9sum\xe9s', 'Plan Résumés'],
])('%s of Western Windows is no Shift_JIS', (_, written, name) => {
  expect(namesOf(oneByteEach(`Task ID,Task Name\r\n4122,${written}\r\n`))).toEqual([[name, 'en']]);
});

test.each([
  ['kanji', '\x93\x57\x8a\x4a', '展開', 'ja'],
  ['a single sign', 'Week 1\x81\x602', 'Week 1～2', 'en'],
  ['kana of half width', '\xb2\xdd\xc4\xd7', 'ｲﾝﾄﾗ', 'ja'],
])('%s of Shift_JIS stays', (_, written, name, language) => {
  expect(namesOf(oneByteEach(`Task ID,Task Name\r\n4122,${written}\r\n`))).toEqual([[name, language]]);
});

test('ISO-2022-JP, as mail has it, is read', () => {
  expect(namesOf(oneByteEach('Task ID,Task Name\r\n4122,\x1b$BE83+\x1b(B\r\n'))).toEqual([['展開', 'ja']]);
});
