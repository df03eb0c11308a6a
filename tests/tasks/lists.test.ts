import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { TaskRow } from '../../src/model/task.js';
import { mergeTasks } from '../../src/tasks/list/merge.js';
import { readTaskList, tasksFromMarkup } from '../../src/tasks/list/read-task-list.js';
import { inlineRows, workbookParts, zipOf } from './workbook.js';

const header = ['Task ID', 'Task Name', '(M)andatory / (O)ptional', 'Services', 'Document', 'Link'];
const decks = 'https://docs.example.com/decks';
const rows = [
  ['4122', 'Compliance Score Workshop', 'M', 'MIP / Compliance', 'Compliance Score Workshop', `${decks}/compliance-score-workshop.pptx`],
  ['3747', 'Exchange Online Protection ワークショップ', 'O', 'Exchange', 'EOP ワークショップ', `${decks}/eop-workshop-jp.pptx`],
  ['2533', 'Azure AD Premium – Technical Workshop', 'M', 'AADP', 'AADP technical workshop', `${decks}/aadp.pptx`],
  ['2533', 'Azure AD Premium – Technical Workshop', 'M', 'AADP', 'AADP demo', `${decks}/aadp-demo.pptx`],
  ['983', 'Quick leads | referral', 'O', 'Core Onboarding', '', ''],
]; // prettier-ignore

const latin = rows.map((row) => row.map((cell) => cell.replace('–', '-')));
const csvText = (delimiter: string, table = rows): string =>
  [header, ...table].map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n');
const linked = rows.map(([id = '', name = '', mandatory = '', services = '', title = '', url = '']) => ({
  id,
  name,
  mandatory,
  services,
  title,
  url,
}));
const markdownText = [
  '# The list',
  '| **Task ID** | **Task Name** | (M)andatory / (O)ptional | Services | Document |',
  '|---|:--|:-:|---|--|',
  ...linked.map(
    ({ id, name, mandatory, services, title, url }) =>
      `| ${id} | ${name.replaceAll('|', '\\|')} | ${mandatory} | ${services} | ${title === '' ? '' : `[${title}](${url})`} |`,
  ),
].join('\n');
const jsonText = JSON.stringify({
  tasks: linked.map(({ id, name, mandatory, services, title, url }) => ({
    taskId: Number(id),
    taskName: name,
    mandatory,
    services: services.split(' / '),
    documents: title === '' ? [] : [{ title, url }],
  })),
});
const excel = zipOf(workbookParts([{ name: 'Tasks', xml: inlineRows([header, ...rows]) }]));

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const forms: readonly (readonly [string, string, Uint8Array])[] = [
  ['UTF-8 CSV', 'list.csv', Buffer.from(csvText(','))],
  ['UTF-8 CSV with byte order mark', 'list.csv', Buffer.from(`\ufeff${csvText(',')}`)],
  ['semicolons', 'list.csv', Buffer.from(csvText(';'))],
  ['TSV', 'list.tsv', Buffer.from(csvText('\t'))],
  ['UTF-16 CSV', 'list.csv', utf16(csvText('\t'))],
  ['UTF-16 without a mark', 'list.txt', Buffer.from(csvText('\t'), 'utf16le')],
  ['Markdown', 'list.md', Buffer.from(markdownText)],
  ['JSON', 'list.json', Buffer.from(jsonText)],
  ['XLSX by hand', 'list.xlsx', excel],
  [
    'XLSX by LibreOffice, with merged cells and hyperlinks',
    'list.xlsx',
    readFileSync(new URL('./fixtures/list-libreoffice.xlsx', import.meta.url)),
  ],
  ['HTML', 'list.html', readFileSync(new URL('./fixtures/list.html', import.meta.url))],
  ['HTML saved as .xls', 'list.xls', readFileSync(new URL('./fixtures/list.html', import.meta.url))],
];

function gist(tasks: readonly TaskRow[]): unknown {
  return mergeTasks(tasks).map(({ id, names, documents, services, mandatory }) => ({
    id,
    names,
    documents,
    services,
    mandatory,
  }));
}

describe('the same list', () => {
  const expected = gist(readTaskList({ name: 'list.csv', bytes: Buffer.from(csvText(',')) }).tasks);

  test('is read whole', () => {
    expect(expected).toMatchObject([
      { id: '983', mandatory: false, documents: [] },
      {
        id: '2533',
        documents: [
          { title: 'AADP technical workshop' },
          { title: 'AADP demo', url: `${decks}/aadp-demo.pptx` },
        ],
      },
      { id: '3747', names: { ja: 'Exchange Online Protection ワークショップ' } },
      {
        id: '4122',
        services: ['MIP', 'Compliance'],
        mandatory: true,
        documents: [{ title: 'Compliance Score Workshop', url: `${decks}/compliance-score-workshop.pptx` }],
      },
    ]);
  });

  test.each(forms)('as %s gives the same tasks', (_, name, bytes) => {
    const { tasks, problems } = readTaskList({ name, bytes });
    expect(problems).toEqual([]);
    expect(gist(tasks)).toEqual(expected);
  });

  test('as Shift_JIS gives the same tasks, but for what it cannot write', () => {
    const { tasks } = readTaskList({ name: 'list.csv', bytes: shiftJis(csvText(',', latin)) });
    expect(gist(tasks)).toEqual(
      gist(readTaskList({ name: 'list.csv', bytes: Buffer.from(csvText(',', latin)) }).tasks),
    );
  });
});

describe('a workbook', () => {
  test('shows texts without furigana, dates as dates, and ids with their zeros', () => {
    const strings =
      '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><r><rPr><b/></rPr><t>Comp</t></r><r><t xml:space="preserve">liance </t></r></si>';
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';
    const xml =
      '<sheetData><row><c t="inlineStr"><is><t>ID</t></is></c><c t="inlineStr"><is><t>Task Name</t></is></c><c t="inlineStr"><is><t>資料</t></is></c></row><row r="2"><c r="A2" s="1"><v>994</v></c><c r="B2" t="s"><v>0</v></c><c r="C2" s="2"><v>44319</v></c></row><row r="3"><c r="A3"><v>4122</v></c><c r="B3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>資料</t><rPh sb="0" eb="2"><t>シリョウ</t></rPh></is></c></row></sheetData>';
    const read = (since1904: boolean): readonly TaskRow[] =>
      readTaskList({
        name: 'x.xlsx',
        bytes: zipOf(workbookParts([{ name: 'S', xml }], { strings, styles, since1904 })),
      }).tasks;
    expect(read(false).map(({ id, name, documents }) => [id, name, documents[0]?.title])).toEqual([
      ['0994', '東京', '2021-05-03'],
      ['4122', 'Compliance', '資料'],
    ]);
    expect(read(true)[0]?.documents[0]?.title).toBe('2025-05-04');
  });

  test.each([
    ['&quot;Task&quot;0000', '0412'],
    ['0000_ ', '0412'],
    ['0000;@', '0412'],
    ['0000_);[Red]\\(0000\\)', '0412'],
    ['[$-411]00000', '00412'],
    ['0', '412'],
    ['#,##0', '412'],
  ])('shows ids with as many digits as %s says', (code, id) => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`;
    const xml =
      '<sheetData><row r="1"><c r="A1" t="str"><v>Task ID</v></c></row><row r="2"><c r="A2" s="1"><v>412</v></c></row></sheetData>';
    const bytes = zipOf(workbookParts([{ name: 'S', xml }], { styles }));
    expect(readTaskList({ name: 'x.xlsx', bytes }).tasks.map((task) => task.id)).toEqual([id]);
  });

  test('gives links of cells, of ranges and of HYPERLINK(), from every sheet', () => {
    const sheet = (id: string, extra: string): string =>
      `<sheetData><row r="1"><c r="A1" t="str"><v>Task ID</v></c><c r="B1" t="str"><v>Resource</v></c></row><row r="2"><c r="A2"><v>${id}</v></c>${extra}</row></sheetData>`;
    const bytes = zipOf(
      workbookParts([
        {
          name: 'One',
          xml: `${sheet('4122', '<c r="B2" t="str"><v>Deck</v></c>')}<hyperlinks><hyperlink ref="B2:B2" r:id="rId1"/></hyperlinks>`,
          links: ['https://a.example.com/?x=1&amp;y=2'],
        },
        {
          name: 'Two',
          xml: sheet(
            '4123',
            '<c r="B2" t="str"><f>HYPERLINK("https://b.example.com/é.pptx","Guide")</f><v>Guide</v></c>',
          ),
        },
        {
          name: 'Named elsewhere',
          xml: sheet(
            '4125',
            '<c r="B2" t="str"><f>HYPERLINK("https://b.example.com/k.pptx",A2)</f><v>Kit</v></c>',
          ),
        },
        {
          name: 'Three',
          xml: sheet('4124', '<c r="B2" t="str"><f>HYPERLINK(A9&amp;"/x","Guide")</f><v>Guide</v></c>'),
        },
        {
          name: 'If there is one',
          xml: sheet(
            '4126',
            '<c r="B2" t="str"><f>IF(X2="","",HYPERLINK(X2,"Deck"))</f><v>Deck</v></c><c r="C2" t="str"><f>IF(X3="","",HYPERLINK(X3,"Deck"))</f><v></v></c>',
          ),
        },
      ]),
    );
    const { tasks, problems } = readTaskList({ name: 'x.xlsx', bytes });
    expect(tasks.map(({ id, documents }) => [id, documents[0]?.title, documents[0]?.url])).toEqual([
      ['4122', 'Deck', 'https://a.example.com/?x=1&y=2'],
      ['4123', 'é.pptx', 'https://b.example.com/%C3%A9.pptx'],
      ['4125', 'Kit', 'https://b.example.com/k.pptx'],
      ['4124', 'Guide', null],
      ['4126', 'Deck', null],
    ]);
    expect(problems).toMatchObject([
      {
        place: { file: 'x.xlsx', sheet: 'Three', line: 2, column: 2 },
      },
      {
        place: { file: 'x.xlsx', sheet: 'If there is one', line: 2, column: 2 },
      },
    ]);
  });
});

describe('columns', () => {
  test.each([
    [
      'by their values',
      'Nr;What;Kind\n4122;Workshop;M\nTask4123;Deck;O\nＴａｓｋ４１２４;Guide;O',
      ['4122', '4123', '4124'],
    ],
    [
      'by Japanese headers',
      'タスク ID,タスク名,(M) 必須 (O) オプション\nタスク4122,ワークショップ,M',
      ['4122'],
    ],
    ['beside years', 'Year,Number,Name\n2021,4122,A\n2022,4123,B', ['4122', '4123']],
    ['below a title', 'The list\n\nTask ID,Task Name\n4122,A', ['4122']],
  ])('are found %s', (_, text, ids) => {
    expect(readTaskList({ name: 'a.csv', bytes: Buffer.from(text) }).tasks.map(({ id }) => id)).toEqual(ids);
  });

  test('may be mapped by hand, by header or number', () => {
    const bytes = Buffer.from('Code,Ref,Words\n111,4122,One\n112,4123,Two');
    const ids = (id: string | number): readonly string[] =>
      readTaskList({ name: 'a.csv', bytes, mapping: { id } }).tasks.map((task) => task.id);
    expect([ids('Ref'), ids(2), ids('code')]).toEqual([
      ['4122', '4123'],
      ['4122', '4123'],
      ['111', '112'],
    ]);
  });

  test('two links in one cell are two documents', () => {
    const text =
      '| Task ID | Task Name |\n|--|--|\n| 4101 | Policies - [steps](https://aka.ms/AA75xf0) or [request](https://aka.ms/Process) |';
    expect(
      readTaskList({ name: 'a.md', bytes: Buffer.from(text) }).tasks[0]?.documents.map(({ title, url }) => [
        title,
        url,
      ]),
    ).toEqual([
      ['steps', 'https://aka.ms/AA75xf0'],
      ['request', 'https://aka.ms/Process'],
    ]);
  });
});

test('task tables on walked pages are found, others are left alone', () => {
  const page = `<table><tr><th>日付</th><th>変更者</th></tr><tr><td>2020</td><td>C</td></tr></table>
    <table><tr><th>タスク ID</th><th>タスク名</th></tr><tr><td>4079</td><td><a href="../bvd.html">MDATP ビジネス価値デッキ</a></td></tr></table>`;
  const { tasks, problems } = tasksFromMarkup(page, 'https://hub.example.com/ja/playbook/assess.html');
  expect(problems).toEqual([]);
  expect(tasks).toMatchObject([
    {
      id: '4079',
      documents: [{ title: 'MDATP ビジネス価値デッキ', url: 'https://hub.example.com/ja/bvd.html' }],
    },
  ]);
});

test.each([
  ['https://hub.example.com/ja/tasks.html', '/site/', 'https://hub.example.com/site/bvd.html'],
  ['tasks.html', 'https://hub.example.com/site/', 'https://hub.example.com/site/bvd.html'],
  ['https://hub.example.com/ja/tasks.html', 'javascript:x', 'https://hub.example.com/ja/bvd.html'],
])('a list in HTML at %s says what its links are relative to: %s', (name, base, url) => {
  const text = `<base target=_top><base href="${base}"><base href="/other/">
    <table><tr><th>Task ID</th><th>Task name</th></tr><tr><td>4079</td><td><a href="bvd.html">Deck</a></td></tr></table>`;
  expect(readTaskList({ name, bytes: Buffer.from(text) })).toMatchObject({
    tasks: [{ id: '4079', documents: [{ title: 'Deck', url }] }],
    problems: [],
  });
});

/** Shift_JIS of the letters our lists use: the table is made from the decoder. */
function shiftJis(text: string): Uint8Array {
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder('shift_jis');
  for (let lead = 0x81; lead <= 0x84; lead++)
    for (let trail = 0x40; trail <= 0xfc; trail++)
      table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(
    Array.from(text).flatMap((letter) =>
      letter < '\u0080' ? [letter.charCodeAt(0)] : (table.get(letter) ?? [0x3f]),
    ),
  );
}

describe('a link whose text says nothing', () => {
  const titlesOf = (cells: string): readonly string[] =>
    tasksFromMarkup(
      `<table><tr><th>Task ID<th>Task name<th>Document<tr><td>4122<td>Deliver the workshop<td>${cells}</table>`,
      'https://hub.example/tasks.html',
    ).tasks.flatMap(({ documents }) => documents.map(({ title }) => title));

  test.each([
    ['<a href="/files/Compliance%20Score%20Workshop.pptx">here</a>', 'Compliance Score Workshop.pptx'],
    ['<a href="/files/MIP-Workshop.pptx">資料はこちら</a>', 'MIP-Workshop.pptx'],
    ['<a href="/files/MIP-Workshop.pptx">Download the workshop</a>', 'MIP-Workshop.pptx'],
    ['<a href="/files/deck.pptx">Deck</a>', 'Deck'],
    ['<a href="https://aka.ms/mipws">ダウンロード</a>', 'ダウンロード'],
    ['<a href="https://aka.ms/mipws"></a>', 'Deliver the workshop'],
    ['<a href="/files/x.pptx">MIP workshop</a>', 'MIP workshop'],
    ['<a href="/files/x.pptx">展開ガイド</a>', '展開ガイド'],
  ])('%s is called %s', (cells, title) => {
    expect(titlesOf(cells)).toEqual([title]);
  });
});

test('a list in Markdown may have addresses with blanks, and below the table', () => {
  const text = [
    '| Task ID | Task Name | Document |',
    '|---|---|---|',
    '| 4122 | One | [Kickoff](<https://a.example/b c.pptx>), [Manual][M] |',
    '| 4123 | Two | [Check sheet][] and [Plan] |',
    '| 4124 | Three | [No such label][x] |',
    '',
    '[m]: https://a.example/m "Manual"',
    '[Check  Sheet]: <https://a.example/c>',
    '[plan]: https://a.example/p',
  ].join('\n');
  const { tasks, problems } = readTaskList({ name: 'list.md', bytes: Buffer.from(text) });
  expect(problems).toEqual([]);
  expect(tasks.map(({ documents }) => documents.map(({ title, url }) => [title, url]))).toEqual([
    [
      ['Kickoff', 'https://a.example/b%20c.pptx'],
      ['Manual', 'https://a.example/m'],
    ],
    [
      ['Check sheet', 'https://a.example/c'],
      ['Plan', 'https://a.example/p'],
    ],
    [['[No such label][x]', null]],
  ]);
});
