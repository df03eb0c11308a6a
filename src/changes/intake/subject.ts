import type { ChangeSubject } from '../../model/change.js';
import { signInNote, type Resource } from '../../model/resource.js';

const documentEnding = /\.(?:pptx?|potx|ppsx?|docx?|dotx|xlsx?|xlsm|csv|pdf|zip|vsdx?|mp4|mov|wmv|msg|one)$/i;
const documentType =
  /^application\/(?:pdf|zip|msword|vnd\.(?:ms-(?:excel|powerpoint|visio)|openxmlformats|visio))|^video\//;
const navigation = /\/(?:toc\.(?:html|json)|sitemap[^/]*\.xml(?:\.gz)?)$/i;

/**
 * What a resource is to a partner. `other` is what is never announced: what pages are made of, navigations, foreign pages, pages
 * that ask for a password, and pages without a name.
 */
export function subjectOf({ url, source, outcome, page, signals }: Resource): ChangeSubject {
  const address = url.replace(/[?#].*$/s, '');
  if (documentEnding.test(address)) return 'document';
  if (outcome.kind === 'fetched' && documentType.test(outcome.contentType)) return 'document';
  if (source === null || page === null || navigation.test(address)) return 'other';
  if (signals[signInNote] !== undefined) return 'other';
  return page.title === '' && page.heading === '' ? 'other' : 'page';
}
