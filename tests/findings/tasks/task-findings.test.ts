import { expect, test } from 'vitest';
import { findMissingDocuments } from '../../../src/findings/tasks/task-findings.js';
import { reconcile } from '../../../src/tasks/reconcile/reconcile.js';
import { readTaskList } from '../../../src/tasks/list/read-task-list.js';
import { snapshotOf } from '../../support/snapshots.js';

const hub = { id: 'hub', title: 'FastTrack Playbook', library: true, seeds: ['https://hub.example/'] };
const page = { url: 'https://hub.example/', source: 'hub', role: 'seed', title: 'Home' } as const;

function findingsOf(list: string, lines = '4122,Kickoff,Kickoff Deck; Pilot Runbook') {
  const text = `Task ID,Task Name,Document\n${lines}\n`;
  const { tasks: rows } = readTaskList({ name: list, bytes: Buffer.from(text) });
  const snapshot = snapshotOf({ sources: [hub], resources: [page] });
  const places = [{ id: 'hub', title: hub.title, sources: ['hub'] }];
  return findMissingDocuments(reconcile({ rows, snapshot, verdictOf: () => null, places }).tasks, 'en');
}

test('a missing document is the same wherever the list lies, and no other', () => {
  const [here, there] = ['/home/mori/list.csv', '/builds/list-2026-06.csv'].map((list) => findingsOf(list));
  expect(new Set(here?.map(({ id }) => id)).size).toBe(2);
  expect(here?.map(({ id }) => id)).toEqual(there?.map(({ id }) => id));
  expect(there?.map(({ url }) => url)).toEqual(Array(2).fill('/builds/list-2026-06.csv#Task4122'));
});

test('a document that several tasks lack is one finding, which names them all', () => {
  const findings = findingsOf('/lists/tasks.csv', '4122,Kickoff,Kickoff Deck\n4123,Pilot,Kickoff Deck');
  expect(findings).toMatchObject([
    {
      title: 'Kickoff Deck',
      tasks: ['4122', '4123'],
      trail: [{ place: ['/lists/tasks.csv'], headings: ['Task4122, 4123'], text: 'Kickoff Deck' }],
    },
  ]);
});

test.each([
  ['of a text', 'Deck'],
  ['of a link', '"<a href=""https://aka.ms/kickoff"">PDF</a>"'],
])('a document that is called by its task, for want of a title %s, still stands in its list', (_, cell) => {
  const findings = findingsOf('/lists/tasks.csv', `4122,Kickoff,${cell}`);
  expect(findings).toMatchObject([
    { title: 'Kickoff', trail: [{ url: '/lists/tasks.csv', place: ['/lists/tasks.csv'] }] },
  ]);
});
