import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '../../src/model/problem.js';
import { readTaskList, tasksFromMarkup } from '../../src/tasks/list/read-task-list.js';
import { inlineRows, workbookParts, zipOf } from './workbook.js';
import { processorTime } from '../support/processor-time.js';

const list = [
  ['Task ID', 'Task Name'],
  ['4122', 'Compliance Score Workshop'],
];
const workbook = zipOf(workbookParts([{ name: 'S', xml: inlineRows(list) }]));
const sheetOf = (xml: string): Uint8Array => zipOf(workbookParts([{ name: 'S', xml }]));
const zeros = new Uint8Array(200 * 1024 * 1024);

const broken: readonly (readonly [string, string, Uint8Array, RegExp])[] = [
  ['an empty file', 'a.csv', new Uint8Array(0), /^a\.csv: is empty/],
  ['white space', 'a.csv', Buffer.from('\n \n'), /^a\.csv: no column holds task ids/],
  ['no id column', 'a.csv', Buffer.from('Name,Link\nOne,https://a.example.com'), /no column holds task ids.*"Name", "Link"/],
  ['prose', 'a.txt', Buffer.from('Dear partner,\nthe list is attached.'), /no column holds task ids/],
  ['a PDF', 'a.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n'), /^a\.pdf: is a PDF \(export the list as \.xlsx or \.csv\)$/],
  ['a spreadsheet as XML', 'a.xls', Buffer.from('<?xml version="1.0"?>\n<Workbook><Worksheet/></Workbook>'), /^a\.xls: is XML, and no page with tables/],
  ['100 MB', 'a.csv', new Uint8Array(100_000_000), /larger than 32 MiB/],
  ['too many rows', 'a.csv', Buffer.from('4122,a\n'.repeat(100_002)), /more than 100,000 rows/],
  ['a cut workbook', 'a.xlsx', workbook.slice(0, workbook.length - 60), /is cut off/],
  ['a workbook with broken insides', 'a.xlsx', damaged(workbook), /is damaged/],
  ['an encrypted zip', 'a.xlsx', encrypted(workbook), /is encrypted.*without a password/],
  ['an old or encrypted workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old or an encrypted workbook.*save it as \.xlsx/],
  ['a bomb', 'a.xlsx', zipOf({ ...workbookParts([{ name: 'S', xml: '' }]), 'xl/worksheets/sheet1.xml': zeros }), /unpack to far more/],
  ['a bomb that lies about its size', 'a.xlsx', zipOf({ ...workbookParts([{ name: 'S', xml: '' }]), 'xl/worksheets/sheet1.xml': zeros }, 100), /unpack to far more/],
  ['a million-row sheet', 'a.xlsx', sheetOf(`<sheetData>${'<row><c><v>1</v></c></row>'.repeat(100_002)}</sheetData>`), /more than 100,000 rows/],
  ['a document that is no workbook', 'a.xlsx', zipOf({ 'word/document.xml': '<w/>' }), /Office document, but no workbook/],
  ['a zip of anything', 'a.zip', zipOf({ 'readme.txt': 'hello' }), /is a zip, but no workbook/],
  ['broken JSON', 'a.json', Buffer.from('[{"id": 4122,'), /is not JSON/],
  ['JSON without a list', 'a.json', Buffer.from('{"name":"x"}'), /holds no array of tasks/],
  ['a page without a table', 'a.html', Buffer.from('<!doctype html><p>Sign in'), /holds no table/],
  ['bytes of no charset', 'a.csv', Uint8Array.from({ length: 500 }, (_, at) => (at * 7919) % 256), /no column holds task ids|not a table/],
  ['two names for the name', 'a.csv', Buffer.from('Task ID,Task Name,Task Name\n4122,One,Two'), /^a\.csv:1:3: the header "Task Name" stands over columns 2 and 3/],
  ['a row without an id', 'a.csv', Buffer.from('Task ID,Task Name\n4122,One\nabc,Two\n4123,Three'), /^a\.csv:3:1: "abc" is not a task id/],
  ['two columns of ids', 'a.csv', Buffer.from('Task ID,Task ID,Task Name\n4122,4123,One'), /^a\.csv:1:2: the header "Task ID" stands over columns 1 and 2/],
  ['a row that lost a cell', 'a.md', Buffer.from('| Task ID | Task Name | M/O | Services |\n|--|--|--|--|\n| 3184| AAD Connect | O |\n'), /^a\.md:3: has 3 cells where the header has 4/],
  ['a formula never calculated', 'a.xlsx', sheetOf('<sheetData><row r="1"><c r="A1" t="str"><v>Task ID</v></c><c r="B1" t="str"><v>Task Name</v></c></row><row r="2"><c r="A2"><v>4122</v></c><c r="B2"><f>A1&amp;"x"</f></c></row></sheetData>'), /^a\.xlsx:S:2:2: the formula has no stored value/],
  ['a column mapped that is not there', 'map.csv', Buffer.from('A,B\n4122,One'), /has no column "Code".*"A", "B"/],
  ['an open quotation mark', 'a.csv', Buffer.from('Task ID,Task Name\n4122,"One\n4123,Two\n'), /never closes/],
]; // prettier-ignore

describe('a broken list', () => {
  test.each(broken)('%s is told in one clear message', (_, name, bytes, message) => {
    const { problems } = readTaskList({
      name,
      bytes,
      ...(name === 'map.csv' ? { mapping: { id: 'Code' } } : {}),
    });
    expect(problems.map(describeProblem)).toHaveLength(1);
    expect(problems.map(describeProblem)[0]).toMatch(message);
  });
});

describe('any bytes', () => {
  const names = fc.constantFrom('a.csv', 'a.xlsx', 'a.html', 'a.md', 'a.json', 'a.xls', 'a');
  test('as a list neither crash nor hang', () => {
    fc.assert(
      fc.property(names, fc.uint8Array({ maxLength: 2000 }), (name, bytes) => {
        const { tasks, problems } = readTaskList({ name, bytes });
        expect(tasks.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  test('in the middle of a workbook neither crash nor hang', () => {
    fc.assert(
      fc.property(fc.nat(workbook.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), (at, noise) => {
        const bytes = Uint8Array.from(workbook);
        bytes.set(noise.slice(0, bytes.length - at), at);
        readTaskList({ name: 'a.xlsx', bytes });
      }),
      { numRuns: 300 },
    );
  });

  const markup = fc.array(
    fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td rowspan=9999 colspan=9999>',
      '<th>Task ID',
      '<td>4122',
      '<a href="',
      '">',
      '|',
      '\n',
      '[x](',
      ')',
      '**',
      '"',
      ',',
      '--|--',
      '\u0000',
      '&#x',
      '<!--',
    ),
    { maxLength: 200 },
  );
  test('of markup neither crash nor hang', () => {
    fc.assert(
      fc.property(names, markup, (name, parts) => {
        readTaskList({ name, bytes: Buffer.from(parts.join('')) });
        tasksFromMarkup(parts.join(''), 'https://a.example.com/');
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['deep nesting', '<div>'.repeat(200_000) + '<table><tr><td>4122'],
    ['nested tables', '<table><tr><td>'.repeat(20_000)],
    ['links without end', '| Task ID | b |\n|--|--|\n| 4122 | ' + '[x]('.repeat(50_000) + ' |'],
    ['stars without end', '| Task ID | b |\n|--|--|\n| 4122 | ' + '*a'.repeat(100_000) + ' |'],
    ['quotes without end', 'Task ID,b\n4122,' + '"'.repeat(300_001)],
    ['spans without end', `<table>${'<tr><td rowspan=1000 colspan=1000>4122'.repeat(5000)}`],
    ['elements beside a table', `<table><tr><td>4122</table>${'<b></b>'.repeat(60_000)}`],
  ])('%s takes no time to speak of', (_, text) => {
    const readAll = () =>
      ['a.html', 'a.md', 'a.csv'].map((name) => readTaskList({ name, bytes: Buffer.from(text) }));
    expect(processorTime(readAll)).toBeLessThan(10_000);
  });
});

test('a cell that leads to more places than Excel has takes no time to speak of', () => {
  const links = Array.from({ length: 20_000 }, (_, at) => `https://a.example.com/${at}`);
  const linked = links.map((_, at) => `<hyperlink ref="B2" r:id="rId${at + 1}"/>`).join('');
  const xml = `${inlineRows(list)}<hyperlinks>${linked}</hyperlinks>`;
  const bytes = zipOf(workbookParts([{ name: 'S', xml, links }]));
  expect(processorTime(() => readTaskList({ name: 'a.xlsx', bytes }))).toBeLessThan(5000);
});

test('cells that need the same documents in all rows are read as far as there is room', () => {
  const links = Array.from({ length: 8000 }, (_, at) => `<a href="https://a.example.com/${at}"></a>`).join(
    '',
  );
  const rows = '<tr><td>4122'.repeat(999);
  const markup = `<table><tr><th>Task ID<th>Documents<tr><td>4122<td rowspan=1000>${links}${rows}</table>`;
  const { tasks, problems } = readTaskList({ name: 'a.html', bytes: Buffer.from(markup) });
  expect(tasks.length).toBeGreaterThan(10);
  expect(tasks.length).toBeLessThan(1000);
  expect(problems.map(describeProblem)).toEqual([
    expect.stringMatching(
      /^a\.html:\d+: more than 32 MiB of documents are named up to here; nothing from here on is read/,
    ),
  ]);
});

test('a page may name an eighth of that', () => {
  const documents = Array.from({ length: 30 }, (_, at) => `<li>${'a'.repeat(90)} ${at}.docx`).join('');
  const row = `<tr><td>4122<td><ul>${documents}</ul>`;
  const head = '<table><tr><th>Task ID<th>Documents';
  const { tasks } = tasksFromMarkup(`${head}${row.repeat(1500)}</table>`, 'https://a.example.com/');
  const named = tasks
    .flatMap((task) => task.documents)
    .reduce((sum, { title }) => sum + title.length + 50, 0);
  expect(named).toBeGreaterThan(3 * 1024 * 1024);
  expect(named).toBeLessThanOrEqual(4 * 1024 * 1024);
});

/** The same zip with eight bytes of the sheet's content overwritten. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const start = copy.indexOf(name) + name.length;
  return copy.fill(0xff, start, start + 8);
}

/** The same zip with every entry marked encrypted (APPNOTE 4.4.4). */
function encrypted(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (
    let at = copy.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = copy.indexOf('PK\x01\x02', at + 4, 'latin1')
  )
    copy.writeUInt16LE(1, at + 8);
  return copy;
}
