import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/model/problem.js';
import { readTaskList, type TaskList } from '../../src/tasks/list/read-task-list.js';

const read = (text: string | Uint8Array, name = 'list.csv'): TaskList =>
  readTaskList({ name, bytes: Buffer.from(text) });
const documentsOf = (list: TaskList): readonly (readonly [string, string | null])[] =>
  list.tasks.flatMap(({ documents }) => documents.map(({ title, url }) => [title, url] as const));

describe('the columns of a list as partners keep it', () => {
  test.each([
    ['タスクID,タスク名,参照資料', '4122,展開,展開手順書'],
    ['タスク番号,作業内容,提供資料', '4122,展開,展開手順書'],
    ['No.,タスクＩＤ,タスク名称,必要なドキュメント名', '1,4122,展開,展開手順書'],
    ['ID,タスク名,使用する資料', '4122,展開,展開手順書'],
    ['ID,タスク名,必須資料', '4122,展開,展開手順書'],
    ['ID,タスク名,日本語版資料', '4122,展開,展開手順書'],
    ['Task ID,Task Name,Reference Material', '4122,展開,展開手順書'],
    ['Task ID,Task Name,Supporting documents', '4122,展開,展開手順書'],
  ])('%s: documents are found', (header, row) => {
    const list = read(`${header}\n${row}\n`);
    expect(list.problems).toEqual([]);
    expect(list.tasks).toMatchObject([{ id: '4122', name: '展開' }]);
    expect(documentsOf(list)).toEqual([['展開手順書', null]]);
  });

  test.each([
    ['4122,Kickoff,Kickoff Deck\n', 'column 2'],
    ['Task ID,Task Name,\n4122,Kickoff,Kickoff Deck\n', 'column 3'],
  ])('a column without a header that may hold the documents is told: %j', (text, column) => {
    expect(read(text).problems.map(describeProblem)).toEqual([
      `list.csv: no column holds documents, so none is looked for (nobody read ${column}; if one names documents, map it to "document")`,
    ]);
  });

  test.each(['格納場所', 'リンクURL', '資料の保存先', 'ここから'])(
    'an address under %s belongs to the document of its row',
    (header) => {
      const list = read(`タスクID,タスク名,資料,${header}\n4122,展開,展開手順書,https://a.example/x\n`);
      expect(documentsOf(list)).toEqual([['展開手順書', 'https://a.example/x']]);
    },
  );

  test('names of files are documents, whatever the header says', () => {
    const list = read('タスクID,タスク名,成果\n4122,展開,Deploy_JPN.pptx\n4123,確認,\n');
    expect(documentsOf(list)).toEqual([['Deploy_JPN.pptx', null]]);
  });

  test.each([
    ['profile', 'Task ID,Task Name,Document,Customer profile\n4122,Deploy,Guide,Contoso\n'],
    ['old documents', 'タスクID,タスク名,資料,旧資料名\n4122,展開,Guide,以前の手引き\n'],
    ['assigned people', 'タスクID,タスク名,資料,担当リソース\n4122,展開,Guide,山田\n'],
  ])('%s are none', (_, text) => {
    expect(documentsOf(read(text))).toEqual([['Guide', null]]);
  });

  test.each([
    '資料（ファイル名）',
    'テンプレート',
    'Template',
    '提供物',
    'Deliverables',
    'Required documents (latest)',
    'ガイド',
    '資料1',
    'Document 1',
    'ドキュメント②',
    '資料・リンク',
    '資料／URL',
    'Files / Links',
    '参考リンク',
    'Attachments',
  ])('stand under %s', (title) => {
    const list = read(`タスクID,タスク名,${title}\n4122,展開,展開手順書\n4123,確認,○\n`);
    expect(list.problems).toEqual([]);
    expect(documentsOf(list)).toEqual([['展開手順書', null]]);
  });

  const linked = '<a href="https://a.example/x">手引き</a>';
  const page = (title: string, ...cells: readonly string[]): TaskList =>
    read(
      `<table><tr><th>Task ID<th>Task Name<th>${title}${cells.map((cell, at) => `<tr><td>${4101 + at}<td>Do it<td>${cell}`).join('')}</table>`,
      'list.html',
    );

  test('are what most cells of a column link to, beside the name of the task', () => {
    const list = page('Kit', linked, linked, '確認表');
    expect(documentsOf(list).at(-1)).toEqual(['確認表', null]);
    expect(list.problems).toEqual([]);
  });

  test('may be in a column of which few cells have links, which is told', () => {
    const list = page('Kit', linked, '確認表', '計画');
    expect(documentsOf(list)).toEqual([['手引き', 'https://a.example/x']]);
    expect(list.problems.map(describeProblem)).toEqual([
      'list.html:3: of "Kit" only the cells with links are read (if the others name documents, too, map it to "document")',
    ]);
    expect(page('Notes', linked, '確認表', '計画').problems).toEqual([]);
    expect(page('Kit', linked, '-', 'なし', '未定').problems).toEqual([]);
    expect(page('Related', tasks, 'Task4105', '4106').problems).toEqual([]);
  });

  const mail = '<a href="mailto:eve@a.example">Eve</a>';
  const tasks = '<a href="https://a.example/4109">Task4109</a>';
  test.each([
    ['FastTrack Role', linked, linked, 'Partner-led'],
    ['FastTrack の役割', linked, linked, 'パートナーが実施'],
    ['備考', linked, linked, '旧版は使わない'],
    ['Status', linked, linked, 'Closed'],
    ['担当', linked, linked, '山田'],
    ['フェーズ', linked, linked, '展開'],
    ['前提タスク', linked, linked, 'なし（最初のタスク）'],
    ['Next', tasks, tasks, 'Task4105'],
    ['Asks', mail, mail, 'Bob'],
    ['Scope', '<a href="#all">Everybody</a>', '<a href="#all">Everybody</a>', 'Administrators'],
    [
      'Help',
      `FastTrack<br>Helps you remotely<br>See ${linked}`,
      `It helps you as in ${linked}`,
      'Partners help',
    ],
  ])('are none in what is linked under %s', (title, ...cells) => {
    const named = documentsOf(page(title, ...cells)).filter(([, url]) => url === null);
    expect(named).toEqual([]);
  });

  test.each(['name', 'services', 'mandatory', 'language'] as const)(
    'are none in a linked column that is mapped to "%s"',
    (role) => {
      const list = readTaskList({
        name: 'list.html',
        bytes: Buffer.from(
          `<table><tr><th>Task ID<th>Title<th>What${[linked, linked, 'Run'].map((cell, at) => `<tr><td>${4101 + at}<td>Do it<td>${cell}`).join('')}</table>`,
        ),
        mapping: { [role]: 'What' },
      });
      expect(documentsOf(list).filter(([, url]) => url === null)).toEqual([]);
    },
  );

  test('stand under a header for links, if nowhere else', () => {
    const documents = (header: string, ...rows: readonly string[]) =>
      documentsOf(read(`${header}\n${rows.join('\n')}\n`));
    expect(documents('ID,タスク名,リンク', '4122,展開,展開手順書', '4123,確認,https://a.example/x')).toEqual([
      ['展開手順書', null],
      ['確認', 'https://a.example/x'],
    ]);
    expect(
      documents('ID,タスク名,資料,リンク', '4122,展開,展開手順書,ダウンロード', '4123,確認,,確認表'),
    ).toEqual([['展開手順書', null]]);
    expect(documents('ID,タスク名,リンク', '4122,展開,ダウンロード')).toEqual([]);
    expect(
      documents('Task ID,Task Name,Link', '4122,Go,https://a.example/x', '4123,Do,Coming in June'),
    ).toEqual([['Go', 'https://a.example/x']]);
  });

  test('are missed in one table while another has some', () => {
    const list = read(
      '<table><tr><th>Task ID<th>Task Name<th>Document<tr><td>4101<td>Do it<td>Guide to Teams</table><table><tr><th>Task ID<th>Task Name<th>Kit<tr><td>4102<td>Do it<td>Guide to Intune</table>',
      'list.html',
    );
    expect(list.problems.map(describeProblem)).toEqual([
      'list.html:table 2: no column holds documents, so none is looked for (nobody read "Kit"; if one names documents, map it to "document")',
    ]);
  });

  const tables = (...bodies: readonly string[]): readonly string[] =>
    read(bodies.map((body) => `<table>${body}</table>`).join(''), 'list.html').problems.map(describeProblem);

  test('of many tables with the same titles, what nobody read of them is told once', () => {
    const header = '<tr><th>Task ID<th>Task Name<th>FastTrack Role';
    const without = `${header}<tr><td>4101<td>Do it<td>Assists`;
    expect(tables(without, without, without)).toEqual([
      'list.html:table 1: no column holds documents, so none is looked for (nobody read "FastTrack Role"; if one names documents, map it to "document")',
    ]);
    expect(tables(without, `${header}<tr><td>4102<td>${linked}<td>Assists`, without)).toEqual([]);
    const half = `<tr><th>Task ID<th>Task Name<th>Kit<tr><td>4101<td>Do it<td>${linked}<tr><td>4102<td>Do it<td>確認表<tr><td>4103<td>Do it<td>計画`;
    expect(tables(half, half, half)).toEqual([
      'list.html:table 1:3: of "Kit" only the cells with links are read (if the others name documents, too, map it to "document")',
    ]);
    const twice =
      '<tr><th>Task ID<th>Task Name<th>Task Name<th>Document<tr><td>4101<td>Do it<td>Now<td>Guide';
    expect(tables(twice, twice)).toHaveLength(1);
  });

  test('where no column holds documents, that is said: nothing would ever be lacking', () => {
    const { tasks, problems } = read('タスクID,タスク名,手順,担当\n4122,展開,展開の進め方,山田\n');
    expect(tasks).toHaveLength(1);
    expect(problems.map(describeProblem)).toEqual([
      'list.csv: no column holds documents, so none is looked for (nobody read "手順", "担当"; if one names documents, map it to "document")',
    ]);
    expect(read('Task ID,Task Name\n4122,Deploy\n').problems).toEqual([]);
  });
});

describe('the language of a document', () => {
  const languagesOf = (list: TaskList): readonly (readonly [string, string | null])[] =>
    list.tasks.flatMap(({ documents }) => documents.map(({ title, language }) => [title, language] as const));

  test.each([
    ['資料 日本語', '資料 英語'],
    ['日本語版資料', '英語版資料'],
    ['資料（日）', '資料（英）'],
    ['和文資料', '英文資料'],
    ['資料名JP', '資料名EN'],
    ['Document (JA)', 'Document (EN)'],
    ['Document_JPN', 'Document_ENG'],
    ['Japanese document', 'English document'],
    ['Document,\n,,Japanese', 'English'],
  ])('is what the headers say: %s, %s', (japanese, english) => {
    const list = read(`タスク ID,タスク名,${japanese},${english}\n4122,展開,Kickoff,Manual\n`);
    expect(list.problems).toEqual([]);
    expect(languagesOf(list)).toEqual([
      ['Kickoff', 'ja'],
      ['Manual', 'en'],
    ]);
  });

  test('is what the header over the address says; the row says it better', () => {
    const rows =
      '4122,展開,Kickoff,https://a.example/j,https://a.example/e,\n4123,確認,Check,https://a.example/c,,英語\n';
    const list = read(`ID,タスク名,資料名,URL（日本語）,URL（英語）,言語\n${rows}`);
    expect(languagesOf(list)).toEqual([
      ['Kickoff', 'ja'],
      ['Kickoff', 'en'],
      ['Check', 'en'],
    ]);
  });

  test('tells whose address is whose', () => {
    const list = read(
      'ID,タスク名,資料 日本語,資料 英語,URL 日本語,URL 英語\n4122,展開,開始資料,Kickoff,,https://a.example/e\n',
    );
    expect(list.tasks[0]?.documents).toEqual([
      { title: 'Kickoff', url: 'https://a.example/e', language: 'en' },
      { title: '開始資料', url: null, language: 'ja' },
    ]);
  });

  test('is not said by a header that names both, nor by the header over a name', () => {
    const list = read(
      '<table><tr><th>ID<th>タスク名（日本語）<th>資料（日本語/英語）<tr><td>4122<td><a href="https://a.example/x">展開</a><td>Manual</table>',
      'list.html',
    );
    expect(languagesOf(list)).toEqual([
      ['展開', null],
      ['Manual', null],
    ]);
  });
});

test('a column that is mapped by its header is that one, not its twin in another language', () => {
  const text = 'ID,タスク名,資料 日本語,資料 英語\n4122,展開,開始資料,Kickoff\n';
  const mapped = (document: string): TaskList =>
    readTaskList({ name: 'list.csv', bytes: Buffer.from(text), mapping: { document } });
  expect(documentsOf(mapped('資料 英語'))).toEqual([['Kickoff', null]]);
  expect(documentsOf(mapped('資料　日本語'))).toEqual([['開始資料', null]]);
  expect(documentsOf(mapped('資料'))).toEqual([['開始資料', null]]);
});

describe('a header of two rows', () => {
  const expected = [
    ['スコア資料', null],
    ['Score Deck', null],
  ];
  test('over merged cells of a page', () => {
    const list = read(
      '<table><tr><th rowspan=2>タスク ID<th rowspan=2>タスク名<th colspan=2>資料<tr><th>日本語<th>英語<tr><td>4122<td>展開<td>スコア資料<td>Score Deck</table>',
      'list.html',
    );
    expect(list.problems).toEqual([]);
    expect(documentsOf(list)).toEqual(expected);
  });

  test('as CSV leaves it', () => {
    const list = read('タスク ID,タスク名,資料,\n,,日本語版,英語版\n4122,展開,スコア資料,Score Deck\n');
    expect(list.problems).toEqual([]);
    expect(documentsOf(list)).toEqual(expected);
  });

  test('of names and addresses', () => {
    const list = read('ID,タスク名,資料,\n,,名称,URL\n4122,展開,スコア資料,https://a.example/x\n');
    expect(list.problems).toEqual([]);
    expect(documentsOf(list)).toEqual([['スコア資料', 'https://a.example/x']]);
  });

  test('is not a row that lost its id', () => {
    const list = read('ID,Task Name,Document,\n,Deploy,Guide,new\n4122,Plan,Deck,\n');
    expect(list.problems.map(describeProblem)[0]).toContain('no task id before "Deploy"');
  });
});
