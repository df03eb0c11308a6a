import { expect, test } from 'vitest';
import { findBySearch } from '../../../src/findings/tasks/search-findings.js';
import { createGraph } from '../../../src/findings/trails/graph.js';
import { trails } from '../../../src/findings/trails/trails.js';
import type { DocumentAnswer, SearchRemark } from '../../../src/model/task-report.js';
import { snapshotOf } from '../../support/snapshots.js';

test('what the searches of several portals do not find shows its links in each finding, and its tasks once', () => {
  const snapshot = snapshotOf({
    sources: [{ id: 'hub', title: 'Hub' }, { id: 'community' }],
    resources: [
      {
        url: 'https://hub/',
        role: 'seed',
        title: 'Hub',
        links: [{ url: 'https://hub/a.pptx', text: 'Deck A' }, { url: 'https://hub/b.pptx' }],
      },
      { url: 'https://hub/a.pptx' },
      { url: 'https://hub/b.pptx' },
    ],
  });
  const graph = createGraph(snapshot);
  const remarks = [
    remarkOn(2, 'hub', '4122'),
    remarkOn(3, 'hub', '4122'),
    remarkOn(2, 'community', '4122'),
    remarkOn(2, 'hub', '4123'),
    remarkOn(2, 'hub', '4123'),
  ];
  const findings = findBySearch(remarks, { snapshot, graph, ways: trails(snapshot, graph) }, 'en');
  expect(
    findings.map(({ url, reason, tasks, referrers }) => [
      url,
      reason,
      tasks,
      referrers.map(({ text }) => text),
    ]),
  ).toEqual([
    ['https://hub/a.pptx', expect.stringContaining('the search of Hub'), ['4122', '4123'], ['Deck A']],
    ['https://hub/b.pptx', expect.stringContaining('the search of Hub'), ['4122'], ['']],
    ['https://hub/a.pptx', expect.stringContaining('the search of community'), ['4122'], ['Deck A']],
  ]);
});

function remarkOn(resource: number, place: string, task: string): SearchRemark {
  const document: DocumentAnswer = { title: 'Deck', url: null, places: [], sightings: [], suggestions: [] };
  return { kind: 'unfindable', task, document, place, resource };
}
