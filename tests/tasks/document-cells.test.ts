import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/model/problem.js';
import { readTaskList, type TaskList } from '../../src/tasks/list/read-task-list.js';
import { escapeMarkup } from '../../src/kit/escape/markup.js';
import { workbookParts, zipOf } from './workbook.js';

const read = (text: string | Uint8Array, name = 'list.csv'): TaskList =>
  readTaskList({ name, bytes: Buffer.from(text) });
const documentsOf = (list: TaskList): readonly (readonly [string, string | null])[] =>
  list.tasks.flatMap(({ documents }) => documents.map(({ title, url }) => [title, url] as const));

describe('a cell of documents', () => {
  const inCell = (cell: string): TaskList =>
    read(
      `<table><tr><th>Task ID<th>Task Name<th>Document<tr><td>4122<td>Deploy<td>${cell}</table>`,
      'a.html',
    );
  const [deck, guide] = ['https://a.example/deck', 'https://a.example/guide'];

  test.each([
    [`<a href="${deck}">Kickoff</a> (PPTX, 2 MB)`, [['Kickoff', deck]]],
    [`See <a href="${deck}">Kickoff</a> / <a href="${guide}">Manual</a>`, [['Kickoff', deck], ['Manual', guide]]],
    [`<a href="${deck}">Kickoff</a>, <a href="${guide}">Manual</a>`, [['Kickoff', deck], ['Manual', guide]]],
    [`<a href="${deck}">Kickoff</a>, Setup guide`, [['Kickoff', deck], ['Setup guide', null]]],
    [`<a href="${deck}">Kickoff</a> (PPTX), Setup guide`, [['Kickoff', deck], ['Setup guide', null]]],
    [`確認表・<a href="${deck}">導入</a>＋手順書.docx`, [['導入', deck], ['確認表', null], ['手順書.docx', null]]],
    [`<a href="${deck}">Kickoff</a>, 12 slides, updated`, [['Kickoff', deck]]],
    [`<a href="${deck}">Kickoff</a>, see guide`, [['Kickoff', deck]]],
    [`<a href="${deck}">Kickoff</a> for the setup guide`, [['Kickoff', deck]]],
    [`<a href="${deck}">導入資料</a>、確認表.xlsx`, [['導入資料', deck], ['確認表.xlsx', null]]],
    [`<a href="${deck}">導入</a><br>導入の確認表`, [['導入', deck], ['導入の確認表', null]]],
    [`導入資料<br>${deck}<br>確認表<br>${guide}`, [['導入資料', deck], ['確認表', guide]]],
    [`導入資料: ${deck}<br>確認表 ${guide}`, [['導入資料', deck], ['確認表', guide]]],
    [`導入資料<br>${deck}<br>確認表.xlsx`, [['導入資料', deck], ['確認表.xlsx', null]]],
    [`・導入資料<br>${deck}<br>・確認表`, [['導入資料', deck], ['確認表', null]]],
    [`1. Kickoff<br>${deck}<br>2. Manual`, [['Kickoff', deck], ['Manual', null]]],
    [`導入資料<br>${deck}<br>要パスワード`, [['導入資料 要パスワード', deck]]],
    [`・導入資料<br>${deck}<br>要パスワード`, [['導入資料 要パスワード', deck]]],
    [`${deck}<br>導入資料.pptx`, [['導入資料.pptx', deck]]],
    [`・${deck}<br>・確認表`, [['Deploy', deck], ['確認表', null]]],
    [`${deck}<br>・導入手順書<br>・確認表`, [['Deploy', deck], ['導入手順書', null], ['確認表', null]]],
    [`${deck}<br>1. Setup<br>2. Check`, [['Deploy', deck], ['Setup', null], ['Check', null]]],
    [`${deck}<br>導入手順書<br>確認表`, [['導入手順書', deck], ['確認表', null]]],
    [`${deck}<br>Kickoff.pptx<br>Manual.docx`, [['Kickoff.pptx', deck], ['Manual.docx', null]]],
    [`${deck}; Setup guide; Check sheet`, [['Setup guide', deck], ['Check sheet', null]]],
    [`${deck}<br>・導入手順書`, [['導入手順書', deck]]],
    [`${deck}<br>This is what to show.<br>Use slide 3.`, [['This is what to show. Use slide 3.', deck]]],
    ['手順書<br>※最新版を使用', [['手順書', null]]],
    ['手順書 ※最新版を使用', [['手順書', null]]],
    ['手順書.docx ※確認表.xlsx も参照', [['手順書.docx ※確認表.xlsx も参照', null]]],
    ['Kickoff<br>(Japanese only)', [['Kickoff', null]]],
    ['導入手順書<br>（2026年5月更新）<br>確認表', [['導入手順書', null], ['確認表', null]]],
    ['導入手順書<br>（確認表.xlsx も参照）', [['導入手順書', null], ['（確認表.xlsx も参照）', null]]],
    ['【日本語】<br>導入手順書<br>【英語】<br>Setup guide', [['導入手順書', null], ['Setup guide', null]]],
    ['英語版：<br>Setup guide', [['Setup guide', null]]],
    [`<a href="${deck}">Compliance Score<br>Workshop</a><br>確認表`, [['Compliance Score Workshop', deck], ['確認表', null]]],
    [`<a href="${deck}">a.pptx<br>b.pptx</a>`, [['a.pptx b.pptx', deck], ['a.pptx', null], ['b.pptx', null]]],
  ] as const)('%s', (cell, documents) => {
    expect(documentsOf(inCell(cell))).toEqual(documents);
  }); // prettier-ignore

  test.each([
    ['・導入手順書<br>・確認表', [['導入手順書', null], ['確認表', null]]],
    ['①導入手順書<br>② 確認表', [['導入手順書', null], ['確認表', null]]],
    ['1. Kickoff<br>2. Manual', [['Kickoff', null], ['Manual', null]]],
    ['(1) 導入手順書<br>（２）確認表', [['導入手順書', null], ['確認表', null]]],
    ['■導入手順書<br>→ 確認表', [['導入手順書', null], ['確認表', null]]],
    ['- Kickoff<br>* Manual', [['Kickoff', null], ['Manual', null]]],
    [`・導入手順書<br>${deck}`, [['導入手順書', deck]]],
    [`<a href="${deck}">・導入手順書</a>`, [['導入手順書', deck]]],
    ['資料：導入手順書<br>参考: 確認表', [['導入手順書', null], ['確認表', null]]],
    ['「導入手順書」を参照<br>確認表 参照', [['「導入手順書」', null], ['確認表', null]]],
    ['導入手順書（必須）<br>【任意】確認表', [['導入手順書', null], ['確認表', null]]],
    ['★Setup<br>☐ Kickoff', [['Setup', null], ['Kickoff', null]]],
    ['Kickoff, slides 3-5<br>Setup (pages 2–4)', [['Kickoff', null], ['Setup', null]]],
    ['導入手順書、第3章<br>確認表（3～5ページ）', [['導入手順書', null], ['確認表', null]]],
    ['Download: Setup<br>Teams slides 2', [['Setup', null], ['Teams slides 2', null]]],
    ['導入手順書 P.12<br>Kickoff (pp. 3-5)', [['導入手順書', null], ['Kickoff', null]]],
    ['1. Introduction', [['1. Introduction', null]]],
    ['365 管理ガイド<br>2.0 移行ガイド', [['365 管理ガイド', null], ['2.0 移行ガイド', null]]],
    ['必須', [['必須', null]]],
  ] as const)('without what lists and remarks add to a title: %s', (cell, documents) => {
    expect(documentsOf(inCell(cell))).toEqual(documents);
  }); // prettier-ignore

  test.each([
    ['導入手順書、確認表', ['導入手順書', '確認表']],
    ['導入手順書 / 展開計画書', ['導入手順書', '展開計画書']],
    ['Setup Guide, Check sheet', ['Setup Guide', 'Check sheet']],
    ['a.pptx／b.xlsx,c.pdf', ['a.pptx', 'b.xlsx', 'c.pdf']],
    ['計画、展開、運用ガイド', ['計画、展開、運用ガイド']],
    ['Teams / SharePoint 展開ガイド', ['Teams / SharePoint 展開ガイド']],
    ['計画書／手順書テンプレート', ['計画書／手順書テンプレート']],
    ['①導入手順書 ②確認表', ['導入手順書', '確認表']],
    ['①導入手順書②確認表③計画', ['導入手順書', '確認表', '計画']],
    ['資料①②', ['資料①②']],
    ['①～③手順書', ['～③手順書']],
    ['①計画書（②を参照）', ['計画書（②を参照）']],
    ['①計画書（最新）②確認表（最新）', ['計画書（最新）', '確認表（最新）']],
    ['■導入手順書 ■確認表', ['導入手順書', '確認表']],
    ['「導入手順」「確認」、『計画』', ['「導入手順」', '「確認」', '『計画』']],
    ['「導入」と「確認」の手順', ['「導入」と「確認」の手順']],
    ['a.pptx b.xlsx', ['a.pptx', 'b.xlsx']],
    ['a.pptx と b.xlsx および c.pdf', ['a.pptx', 'b.xlsx', 'c.pdf']],
    ['a.pptx & b.xlsx + c.pdf', ['a.pptx', 'b.xlsx', 'c.pdf']],
    ['a.pptx and b.xlsx or c.pdf', ['a.pptx', 'b.xlsx', 'c.pdf']],
    ['資料1：導入手順書', ['導入手順書']],
    ['2', []],
    ['3件', []],
    ['2 files', []],
    ['TRUE', []],
    ['false', []],
    ['☑', []],
    ['☐', []],
    ['✕', []],
    ['資料②：導入手順書', ['導入手順書']],
    ['Plan, Deploy and Run Guide', ['Plan, Deploy and Run Guide']],
  ] as const)('that names several on a line where each is surely a document: %s', (cell, titles) => {
    expect(documentsOf(inCell(cell)).map(([title]) => title)).toEqual(titles);
  }); // prettier-ignore

  test.each([
    '-',
    '―',
    'ー',
    'N/A',
    'n/a',
    'None',
    'TBD',
    'なし',
    '該当なし',
    '未定',
    '(準備中)',
    '対象外',
    '（廃止）',
    '削除済み',
    '別紙参照',
    '別途案内',
    '要確認',
  ])('%s names none', (cell) => {
    expect(documentsOf(inCell(cell))).toEqual([]);
  });

  test.each(['なしの場合の手順', 'TBD Guide', '未定義動作の確認', '廃止手順書', '別紙参照ガイド'])(
    '%s names one',
    (cell) => {
      expect(documentsOf(inCell(cell))).toEqual([[cell, null]]);
    },
  );

  test.each(['#N/A', '#REF!', '#NAME?', '#DIV/0!'])('%s is no document, but told', (error) => {
    const list = inCell(error);
    expect(documentsOf(list)).toEqual([]);
    expect(list.problems.map(describeProblem)).toEqual([
      `a.html:2: "${error}" is the error of a formula (mend the formula, or write what the document is called)`,
    ]);
  });

  test('that means the row above is not looked for by that name', () => {
    const list = inCell('同上');
    expect(documentsOf(list)).toEqual([]);
    expect(list.problems.map(describeProblem)).toEqual([
      'a.html:2: "同上" means the row above, and that is not looked up (write what the document is called)',
    ]);
  });

  test.each([
    ['<a href="#">導入手順書</a>', ['導入手順書']],
    ['<a href="javascript:open(1)">Kickoff</a>, <a href="#x">Manual</a>', ['Kickoff, Manual']],
    ['<a href="#">導入手順書</a><br><a href="JavaScript:void(0)">確認表</a>', ['導入手順書', '確認表']],
    ['詳細設計書 <a href="#">詳細</a>', ['詳細設計書']],
    ['<a href="#">詳細</a>', []],
    ['資料は<a href="#">こちら</a>', []],
    ['<a href="#">こちら</a>を参照', []],
    ['詳細は<a href="#">こちら</a>をご覧ください', []],
    ['Click <a href="#">here</a> to download', []],
    ['<a href="#">ダウンロード</a>（PDF）', []],
    ['<a href="#">Guide</a>, <a href="#">Deck</a>', []],
    ['導入手順書<a href="#">ダウンロード</a>', ['導入手順書']],
    ['<a href="#">Guide</a>、導入手順書', ['導入手順書']],
    ['導入手順書は<a href="#">こちら</a>', ['導入手順書']],
    ['Kickoff (<a href="#">view</a>)', ['Kickoff']],
    ['<a href="#">資料</a> 資料一覧', ['資料一覧']],
    ['<a href="#">file</a> profile kickoff', ['profile kickoff']],
    ['<a href="#">Download</a><br>Download center handbook', ['Download center handbook']],
    ['<a href="mailto:hub@a.example">担当者</a>', []],
    ['導入手順書 (<a href="mailto:hub@a.example">担当者</a>)', ['導入手順書']],
    ['<a href="mailto:hub@a.example">Jane</a>: Setup guide', ['Setup guide']],
    ['担当: <a href="mailto:hub@a.example">田中</a>', []],
    ['Setup guide<br>Contact: <a href="tel:117">Jane</a>', ['Setup guide']],
    ['hub@a.example', ['hub@a.example']],
  ] as const)('keeps a title whose link leads nowhere: %s', (cell, titles) => {
    expect(documentsOf(inCell(cell))).toEqual(titles.map((title) => [title, null]));
  });

  test.each([
    ['a.pptx\nb.pptx', [['b.pptx', 'https://x.example/b.pptx'], ['a.pptx', null]]],
    ['a.pptx、B.PPTX', [['B.PPTX', 'https://x.example/b.pptx'], ['a.pptx', null]]],
    ['導入ガイド\n確認表', [['b.pptx', 'https://x.example/b.pptx'], ['導入ガイド', null], ['確認表', null]]],
    ['①準備\n②展開', [['b.pptx', 'https://x.example/b.pptx'], ['準備', null], ['展開', null]]],
    ['Security Checklist\nTemplate', [['Security Checklist Template', 'https://x.example/b.pptx']]],
    ['Transition Overview\nScore Workshop', [['b.pptx', 'https://x.example/b.pptx'], ['Transition Overview', null], ['Score Workshop', null]]],
    ['Compliance Score\nWorkshop', [['Compliance Score Workshop', 'https://x.example/b.pptx']]],
    ['導入ガイド\n（日本語）', [['導入ガイド （日本語）', 'https://x.example/b.pptx']]],
  ] as const)('keeps every title where the cell of a sheet has one link: %j', (text, documents) => {
    const xml = `<sheetData><row r="1"><c r="A1" t="str"><v>Task ID</v></c><c r="B1" t="str"><v>Document</v></c></row><row r="2"><c r="A2"><v>4122</v></c><c r="B2" t="str"><v>${text}</v></c></row></sheetData><hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks>`;
    const bytes = zipOf(workbookParts([{ name: 'One', xml, links: ['https://x.example/b.pptx'] }]));
    expect(documentsOf(read(bytes, 'list.xlsx'))).toEqual(documents);
  }); // prettier-ignore

  test.each([
    ['Kickoff Guide https://a.example/x\nSetup Checklist', ['Kickoff Guide'], ['Setup Checklist']],
    ['Setup Checklist\nKickoff Guide https://a.example/x', ['Kickoff Guide'], ['Setup Checklist']],
    ['導入ガイド\nhttps://a.example/x\n確認表', ['導入ガイド'], ['確認表']],
    [
      'Skype to Teams Transition Overview https://a.example/x\nCompliance Score Workshop',
      ['Skype to Teams Transition Overview'],
      ['Compliance Score Workshop'],
    ],
    ['Setup Guide v2 https://a.example/x\n展開概要', ['Setup Guide v2'], ['展開概要']],
    ['Compliance Score\nWorkshop https://a.example/x', ['Compliance Score Workshop'], []],
    ['・準備\n・展開 https://a.example/x', ['展開'], ['準備']],
    ['Kickoff https://a.example/x; Rollout；Setup', ['Kickoff'], ['Rollout', 'Setup']],
    ['1. Kickoff https://a.example/x; 2. Rollout', ['Kickoff'], ['Rollout']],
    ['Kickoff Guide https://a.example/x\n(Japanese only)', ['Kickoff Guide (Japanese only)'], []],
    ['Kickoff Guide https://a.example/x\nfor customers', ['Kickoff Guide for customers'], []],
    ['Security Checklist\nTemplate https://a.example/x', ['Security Checklist Template'], []],
    ['Kickoff (https://a.example/x)', ['Kickoff'], []],
    ['キックオフ（https://a.example/x）', ['キックオフ'], []],
    ['Kickoff <https://a.example/x>', ['Kickoff'], []],
    ['Kickoff - https://a.example/x', ['Kickoff'], []],
    ['Kickoff, https://a.example/x', ['Kickoff'], []],
    ['[Kickoff](https://a.example/x)', ['Kickoff'], []],
    ['Kickoff (PPTX) https://a.example/x', ['Kickoff (PPTX)'], []],
    ['【日本語版】導入 https://a.example/x', ['【日本語版】導入'], []],
    ['Kickoff: https://a.example/x; Setup: https://a.example/y', ['Kickoff', 'Setup'], []],
    ['Kickoff (https://a.example/x), Setup (https://a.example/y)', ['Kickoff', 'Setup'], []],
    ['[Kickoff](https://a.example/x) / [Setup](https://a.example/y)', ['Kickoff', 'Setup'], []],
    ['https://a.example/x Kickoff、https://a.example/y Setup', ['Kickoff', 'Setup'], []],
    ['Kickoff:\nhttps://a.example/x\nSetup:\nhttps://a.example/y', ['Kickoff', 'Setup'], []],
    ['Kickoff https://a.example/x https://a.example/y', ['Deploy', 'Deploy'], []],
  ] as const)('finds what addresses in a cell are called: %s', (cell, linked, others) => {
    const [first, second] = ['https://a.example/x', 'https://a.example/y'];
    expect(documentsOf(read(`Task ID,Task Name,Documents\n4122,Deploy,"${cell}"\n`))).toEqual([
      ...linked.map((title, at) => [title, at === 0 ? first : second]),
      ...others.map((title) => [title, null]),
    ]);
  }); // prettier-ignore

  test.each(['Kickoff (https://a.example/Deck%20(1).pptx)', '[Kickoff](https://a.example/Deck%20(1).pptx)'])(
    'takes the bracket around an address for no part of it: %s',
    (cell) => {
      const url = 'https://a.example/Deck%20(1).pptx';
      expect(documentsOf(read(`Task ID,Document\n4122,${cell}\n`))).toEqual([['Kickoff', url]]);
      expect(documentsOf(read(`Task ID,Document\n4122,Kickoff ${url}\n`))).toEqual([['Kickoff', url]]);
    },
  );

  test.each([
    ['1. Kickoff https://a.example/x\n2. Setup https://a.example/y', ['Kickoff', 'Setup']],
    ['(1)導入 https://a.example/x；(2)展開 https://a.example/y', ['導入', '展開']],
    ['1. Kickoff https://a.example/x\nSetup https://a.example/y', ['1. Kickoff', 'Setup']],
  ] as const)('leaves out the numbers of a list of links: %s', (cell, titles) => {
    expect(documentsOf(read(`Task ID,Document\n4122,"${cell}"\n`)).map(([title]) => title)).toEqual(titles);
    const markup = cell.replace(/(.+?) (https:\S+?)(?=[\n；]|$)[\n；]?/g, '<p><a href="$2">$1</a></p>');
    expect(documentsOf(inCell(markup)).map(([title]) => title)).toEqual(titles);
  });

  test.each([
    [`Kickoff guide: <a href="${deck}">here</a>`, [['Kickoff guide', deck]]],
    [`Kickoff guide (<a href="${deck}">PPTX</a>, <a href="${guide}">PDF</a>)`, [['Kickoff guide', deck], ['Kickoff guide', guide]]],
    [`Kickoff guide <a href="${deck}">[EN]</a> <a href="${guide}">[JA]</a>`, [['Kickoff guide', deck], ['Kickoff guide', guide]]],
    [`Teams: <a href="${deck}">here</a>, Exchange: <a href="${guide}">here</a>`, [['Teams', deck], ['Exchange', guide]]],
    [`Score: <a href="${deck}">Workshop</a> / <a href="${guide}">Overview</a>`, [['Score Workshop', deck], ['Score Overview', guide]]],
    [`導入手順書は<a href="${deck}">こちら</a>`, [['導入手順書', deck]]],
    [`導入手順書<br><a href="${deck}">ダウンロード</a><br>確認表<br><a href="${guide}">ダウンロード</a>`, [['導入手順書', deck], ['確認表', guide]]],
    [`<a href="${deck}">Download</a> Kickoff guide`, [['Kickoff guide', deck]]],
    [`Kickoff guide: <a href="${deck}/a.pptx">here</a>`, [['Kickoff guide', `${deck}/a.pptx`]]],
    [`Step 1: <a href="${deck}/b.pptx">here</a>`, [['b.pptx', `${deck}/b.pptx`]]],
    [`Click <a href="${deck}">here</a> to download`, [['here', deck]]],
    [`<a href="${deck}">Teams</a> <a href="${guide}">here</a>`, [['Teams', deck], ['here', guide]]],
    [`<a href="${deck}">Kickoff</a><br><a href="${guide}">Download</a>`, [['Kickoff', deck], ['Download', guide]]],
    [`Kickoff guide<br><a href="${deck}">Overview</a>`, [['Overview', deck], ['Kickoff guide', null]]],
    [`・導入手順書<br>・<a href="${deck}">PDF</a>`, [['PDF', deck], ['導入手順書', null]]],
    [`導入手順書<br>（<a href="${deck}">PDF</a>）`, [['導入手順書', deck]]],
    [`Kickoff guide / <a href="${deck}">Overview</a>`, [['Overview', deck], ['Kickoff guide', null]]],
    [`<a href="${deck}">Workshop</a>、導入手順書`, [['Workshop', deck], ['導入手順書', null]]],
    [`<a href="${deck}">PDF</a> / Kickoff guide`, [['PDF', deck], ['Kickoff guide', null]]],
    [`Kickoff guide<br>Setup guide: <a href="${deck}">here</a>`, [['Setup guide', deck], ['Kickoff guide', null]]],
  ] as const)('calls a link that says nothing by what stands beside it: %s', (cell, documents) => {
    expect(documentsOf(inCell(cell))).toEqual(documents);
  }); // prettier-ignore

  test.each([
    ['Kickoff<sup>1</sup>', ['Kickoff']],
    ['Kickoff<sup><a href="#note">[2]</a></sup>', ['Kickoff']],
    ['Kickoff<sup>※1</sup>', ['Kickoff']],
    ['Kickoff <sup>*</sup>', ['Kickoff']],
    ['Kickoff<sup>注)</sup>', ['Kickoff']],
    ['Microsoft 365<sup>®</sup> Guide', ['Microsoft 365® Guide']],
    ['The 2<sup>nd</sup> Guide', ['The 2nd Guide']],
  ] as const)('leaves out what refers to a note: %s', (cell, titles) => {
    expect(documentsOf(inCell(cell)).map(([title]) => title)).toEqual(titles);
  });

  test.each([
    [`<a href="${deck}"><img src="a.png" alt="Kickoff"></a>`, 'Kickoff'],
    [`<a href="${deck}"><img src="a.png" alt="PPTX"> Kickoff</a>`, 'Kickoff'],
    [`<a href="${deck}"><img src="a.png" alt=""></a>`, 'Deploy'],
  ])('calls a link by its picture where it has no text: %s', (cell, title) => {
    expect(documentsOf(inCell(cell))).toEqual([[title, deck]]);
  });

  test.each<[string, readonly (readonly [string, string | null])[]]>([
    ['Kickoff[^1]', [['Kickoff', null]]],
    [`[Kickoff](${deck}), Setup guide`, [['Kickoff', deck], ['Setup guide', null]]],
    [`<a href="${deck}">Kickoff</a>`, [['Kickoff', deck]]],
    [`<b>Kickoff</b> <a href="${deck}">here</a>`, [['here', deck]]],
    [`[Kickoff<sup>1</sup>](${deck} "Deck")`, [['Kickoff', deck]]],
    ['Kickoff<sup>1</sup><!-- PPTX -->', [['Kickoff', null]]],
    ['<ul><li>Kickoff</li><li>**Setup**</li></ul>', [['Kickoff', null], ['Setup', null]]],
    ['- Kickoff<br/>- Setup', [['Kickoff', null], ['Setup', null]]],
    ['Kickoff &amp; Setup&nbsp;guide', [['Kickoff & Setup guide', null]]],
    ['&nbsp;', []],
    ['<!-- none yet -->', []],
    ['R&D; 3 < 4', [['R&D', null], ['3 < 4', null]]],
    [`<${deck}>`, [['Deploy', deck]]],
    [`Kickoff: <${deck}>&nbsp;`, [['Kickoff', deck]]],
    [`[![Kickoff](a.png)](${deck})`, [['Kickoff', deck]]],
    [`![icon](a.png) Kickoff`, [['Kickoff', null]]],
    ['[ ] Kickoff', [['Kickoff', null]]],
    ['- [x] Kickoff', [['Kickoff', null]]],
    ['✅ Kickoff', [['Kickoff', null]]],
  ])('of Markdown: %s', (cell, documents) => {
    const list = read(`| Task ID | Task Name | Document |\n|--|--|--|\n| 4122 | Deploy | ${cell} |\n\n[^1]: Ask\n`, 'a.md');
    expect(documentsOf(list)).toEqual(documents);
    expect(list.problems).toEqual([]);
  }); // prettier-ignore

  describe.each<[string, (cell: string) => TaskList]>([
    ['CSV', (cell) => read(`Task ID,Task Name,Document\n4122,Deploy,"${cell.replaceAll('"', '""')}"\n`)],
    ['JSON', (cell) => read(JSON.stringify([{ id: '4122', task: 'Deploy', document: cell }]), 'a.json')],
    [
      'a workbook',
      (cell) => {
        const [head, row] = [['Task ID', 'Task Name', 'Document'], ['4122', 'Deploy', cell]].map((texts, at) =>
          texts.map((text, column) => `<c r="${'ABC'[column]}${at + 1}" t="str"><v>${escapeMarkup(text)}</v></c>`).join(''),
        );
        const xml = `<sheetData><row r="1">${head}</row><row r="2">${row}</row></sheetData>`;
        return read(zipOf(workbookParts([{ name: 'One', xml }])), 'list.xlsx');
      },
    ],
  ])('in %s, as SharePoint exports it,', (_, listWith) => {
    test.each<[string, readonly (readonly [string, string | null])[]]>([
      [`<div class="ExternalClass1"><p><a href="${deck}">Kickoff</a></p><p>Setup guide</p></div>`, [['Kickoff', deck], ['Setup guide', null]]],
      ['Kickoff &amp; Rollout<br>Setup', [['Kickoff & Rollout', null], ['Setup', null]]],
      ['<div><s>Old guide</s></div>', []],
      ['<div>&#160;</div>', []],
      ['The <name> guide', [['The <name> guide', null]]],
      ['["Kickoff","Setup guide"]', [['Kickoff', null], ['Setup guide', null]]],
      [`{"Url":"${deck}","Desc":"Kickoff"}`, [['Kickoff', deck]]],
      ['[Kickoff]', [['[Kickoff]', null]]],
      ['{"a": 1', [['{"a": 1', null]]],
      ['12;#Kickoff;#13;#Setup guide', [['Kickoff', null], ['Setup guide', null]]],
      [`Kickoff;#${deck}`, [['Kickoff', deck]]],
    ])('reads %s', (cell, documents) => {
      expect(documentsOf(listWith(cell))).toEqual(documents);
    });
  }); // prettier-ignore

  test('loses no title where the row has an address for the first alone', () => {
    const list = read(
      '<table><tr><th>Task ID<th>Task Name<th>Document<th>Link<tr><td>4122<td>Deploy<td>Kickoff deck<br>Setup guide<br>Check sheet<td><a href="https://a.example/x">Open</a></table>',
      'a.html',
    );
    expect(documentsOf(list)).toEqual([
      ['Kickoff deck', 'https://a.example/x'],
      ['Setup guide', null],
      ['Check sheet', null],
    ]);
  });
});
