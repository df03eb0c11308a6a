import { describe, expect, test } from 'vitest';
import { keepLists, keptLists, nothingKept } from '../../src/app/task-lists/kept-lists.js';
import { overlay } from '../../src/app/tasks/overlay.js';
import { createRead } from '../../src/app/reading/read.js';
import { taskTablesOf } from '../../src/app/reading/task-tables.js';
import { planTasks } from '../../src/app/task-lists/task-plan.js';
import type { Json } from '../../src/model/resource.js';
import type { TaskRow } from '../../src/model/task.js';
import { readTaskIds } from '../../src/model/task-span.js';
import { openStore } from '../../src/store/store.js';
import { materialOf } from '../support/material.js';
import { resourceOf, runOf, snapshotOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const row: TaskRow = {
  id: '4122',
  name: 'Compliance',
  language: 'en',
  documents: [{ title: 'Score Workshop v2', url: 'https://docs.example/score.pptx', language: null }],
  services: ['Purview'],
  mandatory: null,
  list: 'list.csv',
  where: { file: 'list.csv', line: 2 },
};
const kept = {
  lists: [
    { name: 'list.csv', rows: [row], problems: [{ place: { file: 'list.csv', line: 3 }, message: 'x' }] },
  ],
  glossary: { renames: { Yammer: 'Viva Engage' } },
  searches: { community: 'https://community.example/search?q={query}' },
};

test('lists stay with the run that read them', () => {
  const store = openStore(temporaryFolder());
  const recorder = store.begin(runOf());
  keepLists(recorder, kept);
  recorder.end({ endedAt: 1, complete: true, limitsReached: [] });
  const snapshot = store.open();
  expect(keptLists(snapshot)).toEqual(kept);
  expect(snapshot.note('other')).toBeNull();
  snapshot.close();
});

test('a run that knows of no lists, or notes something else, has none', () => {
  expect(keptLists(snapshotOf({ resources: [] }))).toEqual(nothingKept);
  expect(keptLists(snapshotOf({ resources: [], notes: { 'task-lists': 7 } }))).toEqual(nothingKept);
});

describe('task tables of pages', () => {
  const url = 'https://hub.example/page.html';
  const read = createRead({ checkFragments: false, rules: {} });
  const observe = (markup: string): Json | null =>
    read(materialOf(markup, { url })).signals['task-table'] ?? null;
  const table = (heading: string): string =>
    `<table><tr><th>${heading}</th><th>Name</th></tr><tr><td>4122</td><td><a href="score.pptx">Score</a></td></tr></table>`;

  test.each(['Task ID', '<b>タスク ID</b>'])('are seen under %s', (heading) => {
    expect(observe(table(heading))).toMatchObject([
      { id: '4122', documents: [{ title: 'Score', url: 'https://hub.example/score.pptx' }] },
    ]);
  });

  test('lead to where the page says that its links do', () => {
    expect(observe(`<base href="/site/">${table('Task ID')}`)).toMatchObject([
      { documents: [{ url: 'https://hub.example/site/score.pptx' }] },
    ]);
  });

  test('tables of events and errors are none', () => {
    expect(observe(table('Event ID'))).toBeNull();
    expect(observe(`<p>Do the task in 1000 steps.</p>${table('Number')}`)).toBeNull();
  });

  test('are seen inside of others, and where they never end', () => {
    const layout = `<table><tr><td>${table('Task ID')}</td></tr></table>`;
    expect(observe(`<table><tr><td>1</td></tr></table>${layout}`)).toMatchObject([{ id: '4122' }]);
    expect(observe(table('Task ID').replace('</table>', ''))).toMatchObject([{ id: '4122' }]);
  });

  test('become rows of one list that is named as the portal is; a note of another shape is none', () => {
    const titles = new Map([['hub', 'Partner Hub']]);
    const signals = { 'task-table': observe(table('Task ID')) ?? null };
    expect(taskTablesOf(resourceOf({ url, source: 'hub', signals }), titles)).toMatchObject([
      { list: 'Partner Hub' },
    ]);
    expect(taskTablesOf(resourceOf({ url, source: null, signals }), titles)).toEqual([]);
    expect(taskTablesOf(resourceOf({ url, source: 'hub', signals: { 'task-table': 'x' } }), titles)).toEqual(
      [],
    );
  });
});

describe('the plan of a walk', () => {
  test('is for the addresses of the lists, and for their titles as a partner would type them', () => {
    const { documents, searches } = planTasks(kept, [{ id: 'community' }]);
    expect(documents).toEqual(['https://docs.example/score.pptx']);
    const asked = [...searches].map((address) => new URL(address).searchParams.get('q'));
    expect(asked.slice(1)).toEqual(['Score Workshop v2', 'Score Workshop']);
  });

  test('asks each search a hundred times at most, and nothing where nothing is named', () => {
    const rows = Array.from({ length: 500 }, (_, number) => ({
      ...row,
      documents: [{ title: `Deck ${number}`, url: null, language: null }],
    }));
    const many = { ...kept, lists: [{ name: 'list.csv', rows, problems: [] }] };
    expect([...planTasks(many, []).searches]).toHaveLength(100);
    expect([...planTasks(nothingKept, []).searches]).toEqual([]);
  });
});

test('what was seen again lies over the snapshot, and what is new comes after', () => {
  const base = snapshotOf({ resources: [{ url: 'https://a.example/' }, { url: 'https://a.example/b' }] });
  const [first, second] = base.resources();
  const again = { ...second!, attempts: [] };
  const anew = { ...first!, id: 9, url: 'https://a.example/c' };
  const over = overlay(base, [again, anew]);
  expect([...over.resources()]).toEqual([first, again, anew]);
  expect([over.resource(second!.id), over.resource(9), over.resource(first!.id)]).toEqual([
    again,
    anew,
    first,
  ]);
});

test.each([
  [['Task', '4122'], ['4122'], []],
  [['4122,4123', 'タスク4124', '4122'], ['4122', '4123', '4124'], []],
  [['soon', '12'], [], ['soon', '12']],
  [[''], [], ['']],
  [['Task', '、'], [], ['Task', '、']],
  [['', '4122'], ['4122'], []],
  [['4106-4108'], ['4106', '4107', '4108'], []],
  [['タスク4106～4107', '4107,4108'], ['4106', '4107', '4108'], []],
  [
    ['Task4106-Task4107', '4108-4106', '1000-9999'],
    ['4106', '4107'],
    ['4108-4106', '1000-9999'],
  ],
] as const)('the words %s mean the tasks %s', (words, ids, others) => {
  expect(readTaskIds(words)).toEqual({ ids, others });
});
