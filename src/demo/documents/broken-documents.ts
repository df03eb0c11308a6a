import { element, paragraph, sheet } from '../markup.js';
import { modifiedOn } from '../world.js';
import type { Routes } from '../wire/portal.js';
import { misbehave } from '../wire/reply.js';
import { staticFile } from '../wire/static-file.js';
import { contentTypeOf, makeDocument } from './formats.js';

/** Documents that answer 200 and yet are not the document. */
export function brokenDocuments(): Routes {
  return {
    '/decks/Endpoint-Management-Deck.pptx': misbehave(file('pptx', deck('Endpoint Management')), 'cut'),
    '/decks/Viva-Engage-Deck.pptx': file('pptx', deck('Viva Engage').subarray(0, 900)),
    '/guides/SharePoint-Migration-Guide.pdf': file('pdf', new TextEncoder().encode(viewer)),
    '/guides/Yammer-Guide.pdf': file('pdf', new Uint8Array(0)),
    '/guides/Viva-Adoption-Guide.docx': file('docx', adoptionGuide),
    '/guides/Copilot-Readiness-Guide.docx': file('docx', rightsProtected),
  };
}

function file(ending: 'pptx' | 'docx' | 'pdf', bytes: Uint8Array) {
  return staticFile(contentTypeOf(ending), bytes, modifiedOn(0));
}

function deck(title: string): Uint8Array {
  return makeDocument({ path: '.pptx', title, lines: [] });
}

/** A PDF that somebody renamed. */
const adoptionGuide = makeDocument({ path: '.pdf', title: 'Viva Adoption Guide', lines: [] });

/** How an encrypted Office document starts: a compound file (MS-CFB §2.2) that holds the stream `EncryptedPackage`. */
const rightsProtected = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.alloc(512, Buffer.from('EncryptedPackage\0', 'utf16le')),
]);

const viewer = sheet({
  language: 'en',
  title: 'SharePoint Migration Guide.pdf',
  body: [element('div', { id: 'viewer' }), paragraph('Loading the document viewer…')],
});
