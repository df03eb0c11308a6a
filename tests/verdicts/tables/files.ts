import { pdfFile, officeFile, oleFile } from '../../support/documents.js';
import { html, hub, row, type Row, type Tables } from './row.js';

const site = 'file:///site';
const url = `${site}/guide.html`;
const presentation = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const encrypted = oleFile('EncryptionInfo', 'EncryptedPackage');
const failed = (says: string, detail: string): Row =>
  row(`it cannot be opened: ${detail}`, says, { url, failed: { cause: 'file', detail } });
const served = (name: string, contentType: string, body: string | Uint8Array) => ({
  url: `${site}/${name}`,
  headers: { 'content-type': contentType },
  body,
});

const rows: readonly Row[] = [
  failed('missing-file', 'ENOENT'),
  failed('missing-file', 'ENOTDIR'),
  failed('missing-file', 'EISDIR'),
  failed('unread-file', 'EACCES'),
  failed('unread-file', 'NOT_A_FILE'),
  row(
    'a folder whose index is missing',
    'missing-file',
    { url: `${site}/a`, status: 302, headers: { location: `${site}/a/` } },
    { url: `${site}/a/`, failed: { cause: 'file', detail: 'EISDIR' } },
  ),
  row(
    'a folder that leads to its index',
    '',
    { url: `${site}/a/`, status: 302, headers: { location: url } },
    { url },
  ),
  row('a slip of the pen in a page of a folder', 'malformed-link', {
    url: `${site}/www.example.com`,
    written: 'www.example.com',
    failed: { cause: 'file', detail: 'ENOENT' },
  }),
  row('the same beside a file that was given alone', 'malformed-link outside', {
    url: `${site}/www.example.com`,
    written: 'www.example.com',
    withheld: { by: 'outside', detail: '' },
  }),
  row('a page that a server would show for what is missing', '', {
    url: `${site}/404.html`,
    body: html('Page not found'),
  }),
  row('a form to sign in', '', {
    url,
    body: html('Sign in', 'Sign in', '', '<form><input type=password></form>'),
  }),
  row(
    'an encrypted document',
    'unread-file protected-document',
    served('deck.pptx', presentation, encrypted),
  ),
  row('the same on the web, where links of documents were not wanted', 'protected-document', {
    ...served('deck.pptx', presentation, encrypted),
    url: `${hub}/deck.pptx`,
  }),
  row(
    'a damaged document',
    'damaged-document',
    served('deck.pptx', presentation, officeFile('ppt').subarray(0, 60)),
  ),
  row(
    'an encrypted PDF',
    'unread-file protected-document',
    served('a.pdf', 'application/pdf', pdfFile('/Encrypt 1 0 R')),
  ),
  row('an empty text that was given', 'unread-file', { ...served('links.txt', '', ''), role: 'seed' }),
  row('a folder in which nothing is read', 'unread-file', {
    ...served('a', 'text/uri-list', ''),
    role: 'seed',
  }),
  row('a film that was given', 'unread-file', {
    ...served('film.mp4', 'video/mp4', '\0\0\0\x18ftypmp42'),
    role: 'seed',
  }),
  row('a film that a page leads to', '', served('film.mp4', 'video/mp4', '\0\0\0\x18ftypmp42')),
  row('a document beside a file that was given, of which only its size is known', '', {
    url: `${site}/deck.pptx`,
    headers: { 'content-type': presentation, 'content-length': '9' },
    body: '',
    role: 'check',
  }),
  row('a page of the web that is not there', 'not-found', { url: `${hub}/gone.html`, status: 404 }),
  row(
    'a redirect from the web to a file that was read',
    'lost-redirect',
    { url: `${hub}/go`, status: 302, headers: { location: url } },
    { url },
  ),
];

export const fileTables: Tables = { 'missing-file': rows, 'unread-file': rows };
