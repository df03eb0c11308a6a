import { expect, test } from 'vitest';
import { consult, factsFor } from '../../src/app/tasks/consult.js';
import { nothingKept } from '../../src/app/task-lists/kept-lists.js';
import type { TaskRow } from '../../src/model/task.js';
import { writeTrail } from '../../src/model/trail.js';
import { openStore } from '../../src/store/store.js';
import { renderTask } from '../../src/tasks/render/task.js';
import { writeTicket } from '../../src/tasks/render/ticket.js';
import { snapshotOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const deck = 'https://cdn.example/deck.pptx';
const row: TaskRow = {
  id: '4122',
  name: 'Deliver it',
  language: 'en',
  documents: [{ title: 'Partner Kickoff Deck', url: null, language: null }],
  services: [],
  mandatory: null,
  list: 'list.csv',
  where: { file: 'list.csv', line: 2 },
};
const portal = (id: string, heading: string) =>
  ({
    url: `https://${id}.example/`,
    source: id,
    role: 'seed',
    title: id,
    links: [{ url: deck, text: 'Partner Kickoff Deck', headings: [heading] }],
  }) as const;
const sources = ['hub', 'community'].map((id) => ({
  id,
  title: id,
  library: true,
  seeds: [`https://${id}.example/`],
}));
const snapshot = snapshotOf({
  sources,
  resources: [portal('hub', 'Workshops'), portal('community', 'Downloads'), { url: deck, status: 404 }],
});

test('a document at two places is told of with the way over the pages of each', () => {
  const kept = { ...nothingKept, lists: [{ name: 'list.csv', rows: [row], problems: [] }] };
  const { reconciliation } = consult(snapshot, { kept, readBehind: () => [] }, { rules: {}, maxHops: 5 });
  const answers = reconciliation?.report.tasks ?? [];
  const facts = factsFor(answers, snapshot, openStore(temporaryFolder()), {});
  const [sighting] = answers[0]?.documents[0]?.sightings ?? [];
  const trails = ['hub', 'community'].map((place) =>
    writeTrail(facts.of(sighting?.resource ?? -1, place)?.trail ?? []),
  );
  expect(trails).toEqual([
    '[hub] › Workshops › Partner Kickoff Deck',
    '[community] › Downloads › Partner Kickoff Deck',
  ]);
  const [answer] = answers;
  if (answer === undefined) throw new Error('there is no answer');
  const text = renderTask(answer, { width: 200, colour: false, language: 'en' }, facts);
  expect(text).toMatch(/hub: broken[^[]*\[hub\] › Workshops[^[]*community: broken[^[]*\[community\]/);
  expect(writeTicket(answer, { facts, now: 0, run: 'r' })).toContain(`■Location\n${trails.join('\n')}\n`);
});
