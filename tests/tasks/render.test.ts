import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/kit/text/display-width.js';
import { readTaskList } from '../../src/tasks/list/read-task-list.js';
import { nearestIds } from '../../src/tasks/list/nearest-ids.js';
import { reconcile } from '../../src/tasks/reconcile/reconcile.js';
import { filterTasks, renderCoverage } from '../../src/tasks/render/coverage.js';
import type { Facts, ResourceFacts } from '../../src/tasks/render/facts.js';
import { renderTask } from '../../src/tasks/render/task.js';
import { writeTicket } from '../../src/tasks/render/ticket.js';
import { stateWords } from '../../src/model/task-report.js';
import { snapshotOf, sketchedTime } from '../support/snapshots.js';

const deck = 'https://docs.example.com/decks/compliance-score-workshop.pptx';
const hub = 'https://hub.example.com/resource/services-workshops.html';
const snapshot = snapshotOf({
  sources: [{ id: 'hub' }, { id: 'community' }],
  resources: [
    {
      id: 1,
      url: hub,
      source: 'hub',
      role: 'seed',
      title: 'Services Workshops',
      links: [
        { url: deck, text: 'Compliance Score Workshop' },
        { url: 'https://docs.example.com/teams.pptx', text: 'Teams 導入ガイド' },
      ],
    },
    {
      id: 2,
      url: 'https://community.example.com/',
      source: 'community',
      role: 'seed',
      title: 'Home',
      links: [{ url: 'https://docs.example.com/manager.pptx', text: 'Compliance Manager Workshop' }],
    },
    { id: 3, url: deck, status: 404 },
  ],
});
const csv = [
  'Task ID,Task Name,Services,M/O,Document,Link',
  `4122,Compliance Score Workshop,MIP,M,Compliance Score Workshop,${deck}`,
  '4122,コンプライアンス スコア ワークショップ,MIP,M,,',
  '4123,Teams 導入,Teams,O,Teams 導入ガイド,',
  '983,Quick leads,,O,,',
].join('\n');
const report = reconcile({
  rows: readTaskList({ name: 'list.csv', bytes: Buffer.from(csv) }).tasks,
  snapshot,
  verdictOf: (id) =>
    id === 3
      ? {
          state: 'broken',
          level: 'error',
          rule: 'not-found',
          reason: {
            en: 'The server says 404: there is no such document.',
            ja: 'サーバーは 404 を返しました。資料がありません。',
          },
        }
      : null,
  places: [
    { id: 'hub', title: 'FastTrack Playbook', sources: ['hub'] },
    { id: 'community', title: 'Specialty Partner Community', sources: ['community'] },
  ],
});
const answer = report.tasks.find(({ task }) => task.id === '4122')!;
const deckFacts: ResourceFacts = {
  attempts: [{ at: sketchedTime, took: 120, method: 'GET', result: 404 }],
  correlation: { 'x-ms-request-id': '5f1c-01' },
  trail: [
    {
      url: hub,
      place: ['FastTrack Playbook', 'Resource', 'Services Workshops'],
      headings: ['Microsoft Information Protection (MIP)'],
      text: 'Compliance Score Workshop',
    },
  ],
};
const facts: Facts = {
  of: (id) => (id === 3 ? deckFacts : null),
  lastHealthy: (url) => (url === deck ? sketchedTime - 86_400_000 : null),
};
const style = { colour: false, width: 80 };

test('a ticket is ready to paste, Japanese then English', () => {
  expect(writeTicket(answer, { facts, now: sketchedTime, run: 'r1' })).toMatchInlineSnapshot(`
    "Task4122 の資料を開けません / 見つかりません
    コンプライアンス スコア ワークショップ

    ■対象ファイル
    Compliance Score Workshop

    ■エラーメッセージ
    FastTrack Playbook: 開けません - サーバーは 404 を返しました。資料がありません。
    Specialty Partner Community: 改称の可能性 - Specialty Partner Community にこの名前の資料はありません。「Compliance Manager Workshop」と「Compliance Score Workshop」の違いは、名称変更前後の製品名だけです。

    ■掲載場所
    [FastTrack Playbook] - [Resource] - [Services Workshops] › Microsoft Information Protection (MIP) › Compliance Score Workshop

    ■URL
    https://docs.example.com/decks/compliance-score-workshop.pptx

    ■最後に正常だった日時
    2026-11-21 17:15:00 JST (2026-11-21 08:15:00 UTC)

    ■試行
    2026-11-22 17:15:00 JST (2026-11-22 08:15:00 UTC) GET 404 (120 ms)

    ■相関 ID
    x-ms-request-id: 5f1c-01

    ■参考（似たタイトル）
    Compliance Manager Workshop https://docs.example.com/manager.pptx

    ■確認日時
    2026-11-22 17:15:00 JST (2026-11-22 08:15:00 UTC)
    巡回: r1

    ----------------------------------------

    Task4122: its document cannot be opened or found
    Compliance Score Workshop

    ■Document
    Compliance Score Workshop

    ■Error message
    FastTrack Playbook: broken - The server says 404: there is no such document.
    Specialty Partner Community: possibly renamed - Specialty Partner Community lacks it, by this name at least. “Compliance Manager Workshop” is “Compliance Score Workshop” but for the name of the product, which has changed.

    ■Location
    [FastTrack Playbook] - [Resource] - [Services Workshops] › Microsoft Information Protection (MIP) › Compliance Score Workshop

    ■URL
    https://docs.example.com/decks/compliance-score-workshop.pptx

    ■Last seen healthy
    2026-11-21 17:15:00 JST (2026-11-21 08:15:00 UTC)

    ■Attempts
    2026-11-22 17:15:00 JST (2026-11-22 08:15:00 UTC) GET 404 (120 ms)

    ■Correlation ids
    x-ms-request-id: 5f1c-01

    ■Nearest titles
    Compliance Manager Workshop https://docs.example.com/manager.pptx

    ■Checked at
    2026-11-22 17:15:00 JST (2026-11-22 08:15:00 UTC)
    Run: r1
    "
  `);
});

describe('a task in the terminal', () => {
  test('in English', () => {
    expect(renderTask(answer, { ...style, language: 'en' }, facts)).toMatchInlineSnapshot(`
      "Task 4122  Compliance Score Workshop
        コンプライアンス スコア ワークショップ
        MIP · mandatory

      ■ Compliance Score Workshop
        https://docs.example.com/decks/compliance-score-workshop.pptx
        FastTrack Playbook: broken
          The server says 404: there is no such document.
          [FastTrack Playbook] - [Resource] - [Services Workshops] › Microsoft
          Information Protection (MIP) › Compliance Score Workshop
          last seen healthy: 2026-11-21 17:15:00 JST (2026-11-21 08:15:00 UTC)
        Specialty Partner Community: possibly renamed
          Specialty Partner Community lacks it, by this name at least. “Compliance
          Manager Workshop” is “Compliance Score Workshop” but for the name of the
          product, which has changed.
          last seen healthy: 2026-11-21 17:15:00 JST (2026-11-21 08:15:00 UTC)
        Nearest titles elsewhere
          - Compliance Manager Workshop
            https://docs.example.com/manager.pptx
      "
    `);
  });

  test.each([40, 60])('in Japanese fits %i columns', (width) => {
    const text = renderTask(answer, { language: 'ja', colour: false, width }, facts);
    expect(text).toContain('開けません');
    expect(text).toContain('[FastTrack Playbook] - [Resource]');
    for (const line of text.split('\n'))
      if (!line.includes('://')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
  });

  test.each([40, null])('keeps addresses whole, so that they can be copied (%j columns)', (width) => {
    const long = `https://docs.example.com/${'%E8%B3%87%E6%96%99'.repeat(20)}.pptx`;
    const document = answer.documents[0]!;
    const places = document.places.map((place) => ({
      ...place,
      sightings: place.sightings.map((sighting) => ({ ...sighting, url: `${long}?place` })),
    }));
    const suggestions = [{ ...document.sightings[0]!, url: `${long}?near` }];
    const documents = [{ ...document, url: long, places, suggestions }];
    const lines = renderTask({ ...answer, documents }, { language: 'ja', colour: false, width }, facts).split(
      '\n',
    );
    expect(lines).toEqual(expect.arrayContaining([`  ${long}`, `    ${long}?place`, `      ${long}?near`]));
  });
});

describe('coverage', () => {
  test('has straight columns in both languages', () => {
    expect(renderCoverage(report, { ...style, language: 'ja' })).toMatchInlineSnapshot(`
      "タスク  FastTrack Playbook  Specialty Partner Commun…  名前
      983     -                   -                          Quick leads
      4122    開けません          改称の可能性               コンプライアンス スコア …
      4123    利用可              別の場所のみ               Teams 導入

      -  リストに資料の記載はありません。
      タスク 3 件 (うち資料の記載あり 2 件) · 資料: 利用可 1 · 別の場所のみ 1
      改称の可能性 1 · 開けません 1
      "
    `);
    expect(renderCoverage(report, { ...style, language: 'en' })).toMatchInlineSnapshot(`
      "Task  FastTrack Playbook  Specialty Partner Community  Name
      983   -                   -                            Quick leads
      4122  broken              possibly renamed             Compliance Score Workshop
      4123  available           only elsewhere               Teams 導入

      -  The lists name no document for it.
      3 tasks (2 with documents) · documents: available 1 · only elsewhere 1
      possibly renamed 1 · broken 1
      "
    `);
  });

  test.each(['en', 'ja'] as const)('in %s never cuts a state, and keeps within the terminal', (language) => {
    const shown = ['possibly-renamed', 'missing', 'sign-in', 'other-language', 'broken'] as const;
    const tasks = shown.map((state, at) => {
      const document = answer.documents[0]!;
      const places = document.places.map((place) => ({ ...place, state }));
      return { ...answer, task: { ...answer.task, id: `410${at}` }, documents: [{ ...document, places }] };
    });
    const fine = report.tasks.filter(({ task }) => task.id === '983');
    for (const width of [40, 60, 80, 120]) {
      const text = renderCoverage(
        { ...report, tasks: [...tasks, ...fine] },
        {
          language,
          colour: false,
          width,
        },
      );
      const told = text.slice(0, text.lastIndexOf('\n\n'));
      for (const state of shown) expect(told.split(stateWords[state][language])).toHaveLength(3);
      for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      expect(told).toContain('983');
    }
  });

  test('stands with one place below the other where the terminal is too narrow for a table', () => {
    expect(renderCoverage(report, { language: 'ja', colour: false, width: 40 })).toMatchInlineSnapshot(`
      "983  Quick leads
        リストに資料の記載はありません。
      4122  コンプライアンス スコア ワーク
            ショップ
        FastTrack Playbook: 開けません
        Specialty Partner Community:
          改称の可能性
      4123  Teams 導入
        FastTrack Playbook: 利用可
        Specialty Partner Community:
          別の場所のみ

      タスク 3 件 (うち資料の記載あり 2 件)
      資料: 利用可 1 · 別の場所のみ 1
      改称の可能性 1 · 開けません 1
      "
    `);
  });

  test('is cut for a terminal alone: a file or a pipe gets every name whole', () => {
    const text = renderCoverage(report, { language: 'ja', colour: false, width: null });
    expect(text).not.toContain('…');
    expect(text).toContain('コンプライアンス スコア ワークショップ');
  });

  test('is filtered by whether it can be done, state, place, language and service', () => {
    const ids = (filter: Parameters<typeof filterTasks>[1]): readonly string[] =>
      filterTasks(report, filter).map(({ task }) => task.id);
    expect(ids({ state: 'broken' })).toEqual(['4122']);
    expect(ids({ state: 'broken', place: 'community' })).toEqual([]);
    expect(ids({ stopped: true })).toEqual(['4122']);
    expect(ids({ stopped: true, service: 'team' })).toEqual([]);
    expect(ids({ language: 'ja' })).toEqual(['4122', '4123']);
    expect(ids({ service: 'team' })).toEqual(['4123']);
  });

  test('counts what it shows: the tasks a filter leaves, at the place it names', () => {
    const last = (filter: Parameters<typeof filterTasks>[1]): string | undefined =>
      renderCoverage(report, { ...style, language: 'en' }, filter)
        .trimEnd()
        .split('\n')
        .at(-1);
    expect(last({ place: 'hub' })).toBe('2 of 3 tasks · documents: available 1 · broken 1');
    expect(last({ state: 'broken' })).toBe('1 of 3 tasks · documents: possibly renamed 1 · broken 1');
    expect(last({ service: 'ＴＥＡＭ' })).toBe('1 of 3 tasks · documents: available 1 · only elsewhere 1');
    expect(renderCoverage(report, { ...style, language: 'ja' }, { state: 'sign-in' })).toBe(
      '該当するタスクはありません。\n\nタスク 3 件中 0 件\n',
    );
  });

  test('shows nothing a terminal would obey', () => {
    const hostile = { ...answer, task: { ...answer.task, names: { en: 'Evil \u001b[2J\u202e name' } } };
    expect(renderTask(hostile, { ...style, language: 'en' })).not.toMatch(/[\u001b\u202e]/);
    expect(writeTicket(hostile, { facts, now: 0, run: 'r' })).not.toMatch(/[\u001b\u202e]/);
  });
});

test('a ticket names the list without the folders it is kept in', () => {
  const listed = (name: string): string =>
    writeTicket(
      reconcile({
        rows: readTaskList({ name, bytes: Buffer.from('Task ID,Document\n4122,Nowhere to be found') }).tasks,
        snapshot,
        verdictOf: () => null,
        places: [{ id: 'hub', title: 'Playbook', sources: ['hub'] }],
      }).tasks[0]!,
      { facts, now: 0, run: 'r' },
    );
  expect(listed('/home/yamada/顧客/list.csv')).toContain('■掲載場所\nlist.csv:2 › Task4122\n');
  expect(listed('C:\\Users\\yamada\\list.csv')).toContain('■掲載場所\nlist.csv:2 › Task4122\n');
  expect(listed('https://hub.example/list.csv')).toContain(
    '■掲載場所\nhttps://hub.example/list.csv:2 › Task4122\n',
  );
});

test('a ticket does not complain of what is in order, nor praise documents that no list names', () => {
  const context = { facts, now: 0, run: 'r' };
  const fine = {
    ...answer,
    documents: answer.documents.map((document) => ({
      ...document,
      places: document.places.map((place) => ({ ...place, state: 'available' as const })),
    })),
  };
  expect(writeTicket(fine, context)).toContain('Task4122 の資料の確認結果\n');
  expect(writeTicket(fine, context)).toContain('Task4122: its documents were checked\n');
  const bare = writeTicket({ ...answer, documents: [], state: null }, context);
  expect(bare).toContain('リストに資料の記載はありません。');
  expect(bare).not.toMatch(/すべて利用|are available|開けません|cannot be opened/);
});

test('a document that is nowhere now tells when its address was last healthy', () => {
  const lost = reconcile({
    rows: readTaskList({ name: 'l.csv', bytes: Buffer.from(`Task ID,Document,Link\n4122,Gone,${deck}x`) })
      .tasks,
    snapshot,
    verdictOf: () => null,
    places: [{ id: 'hub', title: 'Playbook', sources: ['hub'] }],
  }).tasks[0]!;
  const known = { ...facts, lastHealthy: (url: string) => (url === `${deck}x` ? sketchedTime : null) };
  expect(renderTask(lost, { ...style, language: 'en' }, known)).toContain(
    'last seen healthy: 2026-11-22 17:15:00 JST',
  );
  expect(writeTicket(lost, { facts: known, now: 0, run: 'r' })).toContain(
    '■最後に正常だった日時\n2026-11-22 17:15:00 JST',
  );
});

test('unknown ids suggest the nearest', () => {
  const known = ['983', '4122', '4123', '4133', '9999', '1', '9998'];
  expect(nearestIds('4132', known)).toEqual(['4122', '4123', '4133', '983', '1']);
});
