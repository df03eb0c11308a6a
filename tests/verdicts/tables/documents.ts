import { officeFile, oleFile, pdfFile, zipOf } from '../../support/documents.js';
import type { ServedAnswer } from '../../support/answers.js';
import { html, hub, row, type Tables } from './row.js';

const types = {
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  vsdx: 'application/vnd.ms-visio.drawing',
  pdf: 'application/pdf',
  zip: 'application/zip',
  doc: 'application/msword',
  mp4: 'video/mp4',
  bytes: 'application/octet-stream',
  text: 'text/plain',
};
const at = (name: string): string => `${hub}/documents/${name}`;
const file = (
  name: string,
  type: keyof typeof types,
  body: Uint8Array | string,
  more: Partial<ServedAnswer> = {},
): ServedAnswer => ({
  url: at(name),
  body,
  ...more,
  headers: { 'content-type': types[type], ...more.headers },
});
const named = (disposition: string): Partial<ServedAnswer> => ({
  headers: { 'content-disposition': disposition },
});
const mp4 = Buffer.from('\0\0\0\x20ftypisom\0\0\0\0', 'latin1');
const deck = officeFile('ppt', 200_000);
const page = html('A page', 'A page', 'Words.');

const healthy = [
  row('a presentation', '', file('deck.pptx', 'pptx', officeFile('ppt'))),
  row('a Word document', '', file('guide.docx', 'docx', officeFile('word'))),
  row('a workbook as bytes', '', file('list.xlsx', 'bytes', officeFile('xl'))),
  row('a workbook as a zip', '', file('list.xlsx', 'zip', officeFile('xl'))),
  row('a drawing', '', file('plan.vsdx', 'vsdx', officeFile('visio'))),
  row('a PDF', '', file('guide.pdf', 'pdf', pdfFile())),
  row(
    'a PDF with a few bytes before it',
    '',
    file('guide.pdf', 'pdf', Buffer.concat([Buffer.from('\n\n'), pdfFile()])),
  ),
  row(
    'a PDF with a lot after it',
    '',
    file('guide.pdf', 'pdf', Buffer.concat([pdfFile(), Buffer.alloc(3000)])),
  ),
  row('a zip', '', file('all.zip', 'zip', zipOf(['a.txt']))),
  row('an old document', '', file('old.doc', 'doc', oleFile('WordDocument'))),
  row('RTF called an old document', '', file('old.doc', 'doc', '{\\rtf1 Words}')),
  row('a video', '', file('tour.mp4', 'mp4', mp4)),
  row(
    'a large presentation of which both ends were read',
    '',
    file('deck.pptx', 'pptx', deck, { sampled: 2000 }),
  ),
  row(
    'only a HEAD',
    '',
    file('deck.pptx', 'pptx', '', { method: 'HEAD', headers: { 'content-length': '5000' } }),
  ),
  row(
    'a name in Japanese',
    '',
    file(
      'download',
      'pptx',
      officeFile('ppt'),
      named("attachment; filename*=UTF-8''%E8%B3%87%E6%96%99.pptx"),
    ),
  ),
  row('a web page with a document’s name in its folder', '', { url: `${at('deck.pptx')}/`, body: page }),
  row('a web page', '', { url: at('guide.html'), body: page }),
  row('a host that ends like a document', '', { url: 'https://example.zip/', body: page }),
];
const damaged = [
  row('a zip without its end', 'damaged-document', file('deck.pptx', 'pptx', deck.subarray(0, 150_000))),
  row(
    'a zip without its end, sampled',
    'damaged-document',
    file('deck.pptx', 'pptx', deck.subarray(0, 150_000), { sampled: 2000 }),
  ),
  row('a zip that is no document', 'damaged-document', file('deck.pptx', 'pptx', zipOf(['readme.txt']))),
  row('a PDF without its end', 'damaged-document', file('guide.pdf', 'pdf', pdfFile().subarray(0, 40))),
  row('something else', 'damaged-document', file('deck.pptx', 'pptx', 'Error: no such file')),
  row('something else at a type alone', 'damaged-document', file('download', 'pdf', 'Error')),
  row(
    'cut on the way',
    'damaged-document',
    file('deck.pptx', 'pptx', deck.subarray(0, 9000), {
      flaw: 'cut',
      headers: { 'content-length': '200500' },
    }),
  ),
  row('not to be decompressed', 'damaged-document', file('deck.pptx', 'pptx', deck, { flaw: 'undecodable' })),
];
const binary = [
  row('bytes of no kind, declared as a web page', 'damaged-document disguised-document', {
    url: at('guide.pdf'),
    body: Buffer.from([0, 1, 2, 3, 60, 100, 105, 118, 62]),
  }),
];
const empty = [
  row('204', 'empty-document', file('deck.pptx', 'pptx', '', { status: 204 })),
  row('an attachment of nothing', 'empty-document', {
    url: `${hub}/_entity/annotation/1`,
    status: 204,
    body: '',
  }),
  row('no bytes', 'empty-document', file('deck.pptx', 'pptx', '')),
  row(
    'a declared length of 0',
    'empty-document',
    file('deck.pptx', 'pptx', '', { method: 'HEAD', headers: { 'content-length': '0' } }),
  ),
  row('no bytes, declared as a page', 'empty-document', { url: at('guide.pdf'), body: '' }),
  row('a type alone', 'empty-document', file('download', 'pdf', '')),
  row('304 that nobody asked for', 'empty-document', file('deck.pptx', 'pptx', '', { status: 304 })),
  row('205 of no document', 'empty-document', { url: at('beacon'), status: 205, body: '' }),
];
const emptyTraps = [
  row('an empty page', '', { url: at('blank.html'), body: '' }),
  row('an empty text', '', { url: at('blank.txt'), headers: { 'content-type': 'text/plain' }, body: '' }),
  row('a 404 of no bytes', 'not-found', file('deck.pptx', 'pptx', '', { status: 404 })),
  row('a challenge of AWS', 'blocked', {
    ...{ url: at('deck.pptx'), status: 202, body: '' },
    headers: { 'content-type': 'text/html', 'x-amzn-waf-action': 'challenge' },
  }),
];
const disguised = [
  row('a page at the address of a document', 'disguised-document', { url: at('deck.pptx'), body: page }),
  row('a viewer', 'disguised-document', { url: at('deck.pptx?web=1'), body: html('deck.pptx', 'Viewer') }),
  row('a page, by HEAD', 'disguised-document', { url: at('guide.pdf'), method: 'HEAD', body: '' }),
  row('a page that claims to be a document', 'disguised-document', file('deck.pptx', 'pptx', page)),
  row('a page that claims to be bytes', 'disguised-document', file('deck.pptx', 'bytes', page)),
  row('a part of a page', 'disguised-document', { url: at('guide.pdf'), body: '<div>Viewer</div>' }),
  row('a script', 'disguised-document', { url: at('deck.pptx'), body: '<script>go()</script>' }),
  row('words alone, declared as a page', 'disguised-document', {
    url: at('guide.pdf'),
    body: 'Please wait …',
  }),
  row('a page in UTF-16', 'disguised-document', {
    url: at('guide.pdf'),
    body: Buffer.from('\ufeff<p>Viewer</p>', 'utf16le'),
  }),
  row(
    'a part of a page that claims to be a document',
    'disguised-document',
    file('guide.pdf', 'pdf', '\n<p>Sorry'),
  ),
  row(
    'to a page',
    'disguised-document',
    { url: at('deck.pptx'), headers: { location: at('landing.html') } },
    { url: at('landing.html'), body: page },
  ),
];
const disguisedTraps = [
  row('a document that is not found after all', 'soft-404', {
    url: at('deck.pptx'),
    body: html('Page not found'),
  }),
  row('a 404 page', 'not-found', { url: at('deck.pptx'), status: 404, body: page }),
  row('a firewall', 'blocked', {
    url: at('deck.pptx'),
    status: 403,
    body: html('x', 'x', 'The request is blocked.'),
  }),
];
const secret = [
  row(
    'encrypted',
    'protected-document',
    file('deck.pptx', 'pptx', oleFile('EncryptionInfo', 'EncryptedPackage')),
  ),
  row(
    'rights-protected',
    'protected-document',
    file('deck.pptx', 'pptx', oleFile('DRMEncryptedTransform', 'EncryptedPackage')),
  ),
  row(
    'an encrypted zip',
    'protected-document',
    file('all.zip', 'zip', zipOf(['a.txt'], { encrypted: true })),
  ),
  row('an encrypted PDF', 'protected-document', file('guide.pdf', 'pdf', pdfFile('/Encrypt 5 0 R'))),
  row(
    'an encrypted workbook as bytes',
    'protected-document',
    file('list.xlsx', 'bytes', oleFile('EncryptedPackage')),
  ),
];
const mismatched = [
  row('a PDF called a presentation', 'mismatched-document', file('deck.pptx', 'pptx', pdfFile())),
  row(
    'an old document called a new one',
    'mismatched-document',
    file('guide.docx', 'bytes', oleFile('WordDocument')),
  ),
  row(
    'a Word document called a workbook',
    'mismatched-document',
    file('list.xlsx', 'bytes', officeFile('word')),
  ),
  row('a document declared as text', 'mismatched-document', file('deck.pptx', 'text', officeFile('ppt'))),
  row('a document declared as a web page', 'mismatched-document', {
    url: at('deck.pptx'),
    body: officeFile('ppt'),
  }),
  row('a PDF declared as a web page', 'mismatched-document', { url: at('guide.pdf'), body: pdfFile() }),
  row('a PDF declared as Word', 'mismatched-document', file('guide.pdf', 'docx', pdfFile())),
  row(
    'a file name that disagrees',
    'mismatched-document',
    file('guide.pdf', 'pdf', pdfFile(), named('attachment; filename="guide.docx"')),
  ),
];

export const documentTables: Tables = {
  'damaged-document': [...damaged, ...binary, ...healthy],
  'empty-document': [...empty, ...emptyTraps, ...healthy],
  'disguised-document': [...disguised, ...disguisedTraps, ...healthy],
  'protected-document': [...secret, ...healthy],
  'mismatched-document': [...mismatched, ...healthy],
};
