import { describe, expect, test } from 'vitest';
import { compareTasks } from '../../src/changes/tasks.js';
import {
  isStopped,
  stateOfDocument,
  type DocumentState,
  type TaskAnswer,
} from '../../src/model/task-report.js';
import { snapshotOf } from '../support/snapshots.js';

/** A task with one document, as it fares at each place. */
function answer(...states: readonly DocumentState[]): TaskAnswer {
  const places = states.map((state, at) => ({
    place: `${at}`,
    title: `Portal ${at}`,
    state,
    reason: { en: '', ja: '' },
    sightings: [],
  }));
  const expected = { title: 'Deck', url: null, language: null };
  const task = { id: '4122', names: {}, mandatory: null, services: [], documents: [expected], rows: [] };
  const document = { ...expected, places, sightings: [], suggestions: [] };
  return { task, documents: [document], state: stateOfDocument(document) };
}

const { run } = snapshotOf({ resources: [] });

function kindsBetween(before: TaskAnswer, after: TaskAnswer, ...older: readonly TaskAnswer[]): unknown {
  const changes = compareTasks(
    { run, tasks: [before], sawListOf: () => true },
    { run, tasks: [after], sawListOf: () => true },
    older.map((one) => [one]),
  );
  return changes.map(({ kind, evidence }) => [kind, evidence[0]?.before, evidence[0]?.after]);
}

describe('a task is told to stop and to go on as its state says', () => {
  test.each<[string, readonly DocumentState[], readonly DocumentState[], unknown]>([
    ['breaks at its only place', ['available'], ['broken'], [['broke', 'available', 'broken']]],
    ['breaks at one of two places', ['available', 'available'], ['broken', 'available'], []],
    ['is repaired at one of two places', ['broken', 'available'], ['available', 'available'], []],
    [
      'breaks at the last place',
      ['broken', 'available'],
      ['broken', 'broken'],
      [['broke', 'available', 'broken']],
    ],
    [
      'may only have another name now',
      ['available'],
      ['possibly-renamed'],
      [['broke', 'available', 'possibly-renamed']],
    ],
    ['breaks, and may have another name', ['broken'], ['possibly-renamed'], []],
    [
      'is behind a sign-in at one place, and goes from the other',
      ['available', 'sign-in'],
      ['elsewhere', 'sign-in'],
      [],
    ],
    [
      'is behind a sign-in at one place, and comes to the other',
      ['missing', 'missing'],
      ['available', 'sign-in'],
      [['fixed', 'missing', 'available']],
    ],
    ['hides behind a sign-in', ['broken'], ['sign-in'], []],
    [
      'is translated at one of two places',
      ['other-language', 'elsewhere'],
      ['available', 'elsewhere'],
      [['localised', 'other-language', 'available']],
    ],
  ])('when its document %s', (_, before, after, expected) => {
    const [past, present] = [answer(...before), answer(...after)];
    expect(kindsBetween(past, present)).toEqual(expected);
    const isToldToStop = JSON.stringify(expected).includes('"broke"');
    expect(isToldToStop).toBe(isStopped(present) && !isStopped(past));
  });

  test.each<[string, string, TaskAnswer, unknown]>([
    ['its name is another', 'Deck', answer('missing'), [['updated'], ['broke']]],
    ['its document is another, and missing', 'Plan', answer('missing'), [['updated'], ['broke']]],
    ['its document is another, and there', 'Plan', answer('available'), [['updated']]],
    ['its name is another, and its document is there', 'Deck', answer('available'), [['updated']]],
    ['its document is another, and nobody knows', 'Plan', answer('sign-in'), [['updated']]],
  ])('and so it is when %s', (_, title, { task, ...rest }, expected) => {
    const documents = task.documents.map((document) => ({ ...document, title }));
    const present = { ...rest, task: { ...task, names: { en: 'Do it well' }, documents } };
    const kinds = (past: TaskAnswer) =>
      (kindsBetween(past, present) as readonly (readonly unknown[])[]).map(([kind]) => [kind]);
    expect(kinds(answer('available'))).toEqual(expected);
    const goesOn = present.state === 'available';
    expect(kinds(answer('broken'))).toEqual([['updated'], ...(goesOn ? [['fixed']] : [])]);
  });

  test('since a run that knew more than the one before', () => {
    const locked = answer('broken', 'sign-in');
    expect(kindsBetween(locked, answer('broken', 'missing'), answer('available', 'sign-in'))).toEqual([
      ['broke', 'sign-in', 'broken'],
    ]);
    expect(kindsBetween(locked, answer('available', 'sign-in'), answer('available', 'sign-in'))).toEqual([]);
  });
});

describe('what a list may say that could not be read is no change', () => {
  const seen = () => true;
  const unseen = () => false;
  const row = { id: '4122', name: '', language: 'en', documents: [], services: [], mandatory: null } as const;
  const listed = (title: string): TaskAnswer => {
    const { task, ...rest } = answer('available');
    const rows = [{ ...row, list: 'Hub', where: { file: 'https://hub.example/tasks' } }];
    return { ...rest, task: { ...task, documents: [{ title, url: null, language: null }], rows } };
  };
  const kinds = (
    past: readonly TaskAnswer[],
    present: readonly TaskAnswer[],
    sawBefore = seen,
    sawAfter = seen,
  ) =>
    compareTasks(
      { run, tasks: past, sawListOf: sawBefore },
      { run, tasks: present, sawListOf: sawAfter },
    ).map(({ kind }) => kind);

  test('unlisted, or only not seen', () => {
    expect(kinds([listed('A')], [])).toEqual(['removed']);
    expect(kinds([listed('A')], [], seen, unseen)).toEqual([]);
  });

  test('listed for the first time, or only not seen before', () => {
    expect(kinds([], [listed('A')])).toEqual(['new']);
    expect(kinds([], [listed('A')], unseen)).toEqual([]);
  });

  test('other documents, or a list that one of the runs did not see', () => {
    expect(kinds([listed('A')], [listed('B')])).toEqual(['updated']);
    expect(kinds([listed('A')], [listed('B')], seen, unseen)).toEqual([]);
    expect(kinds([listed('A')], [listed('B')], unseen)).toEqual([]);
  });
});
