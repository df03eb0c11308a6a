import { attachmentPaths } from '../community/attachments.js';
import { broken, doubtful, unchecked, type Defect } from './defect.js';

/** What is broken on the Community. */
export const communityDefects: readonly Defect[] = [
  // A 404 whose title says (500): the not-found page was never localised.
  broken('not-found', 'community', '/en-us/partner-readiness/'),
  // The same in Japanese, at a Japanese address.
  broken('not-found', 'community', '/ja-jp/%E3%83%91%E3%83%BC%E3%83%88%E3%83%8A%E3%83%BC/'),
  // "Article Unavailable" with status 200.
  broken('soft-404', 'community', '/knowledgebase/article/KB-01777/en-us'),
  // "Article Unavailable" with status 200, in Japanese.
  broken('soft-404', 'community', '/knowledgebase/article/KB-01640/ja-jp'),
  // A missing idea leads to /page-not-found, which answers 200.
  broken('soft-404', 'community', '/en-us/ideas/merged-idea'),
  // The attachment is missing, or anonymous visitors may not see it.
  broken('not-found', 'community', attachmentPaths.missing),
  // A slide of an attached deck links to a page that is gone: found with `deep`.
  broken('not-found', 'community', '/en-us/kickoff-booking/'),
  // An attachment without content (204).
  broken('empty-document', 'community', attachmentPaths.empty),
  // Whatever SharePoint answers, the portal answers 400.
  broken('client-error', 'community', attachmentPaths.lostOnSharePoint),
  // An unhandled error with an Error ID.
  broken('server-error', 'community', '/en-us/partner-dashboard/'),
  // PAU and MAU cannot be looked up: the portal does not reach Dataverse (503).
  broken('server-error', 'community', '/en-us/entitlements/'),
  // Anonymous visitors are asked to sign in.
  unchecked('sign-in', 'community', '/en-us/partner-only/'),
  // The sign-in is at an address that must not be requested.
  unchecked('sign-in', 'community', '/en-us/my-claims/'),
  // Only programme managers may see it (403).
  unchecked('sign-in', 'community', '/en-us/program-managers/'),
  // A script loads the list, so a walk does not see the documents.
  doubtful('unseen-list', 'community', '/en-us/task-documents/'),
  // The same with a SharePoint grid.
  doubtful('unseen-list', 'community', '/en-us/shared-files/'),
  // The page ends without the portal's end mark.
  unchecked('incomplete-page', 'community', '/en-us/release-archive/'),
  // It fails at first and opens at the second try.
  doubtful('flaky', 'community', '/en-us/sign-in-health/'),
];

/** What is seen of the Community in the night it answers 503 everywhere: the pages that the configuration and the Hub link. */
export const communityDownDefects: readonly Defect[] = [
  '/en-us/',
  '/ja-jp/',
  '/knowledgebase/article/KB-01902/en-us',
].map((path) => broken('server-error', 'community', path));
