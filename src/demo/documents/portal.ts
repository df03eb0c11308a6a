import { hasHappened } from '../nights.js';
import { modifiedOn, type DemoWorld } from '../world.js';
import { plain, reply, type Reply } from '../wire/reply.js';
import { portal, type Handler, type Routes } from '../wire/portal.js';
import { staticFile } from '../wire/static-file.js';
import { catalogueOn } from './catalogue.js';
import { contentTypeOf, endingOf, makeDocument } from './formats.js';
import { brokenDocuments } from './broken-documents.js';

/** The documents host: a CDN before a blob store, which says in XML that something is missing. */
export function documentsPortal({ night }: DemoWorld): Handler {
  const healthy: Routes = Object.fromEntries(
    catalogueOn(night).map((entry) => [
      entry.path,
      staticFile(contentTypeOf(endingOf(entry.path)), makeDocument(entry), entry.modified),
    ]),
  );
  const robots = staticFile('text/plain', 'User-agent: *\nDisallow:\n', modifiedOn(0));
  return portal(
    { ...healthy, ...brokenDocuments(), '/robots.txt': robots, ...signedAttachments(night) },
    () => blobNotFound,
  );
}

/** What the Community's attachments in blob storage redirect to; opens with a signature only. */
function signedAttachments(night: number): Routes {
  const path = '/attachments/partner-faq.pdf';
  const isReviewed = hasHappened('faqUpdated', night);
  const bytes = makeDocument({
    path,
    title: 'Partner FAQ',
    lines: [`Reviewed in week ${isReviewed ? 47 : 46}`],
  });
  const opened = staticFile(contentTypeOf('pdf'), bytes, modifiedOn(isReviewed ? 1 : 0));
  return { [path]: ({ query }) => (query.get('sig') === null ? unsigned : opened) };
}

const requestId = { 'x-ms-request-id': '7d1f0c52-001e-0042-5a1b-3f6f2c000000' };
const unsigned = plain('Server failed to authenticate the request.', 403, requestId);
const blobNotFound: Reply = reply(
  404,
  'application/xml',
  '<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobNotFound</Code><Message>The specified blob does not exist.</Message></Error>',
  { ...requestId, 'x-ms-error-code': 'BlobNotFound' },
);
