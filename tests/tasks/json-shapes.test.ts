import { expect, test } from 'vitest';
import { readTaskList } from '../../src/tasks/list/read-task-list.js';

const kickoff = { name: 'Kickoff', documents: ['Kickoff Deck'] };
const asRead = [{ id: '4122', name: 'Kickoff', documents: ['Kickoff Deck'] }];

function read(value: unknown): unknown {
  const bytes = Buffer.from(JSON.stringify(value));
  const { tasks, problems } = readTaskList({ name: 'list.json', bytes });
  expect(problems).toEqual([]);
  return tasks.map(({ id, name, documents }) => ({
    id,
    name,
    documents: documents.map(({ title }) => title),
  }));
}

test.each([
  ['an array', [{ id: 4122, ...kickoff }]],
  ['a list within what a service answers', { d: { results: [{ id: '4122', ...kickoff }] } }],
  ['a list beside others', { errors: [], tags: ['a'], items: [{ id: '4122', ...kickoff }] }],
  ['tasks by their ids', { 4122: kickoff }],
  ['documents by their tasks', { name: 'list', tasks: { Task4122: ['Kickoff Deck'] } }],
  [
    'documents by their tasks, with ids and addresses',
    { 4122: [{ id: 771, title: 'Kickoff Deck', url: 'https://hub.example/kickoff.pptx' }] },
  ],
  [
    'rows',
    [
      ['Task ID', 'Task Name', 'Document'],
      [4122, 'Kickoff', 'Kickoff Deck'],
    ],
  ],
])('%s is a list', (shape, value) => {
  const isNameless = shape.startsWith('documents by');
  expect(read(value)).toEqual(isNameless ? [{ ...asRead[0], name: '' }] : asRead);
});

test('keys name the language at their end', () => {
  const task = {
    taskId: 4122,
    nameEn: 'Kickoff',
    nameJa: 'キックオフ',
    documentEn: 'Kickoff Deck',
    documentJa: 'キックオフ資料',
  };
  expect(read([task])).toMatchObject([
    { name: 'Kickoff', documents: ['Kickoff Deck', 'キックオフ資料'] },
    { name: 'キックオフ' },
  ]);
});

test('an object in an object without end is no list', () => {
  const deep = Buffer.from(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`);
  const { problems } = readTaskList({ name: 'list.json', bytes: deep });
  expect(problems.map(({ message }) => message)).toEqual(['holds no array of tasks']);
});

test.each([
  ['years', { 2024: [{ id: '4122', ...kickoff }], 2025: [{ id: '5122', ...kickoff }] }],
  ['years and ids', { 2024: { 4122: kickoff }, 2025: { 5122: kickoff } }],
  [
    'years and more',
    { 2024: { tasks: [{ id: 4122, ...kickoff }] }, 2025: { tasks: [{ id: 5122, ...kickoff }] } },
  ],
  [
    'parts',
    { updated: '', fy25: { tasks: [{ id: 4122, ...kickoff }] }, fy26: { tasks: [{ id: 5122, ...kickoff }] } },
  ],
  [
    'services',
    { tags: [{ name: 'a' }], Teams: [{ id: 4122, ...kickoff }], Intune: [{ id: 5122, ...kickoff }] },
  ],
])('tasks in several lists, by %s, are all read', (by, value) => {
  expect(read(value), by).toMatchObject([asRead[0], { ...asRead[0], id: '5122' }]);
});

test('a row among tasks hides none of them', () => {
  expect(read([{ id: '4122', ...kickoff }, ['4123']])).toEqual(asRead);
});

test.each<[string, unknown, readonly (readonly [string, string | null])[]]>([
  ['a hyperlink', { Url: 'https://a.example/x', Description: 'Kickoff Deck' }, [['Kickoff Deck', 'https://a.example/x']]],
  ['a lookup', { LookupId: 12, LookupValue: 'Kickoff Deck' }, [['Kickoff Deck', null]]],
  ['several lookups', [{ LookupId: 1, LookupValue: 'Kickoff Deck' }, { LookupId: 2, LookupValue: 'Setup Guide' }], [['Kickoff Deck', null], ['Setup Guide', null]]],
  ['results', { results: [{ Title: 'Kickoff Deck' }, { Title: 'Setup Guide' }] }, [['Kickoff Deck', null], ['Setup Guide', null]]],
  ['an item of a drive', { name: 'Kickoff.pptx', webUrl: 'https://a.example/x' }, [['Kickoff.pptx', 'https://a.example/x']]],
])('%s of SharePoint is read as documents', (_, value, documents) => {
  const bytes = Buffer.from(JSON.stringify({ value: [{ TaskId: 4122, Title: 'Deliver', Documents: value }] }));
  const { tasks, problems } = readTaskList({ name: 'list.json', bytes });
  expect(problems).toEqual([]);
  expect(tasks).toMatchObject([{ id: '4122', name: 'Deliver' }]);
  expect(tasks[0]?.documents.map(({ title, url }) => [title, url])).toEqual(documents);
}); // prettier-ignore

test('fields of an item are read as those of its task', () => {
  const fields = {
    Title: 'Kickoff',
    TaskID: '4122',
    Url: 'https://a.example/task',
    Documents: ['Kickoff Deck'],
  };
  expect(read({ value: [{ '@odata.etag': 'x', fields }] })).toMatchObject(asRead);
});

test('a task with an object for its id and name keeps both', () => {
  expect(read([{ Task: { Id: 4122, Name: 'Kickoff' }, Documents: ['Kickoff Deck'] }])).toEqual(asRead);
});
