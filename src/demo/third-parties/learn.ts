import { heading, link, paragraph, sheet } from '../markup.js';
import { html, redirect } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';
import { nothingHere } from './nothing-here.js';

/** The product documentation: healthy, but easily mistaken for broken. */
export function learnPortal(): Handler {
  return portal(
    {
      '/': redirect(302, '/en-us/'),
      '/en-us/': html(page('Learn', 'Documentation for every product.')),
      '/en-us/microsoftteams/upgrade-start-here': html(page('Upgrade to Teams', authorisationNote)),
      '/en-us/microsoftteams/faq': redirect(301, '/en-us/microsoftteams/frequently-asked-questions'),
      '/en-us/microsoftteams/frequently-asked-questions': html(page('Teams FAQ', 'Questions partners ask.')),
      '/en-us/skypeforbusiness/retired': redirect(302, '/en-us/'),
    },
    () => nothingHere,
  );
}

/** It is on ordinary public pages there, so it is no sign of a sign-in wall. */
const authorisationNote =
  'Access to this page requires authorization. You can try signing in or changing directories.';

function page(title: string, text: string): string {
  return sheet({
    language: 'en',
    title,
    body: [heading(1, title), paragraph(text), paragraph(link('/en-us/', 'All documentation'))],
  });
}
