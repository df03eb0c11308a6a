import { contentTypeOf, makeDocument } from '../documents/formats.js';
import { heading, paragraph, sheet } from '../markup.js';
import { authorizePath } from '../third-parties/sign-in.js';
import type { DemoWorld } from '../world.js';
import { bare, html, redirect, reply } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';

const library = '/sites/FastTrack/Partner%20Library';

/** A SharePoint site: most of it behind a sign-in, and a "not found" that is English in every tenant. */
export function sharePointPortal({ origins }: DemoWorld): Handler {
  const authorize = `${origins.signIn}${authorizePath}?client_id=00000003-0000-0ff1-ce00-000000000000&nonce=8f1d&state=x`;
  const ask = (page: string, path: string) => redirect(302, `${page}?Source=${encodeURIComponent(path)}`);
  return portal(
    {
      // The answer to HEAD is wrong here: only GET tells whether a file exists.
      [`${library}/Public-Overview.pptx`]: ({ method }) =>
        method === 'HEAD' ? bare(404, requestGuid) : overview,
      [`${library}/Readiness-Deck.pptx`]: ask('/_forms/default.aspx', `${library}/Readiness-Deck.pptx`),
      [`${library}/Roadmap.docx`]: ask('/_layouts/15/Authenticate.aspx', `${library}/Roadmap.docx`),
      [`${library}/Pricing.xlsx`]: ask('/_layouts/15/AccessDenied.aspx', `${library}/Pricing.xlsx`),
      [`${library}/Town-Hall.pptx`]: html(viewer),
      '/_forms/default.aspx': redirect(302, authorize),
      '/_layouts/15/Authenticate.aspx': redirect(302, authorize),
      '/_layouts/15/AccessDenied.aspx': html(accessDenied, 200, requestGuid),
    },
    () => html(missing, 404, requestGuid),
  );
}

const requestGuid = { sprequestguid: '9a3cf2a0-90e5-7000-b1d2-5f0e3d8f1c11' };
const overview = reply(
  200,
  contentTypeOf('pptx'),
  makeDocument({ path: '.pptx', title: 'FastTrack Public Overview', lines: [] }),
);
const missing = sheet({ language: 'en', title: 'Error', body: [heading(1, '404 FILE NOT FOUND')] });
const accessDenied = sheet({
  language: 'en',
  title: 'Access required',
  body: [heading(1, "You don't have access to this page"), paragraph('Ask the owner of the site for it.')],
});
/** An Office viewer in place of the deck. */
const viewer = sheet({
  language: 'en',
  title: 'Town-Hall.pptx',
  body: [paragraph('Opening in PowerPoint for the web')],
});
