import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zip } from '../../src/demo/documents/zip.js';
import { deckOf, officeFile, oleFile, pdfFile } from '../support/documents.js';
import { readBody } from '../support/material.js';
import { processorTime } from '../support/processor-time.js';

const types = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
type Kind = keyof typeof types;

function read(kind: Kind, bytes: Uint8Array, url = `file:///docs/a.${kind}`) {
  return readBody(bytes, { url, contentType: types[kind] });
}

function linksOf(kind: Kind, bytes: Uint8Array): readonly string[] {
  return read(kind, bytes).links.map(({ url, text, headings }) => [...headings, text, url].join(' | '));
}

function packageOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zip(Object.entries(parts).map(([name, text]) => ({ name, text })));
}

function relations(...targets: readonly (readonly [id: string, target: string, type?: string])[]): string {
  const all = targets.map(([id, target, type = 'hyperlink']) => {
    const mode = type === 'hyperlink' ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="http://schemas.example/${type}" Target="${target}"${mode}/>`;
  });
  return `<?xml version="1.0"?><Relationships>${all.join('')}</Relationships>`;
}

describe('a presentation', () => {
  const slide = (shapes: string): string => `<p:sld><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
  const title = (text: string): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="1" name=""/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
  const run = (text: string, id?: string): string =>
    `<a:r><a:rPr>${id === undefined ? '' : `<a:hlinkClick r:id="${id}"/>`}</a:rPr><a:t>${text}</a:t></a:r>`;
  const body = (...runs: readonly string[]): string =>
    `<p:sp><p:nvSpPr><p:cNvPr id="2" name=""/><p:nvPr/></p:nvSpPr><p:txBody><a:p>${runs.join('')}</a:p></p:txBody></p:sp>`;

  test('has the links of its slides in the order they are shown, with their notes', () => {
    const parts = {
      'ppt/presentation.xml':
        '<p:presentation><p:sldIdLst><p:sldId id="256" r:id="b"/><p:sldId id="257" r:id="a"/></p:sldIdLst></p:presentation>',
      'ppt/_rels/presentation.xml.rels': relations(
        ['a', 'slides/slide1.xml', 'slide'],
        ['b', '/ppt/slides/slide2.xml', 'slide'],
      ),
      'ppt/slides/slide1.xml': slide(
        `${title('日本')}<p:pic><p:nvPicPr><p:cNvPr id="3" name="" descr="Logo"><a:hlinkClick r:id="x"/></p:cNvPr></p:nvPicPr></p:pic>`,
      ),
      'ppt/slides/_rels/slide1.xml.rels': relations(['x', 'https://a.example/logo']),
      'ppt/slides/slide2.xml': slide(
        title('Plan ') +
          body(run('See '), run('the ', 'x'), run('guide', 'x'), run(' or https://a.example/written.')) +
          body(run('https://a.example/shown', 'y'), run('mail', 'm')),
      ),
      'ppt/slides/_rels/slide2.xml.rels': relations(
        ['x', 'https://a.example/guide?a=1&amp;b=2'],
        ['y', 'https://a.example/shown'],
        ['m', 'mailto:a@b.example'],
        ['n', '../notesSlides/notesSlide1.xml', 'notesSlide'],
      ),
      'ppt/notesSlides/notesSlide1.xml': slide(body(run('www.notes.example/x'))),
    };
    expect(linksOf('pptx', packageOf(parts))).toEqual([
      '#1 Plan | the | https://a.example/guide?a=1&b=2',
      '#1 Plan | guide | https://a.example/guide?a=1&b=2',
      '#1 Plan |  | https://a.example/written',
      '#1 Plan | https://a.example/shown | https://a.example/shown',
      '#1 Plan |  | https://www.notes.example/x',
      '#2 日本 | Logo | https://a.example/logo',
    ]);
  });

  test('may lead to parts that cannot be', () => {
    const parts = {
      'ppt/presentation.xml': '<p:presentation><p:sldId r:id="a"/><p:sldId r:id="b"/></p:presentation>',
      'ppt/_rels/presentation.xml.rels': relations(
        ['a', 'http://[', 'slide'],
        ['b', 'slides/slide1.xml', 'slide'],
      ),
      'ppt/slides/slide1.xml': slide(body(run('https://a.example/written'))),
    };
    expect(linksOf('pptx', packageOf(parts))).toEqual(['#2 |  | https://a.example/written']);
  });

  test('has those of diagrams, too', () => {
    const parts = {
      'ppt/slides/slide1.xml': slide(''),
      'ppt/diagrams/_rels/data1.xml.rels': relations(
        ['x', 'https://a.example/diagram'],
        ['y', '../media/a.png', 'image'],
      ),
    };
    expect(linksOf('pptx', packageOf(parts))).toEqual([' | https://a.example/diagram']);
  });
});

describe('a Word document', () => {
  const paragraph = (content: string, style = ''): string =>
    `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}</w:pPr>${content}</w:p>`;
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const field = (instruction: string, text: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

  test('has links, fields and addresses written out, under their headings, also in notes and footers', () => {
    const parts = {
      'word/document.xml': `<w:document><w:body>${[
        paragraph(run('Deploy'), 'Heading1'),
        paragraph(
          `${run('See ')}<w:hyperlink r:id="x" w:anchor="part">${run('the ')}${run('guide')}</w:hyperlink>${run('.')}`,
        ),
        paragraph(run('展開'), '1'),
        paragraph(
          field('HYPERLINK &quot;https://a.example/field&quot;', 'old') +
            run(' and https://a.example/written.'),
        ),
        paragraph(field('HYPERLINK \\l &quot;bookmark&quot;', 'inside') + field('PAGE', '3')),
        paragraph(
          `<w:fldSimple w:instr=" HYPERLINK &quot;https://a.example/simple&quot; ">${run('simple')}</w:fldSimple>`,
        ),
      ].join('')}</w:body></w:document>`,
      'word/_rels/document.xml.rels': relations(
        ['x', 'https://a.example/guide'],
        ['i', 'media/a.png', 'image'],
      ),
      'word/footer1.xml': `<w:ftr>${paragraph(`<w:hyperlink r:id="f">${run('foot')}</w:hyperlink>`)}</w:ftr>`,
      'word/_rels/footer1.xml.rels': relations(['f', 'relative.docx']),
    };
    expect(linksOf('docx', packageOf(parts))).toEqual([
      'Deploy | the guide | https://a.example/guide',
      '展開 | old | https://a.example/field',
      '展開 |  | https://a.example/written',
      '展開 | simple | https://a.example/simple',
      'foot | file:///docs/relative.docx',
    ]);
    expect(read('docx', packageOf(parts)).links[0]?.fragment).toBe('part');
  });

  test.each([
    ['"https://a.example/x" \\l "part" \\o "Tip"', 'https://a.example/x', 'part'],
    ['\\t "_blank" \\h "https://a.example/x"', 'https://a.example/x', null],
    ['https://a.example/x \\o "Tip"', 'https://a.example/x', null],
  ])('may have a field %s', (instruction, ...expected) => {
    const text = `<w:p>${field(`HYPERLINK ${instruction.replaceAll('"', '&quot;')}`, 'x')}</w:p>`;
    const { links } = read('docx', packageOf({ 'word/document.xml': text }));
    expect(links.flatMap(({ url, fragment }) => [url, fragment])).toEqual(expected);
  });

  test('may take all that is read of a package', () => {
    const text = `<w:p><w:t>https://a.example/x${' '.repeat(60_000_000)}</w:t></w:p>`;
    expect(linksOf('docx', packageOf({ 'word/document.xml': text }))).toEqual([' | https://a.example/x']);
  });
});

describe('a workbook', () => {
  test('has links of cells, formulas, and addresses in cells', () => {
    const parts = {
      'xl/workbook.xml': '<workbook><sheets><sheet name="一覧" sheetId="1" r:id="s"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relations(['s', 'worksheets/sheet1.xml', 'worksheet']),
      'xl/sharedStrings.xml':
        '<sst><si><t>Guide</t><rPh><t>ガイド</t></rPh></si><si><r><t>https://a.example/</t></r><r><t>shared</t></r></si><si><t>https://a.example</t></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>see https://a.example/inline!</t></is></c></row>' +
        '<row><c r="A2" t="str"><f>HYPERLINK("https://a.example/made","Made")</f><v>Made</v></c><c r="B2" t="s"><v>2</v></c><c r="C2"><v>12</v></c>' +
        '<c r="D2" t="str"><f>HYPERLINK("https://a.example/"&amp;C2,"Computed")</f><v>Computed</v></c></row></sheetData>' +
        '<hyperlinks><hyperlink ref="A1:A1" r:id="h"/><hyperlink ref="B2" r:id="i"/><hyperlink ref="C2" location="Sheet2!A1"/><hyperlink ref="E2" r:id="h" location="part" display="Part"/></hyperlinks></worksheet>',
      'xl/worksheets/_rels/sheet1.xml.rels': relations(
        ['h', 'https://a.example/linked'],
        ['i', 'https://a.example/'],
      ),
    };
    expect(linksOf('xlsx', packageOf(parts))).toEqual([
      '一覧!A2 | Made | https://a.example/made',
      '一覧!A1 | Guide | https://a.example/linked',
      '一覧!B2 | https://a.example | https://a.example/',
      '一覧!E2 | Part | https://a.example/linked',
      '一覧!B1 |  | https://a.example/shared',
      '一覧!C1 |  | https://a.example/inline',
    ]);
    const fragments = read('xlsx', packageOf(parts)).links.map(({ fragment }) => fragment);
    expect(fragments.filter((fragment) => fragment !== null)).toEqual(['part']);
  });
});

describe('a PDF', () => {
  const annotation = (uri: string): string => `<</Type/Annot/Subtype/Link/A<</S/URI/URI${uri}>>>>\n`;
  const compressed = (content: string): Buffer => {
    const stream = deflateSync(Buffer.from(content, 'latin1'));
    return Buffer.concat([
      Buffer.from(
        `3 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${stream.length}>>\nstream\r\n`,
      ),
      stream,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
  };

  test('has the addresses of its links, each once, also where objects are compressed', () => {
    const bytes = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from(
        annotation('(https://a.example/x_\\(y\\)_(z)?a\\075b)') +
          annotation(' (https://a.example/x)') +
          annotation('(https://a.example/x)'),
      ),
      Buffer.from(annotation('<68747470733A2F2F612E6578616D706C652F686578>')),
      Buffer.from(annotation('(https://a.example/\\\r\nlong)'), 'latin1'),
      Buffer.from(annotation('(https://a.example/資料)')),
      compressed(annotation('(https://a.example/packed)')),
      Buffer.from(
        '4 0 obj\n<</Type/ObjStm/Filter/FlateDecode>>\nstream\nnot zlib\nendstream\nstartxref\n0\n%%EOF\n',
      ),
    ]);
    expect(read('pdf', bytes).links.map(({ url }) => url)).toEqual([
      'https://a.example/x_(y)_(z)?a=b',
      'https://a.example/x',
      'https://a.example/hex',
      'https://a.example/long',
      'https://a.example/%E8%B3%87%E6%96%99',
      'https://a.example/packed',
    ]);
  });

  test('gives nothing where its objects are too many to be all read', () => {
    const stream = deflateSync(Buffer.alloc(60_000_000)).toString('latin1');
    const object = `<</Type/ObjStm>>\nstream\n${stream}\nendstream\n`;
    const head = '%PDF-1.4\n/URI(https://a.example/)\n';
    expect(read('pdf', Buffer.from(head + object, 'latin1')).links).toHaveLength(1);
    expect(read('pdf', Buffer.from(head + object + object, 'latin1')).facts).toBeNull();
  });

  test('gives nothing where even strings are encrypted', () => {
    expect(read('pdf', pdfFile('/Encrypt 1 0 R')).facts).toBeNull();
    expect(read('pdf', pdfFile()).facts).not.toBeNull();
  });
});

test('a document that is declared as another kind is read as what it is', () => {
  const deck = packageOf({
    'ppt/slides/slide1.xml': '<p:sld><a:p><a:t>https://a.example/written</a:t></a:p></p:sld>',
  });
  expect(linksOf('docx', deck)).toEqual(['#1 |  | https://a.example/written']);
});

describe('what cannot be read is no page', () => {
  test.each<[string, Kind, Uint8Array]>([
    ['an encrypted document', 'docx', oleFile('EncryptedPackage')],
    ['a document that is cut off', 'pptx', packageOf({ 'ppt/slides/slide1.xml': '<p/>' }).subarray(0, 40)],
    ['a document without a part that it must have', 'xlsx', officeFile('xl')],
    ['no PDF', 'pdf', Buffer.from('<html>')],
  ])('%s', (_, kind, bytes) => {
    expect(read(kind, bytes).facts).toBeNull();
  });
});

describe('a document on the web', () => {
  const deck = deckOf(
    [
      '計画',
      ['guide.docx', 'guide'],
      ['/top.html#part', 'top'],
      ['..\\up.pdf', 'up'],
      ['mailto:a@b.example', 'm'],
    ],
    [
      'Files',
      ['file:///etc/passwd', 'disk'],
      ['C:\\me\\x.docx', 'local'],
      ['\\\\server\\share\\x.docx', 'share'],
    ],
  );
  const url = 'https://hub.example/decks/a.pptx?web=1';
  const given = { url, contentType: types.pptx, wholeDocuments: true };

  test('is not read unless its links are wanted: it is enough that it opens', () => {
    const { facts, links, signals } = readBody(deck, { url, contentType: types.pptx });
    expect({ facts, links, signals }).toEqual({ facts: null, links: [], signals: {} });
  });

  test('is no page, but has links, relative to its own address', () => {
    const { facts, links, signals } = readBody(deck, given);
    expect(facts).toBeNull();
    expect(signals).toEqual({ 'document-links': 'read' });
    expect(
      links.slice(0, 3).map(({ headings, text, url, fragment }) => [...headings, text, url, fragment]),
    ).toEqual([
      ['#1 計画', 'guide', 'https://hub.example/decks/guide.docx', null],
      ['#1 計画', 'top', 'https://hub.example/top.html', 'part'],
      ['#1 計画', 'up', 'https://hub.example/up.pdf', null],
    ]);
  });

  test('leads to no file: such links are mistakes of its author', () => {
    const { links } = readBody(deck, given);
    expect(links.slice(3).map(({ text, written }) => [text, written])).toEqual([
      ['disk', 'file:///etc/passwd'],
      ['local', 'C:\\me\\x.docx'],
      ['share', '\\\\server\\share\\x.docx'],
    ]);
  });

  test.each<[string, string, Uint8Array, Partial<Parameters<typeof readBody>[1]>]>([
    ['that is declared as any bytes', 'read', deck, { contentType: 'application/octet-stream' }],
    [
      'known by the name it is saved under',
      'read',
      deck,
      {
        url: 'https://hub.example/d?id=1',
        contentType: 'application/octet-stream',
        headers: { 'content-disposition': 'attachment; filename=a.pptx' },
      },
    ],
    ['that is declared as an older one', 'read', deck, { contentType: 'application/vnd.ms-powerpoint' }],
    ['that is encrypted', 'unreadable', oleFile('EncryptedPackage'), {}],
    ['that was not read to its end', 'too-large', deck, { complete: false }],
    [
      'that is too large when it is unpacked',
      'too-large',
      packageOf({ 'ppt/slides/slide1.xml': ' '.repeat(105_000_000) }),
      {},
    ],
  ])('%s: %s', (_, note, bytes, more) => {
    const { facts, signals } = readBody(bytes, { ...given, ...more });
    expect({ facts, signals }).toEqual({ facts: null, signals: { 'document-links': note } });
  });

  test('is none if it is an error, or not what its name says', () => {
    expect(readBody(deck, { ...given, status: 404 }).signals).toEqual({});
    expect(
      readBody(deck, { ...given, url: 'https://hub.example/a.zip', contentType: 'application/zip' }).signals,
    ).toEqual({});
    const viewer = readBody('<title>Viewer</title><a href="/x">x</a>', {
      ...given,
      contentType: 'text/html',
    });
    expect(viewer.facts?.title).toBe('Viewer');
    expect(viewer.signals).toEqual({});
  });
});

describe('of a document with more links than anybody follows, the first are read', () => {
  const many = 60_000;
  const rels = relations(['x', 'https://a.example/x']);
  test.each<[string, Kind, Uint8Array]>([
    [
      'in runs',
      'pptx',
      packageOf({
        'ppt/slides/slide1.xml': '<a:hlinkClick r:id="x"/>'.repeat(many),
        'ppt/slides/_rels/slide1.xml.rels': rels,
      }),
    ],
    [
      'in one paragraph',
      'docx',
      packageOf({
        'word/document.xml': `<w:p><w:t>${'http://a.example/ '.repeat(many)}</w:t></w:p>`,
      }),
    ],
    [
      'in cells',
      'xlsx',
      packageOf({
        'xl/workbook.xml': '<sheet name="a" r:id="s"/>',
        'xl/_rels/workbook.xml.rels': relations(['s', 'worksheets/sheet1.xml', 'worksheet']),
        'xl/worksheets/sheet1.xml': '<c r="A1"><f>HYPERLINK("https://a.example/")</f></c>'.repeat(many),
      }),
    ],
    [
      'in a PDF',
      'pdf',
      Buffer.from(
        `%PDF-1.4\n${Array.from({ length: many }, (_, n) => `/URI(http://a.example/${n})`).join('')}`,
      ),
    ],
  ])('%s', (_, kind, bytes) => {
    const { links, isCut } = readBody(bytes, {
      url: `https://a.example/a.${kind}`,
      contentType: types[kind],
      wholeDocuments: true,
    });
    expect(links).toHaveLength(50_000);
    expect(isCut).toBe(true);
  });
});

test('hostile documents take no time to speak of', () => {
  const readQuickly = (kind: keyof typeof types, bytes: Uint8Array): unknown => {
    let facts: unknown;
    expect(processorTime(() => ({ facts } = read(kind, bytes)))).toBeLessThan(3000);
    return facts;
  };
  readQuickly('pdf', Buffer.from(`%PDF-1.4 ${'/URI('.repeat(50_000)}`));
  readQuickly('pdf', Buffer.from(`%PDF-1.4 ${'/URI(\\'.repeat(50_000)}`));
  readQuickly('pdf', Buffer.from(`%PDF-1.4 ${'/Type/ObjStm '.repeat(20_000)}`));
  const stream = deflateSync(Buffer.alloc(1_000_000)).toString('latin1');
  const named = `%PDF-1.4 ${'/Type/ObjStm '.repeat(50_000)}\nstream\n${stream}\nendstream`;
  expect(readQuickly('pdf', Buffer.from(named, 'latin1'))).not.toBeNull();
  const shown = {
    'ppt/presentation.xml': '<p:sldId r:id="a"/>'.repeat(50_000),
    'ppt/_rels/presentation.xml.rels': relations(['a', 'slides/slide1.xml', 'slide']),
    'ppt/slides/slide1.xml': '<a:p/>'.repeat(10_000),
  };
  expect(readQuickly('pptx', packageOf(shown))).not.toBeNull();
  const names = Array.from({ length: 4 }, (_, at) => `ppt/a/_rels/${'1'.repeat(60_000)}!${at}.rels`);
  const numbered = { 'ppt/slides/slide1.xml': '', ...Object.fromEntries(names.map((name) => [name, ''])) };
  expect(readQuickly('pptx', packageOf(numbered))).not.toBeNull();
  const folder = 'a/'.repeat(30_000);
  const deep = {
    'ppt/presentation.xml': '<p:sldId r:id="a"/>',
    'ppt/_rels/presentation.xml.rels': relations(['a', `/${folder}a.xml`, 'slide']),
    [`${folder}_rels/a.xml.rels`]: Array.from({ length: 20_000 }, (_, at) =>
      relations([`${at}`, 'a', 'a']),
    ).join(''),
  };
  expect(readQuickly('pptx', packageOf(deep))).not.toBeNull();
  const cells = {
    'xl/workbook.xml': '<sheet name="a" r:id="s"/>'.repeat(200_000),
    'xl/_rels/workbook.xml.rels': relations(['s', 'worksheets/sheet1.xml', 'worksheet']),
    'xl/sharedStrings.xml': `<si><t>a://${'x'.repeat(3900)}</t></si>`,
    'xl/worksheets/sheet1.xml': '<c r="A1" t="s"><v>0</v></c>'.repeat(200_000),
  };
  expect(readQuickly('xlsx', packageOf(cells))).not.toBeNull();
  const words = '<a:t>https://a.example/'.repeat(20_000);
  readQuickly('pptx', packageOf({ 'ppt/slides/slide1.xml': words }));
  const paragraph = `<w:p>${'<w:t>https://a.example/'.repeat(20_000)}`;
  readQuickly('docx', packageOf({ 'word/document.xml': paragraph }));
});
