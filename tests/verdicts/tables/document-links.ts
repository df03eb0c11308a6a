import type { ServedAnswer } from '../../support/answers.js';
import { officeFile, oleFile, pdfFile } from '../../support/documents.js';
import { html, hub, row, type Tables } from './row.js';

const deckType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const served = (name: string, contentType: string, body: Uint8Array | string): ServedAnswer => ({
  url: `${hub}/documents/${name}`,
  headers: { 'content-type': contentType },
  body,
});
const deck = served('deck.pptx', deckType, officeFile('ppt'));
const read = { documentLinks: 'read' } as const;
const unreadable = { documentLinks: 'unreadable' } as const;
const tooLarge = { documentLinks: 'too-large' } as const;

/** Documents whose links were wanted. */
export const documentLinksTables: Tables = {
  'document-links': [
    row('a document whose links were read', '', { ...deck, ...read }),
    row('a document whose links were not wanted', '', deck),
    row('a document that is too large', 'document-links', { ...deck, ...tooLarge }),
    row('an older document', 'document-links', {
      ...served('old.doc', 'application/msword', oleFile('WordDocument')),
      ...unreadable,
    }),
    row('an encrypted document', 'document-links protected-document', {
      ...served('deck.pptx', deckType, oleFile('EncryptionInfo', 'EncryptedPackage')),
      ...unreadable,
    }),
    row('an encrypted PDF', 'document-links protected-document', {
      ...served('a.pdf', 'application/pdf', pdfFile('/Encrypt 1 0 R')),
      ...unreadable,
    }),
    row(
      'a short link to one, of which the document itself tells',
      'redirected',
      { url: `${hub}/go`, headers: { location: deck.url } },
      { ...deck, ...tooLarge },
    ),
    row('a document that is cut off', 'damaged-document', {
      ...deck,
      body: officeFile('ppt').subarray(0, 60),
      ...unreadable,
    }),
    row('a document that breaks off', 'damaged-document', { ...deck, flaw: 'cut', ...unreadable }),
    row('an empty document', 'empty-document', { ...deck, body: '', ...unreadable }),
    row('a web page in its place', 'disguised-document', {
      ...served('deck.pptx', deckType, html('Viewer')),
      ...unreadable,
    }),
    row('a document that is not there', 'not-found', { ...deck, status: 404, ...unreadable }),
  ],
};
