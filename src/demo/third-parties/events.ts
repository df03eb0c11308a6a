import { heading, paragraph, sheet } from '../markup.js';
import { html, plain } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';

/** A portal under maintenance: every address shows the same page, with 200. */
export function eventsPortal(): Handler {
  const page = sheet({
    language: 'en',
    title: 'Partner Events',
    body: [heading(1, 'We will be right back'), paragraph('The site is undergoing scheduled maintenance.')],
  });
  return portal({ '/robots.txt': plain('User-agent: *\nDisallow:\n') }, () => html(page));
}
