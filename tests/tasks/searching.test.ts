import { describe, expect, test } from 'vitest';
import type { SearchRemark, TaskAnswer } from '../../src/model/task-report.js';
import { readTaskList } from '../../src/tasks/list/read-task-list.js';
import { reconcile } from '../../src/tasks/reconcile/reconcile.js';
import { judgeSearches } from '../../src/tasks/searching/judge-searches.js';
import { controlQuery, queriesFor, searchAddress } from '../../src/tasks/searching/queries.js';
import { snapshotOf } from '../support/snapshots.js';

const site = 'https://community.example';
const template = `${site}/search?q={query}`;
const titles = ['Kickoff Deck', 'Pilot Runbook', 'Apps Overview'];

/** A portal with three articles: one listed, one only indexed, one listed and not indexed. */
function judge(
  found: Readonly<Record<string, readonly string[]>>,
  control: readonly string[] = [],
): readonly SearchRemark[] {
  const article = (title: string): string => `${site}/${title.replace(' ', '-').toLowerCase()}`;
  const results = [controlQuery, ...titles].map((query) => ({
    url: searchAddress(template, query) ?? '',
    source: 'community',
    role: 'search' as const,
    title: 'Search',
    links: (query === controlQuery ? control : (found[query] ?? [])).map((title) => ({
      url: title.startsWith('http') ? title : article(title),
      text: title,
    })),
  }));
  const snapshot = snapshotOf({
    sources: [{ id: 'community', title: 'Community', library: true, seeds: [`${site}/`] }],
    resources: [
      {
        url: `${site}/`,
        source: 'community',
        role: 'seed',
        title: 'Home',
        links: ['Kickoff Deck', 'Apps Overview'].map((title) => ({ url: article(title), text: title })),
      },
      ...titles.map((title) => ({ url: article(title), source: 'community', title })),
      ...results,
    ],
  });
  const answers: readonly TaskAnswer[] = reconcile({
    rows: readTaskList({
      name: 'list.csv',
      bytes: Buffer.from(
        ['Task ID,Task Name,Document', ...titles.map((title, at) => `410${at},x,${title}`)].join('\n'),
      ),
    }).tasks,
    snapshot,
    verdictOf: () => null,
    places: [{ id: 'community', title: 'Community', sources: ['community'] }],
  }).tasks;
  const pages = new Map(
    [...snapshot.resources()].filter(({ role }) => role === 'search').map(({ id, url }) => [url, id]),
  );
  return judgeSearches({ snapshot, answers, templates: { community: template }, results: pages });
}

const kinds = (remarks: readonly SearchRemark[]): unknown => remarks.map(({ kind, task }) => [kind, task]);

describe("a portal's search", () => {
  test('misses what is there, or alone finds it', () => {
    const found = judge({ 'Kickoff Deck': ['Kickoff Deck'], 'Pilot Runbook': ['Pilot Runbook'] });
    expect(kinds(found)).toEqual([
      ['unlinked', '4101'],
      ['unfindable', '4102'],
    ]);
  });

  test('does not find what stands on every page of results', () => {
    const menu = titles.map((title) => `${site}/${title.replace(' ', '-').toLowerCase()}`);
    const found = judge(
      { 'Kickoff Deck': [...menu, 'Other'], 'Pilot Runbook': menu, 'Apps Overview': menu },
      menu,
    );
    expect(kinds(found)).toEqual([
      ['unfindable', '4100'],
      ['unfindable', '4101'],
      ['unfindable', '4102'],
    ]);
  });

  test('that finds nothing at all tells nothing: a script shows its results', () => {
    expect(judge({})).toEqual([]);
  });
});

test.each([
  ['Kickoff Deck v2', ['Kickoff Deck v2', 'Kickoff Deck']],
  ['Guide (日本語).docx', ['Guide (日本語).docx', 'Guide']],
  ['Exchange Server 2010', ['Exchange Server 2010']],
  ['  ', []],
])('a partner looks for %j by %j', (title, queries) => {
  expect(queriesFor(title)).toEqual(queries);
});
