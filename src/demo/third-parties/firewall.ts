import { element, heading, paragraph, sheet } from '../markup.js';
import { html, plain } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';
import { nothingHere } from './nothing-here.js';

/** A site behind a firewall that blocks tools as attackers. */
export function firewallPortal(): Handler {
  const reference = { 'x-azure-ref': '20261116T180000Z-r1a2b3c4d5e6f7' };
  const blocked = sheet({ language: 'en', title: 'Blocked', body: [heading(2, 'The request is blocked.')] });
  return portal(
    {
      '/partner-benefits': html(blocked, 403, reference),
      '/licensing-brief': html(challenge, 403, { 'cf-mitigated': 'challenge' }),
      '/company/fasttrack': plain('', 999),
    },
    () => nothingHere,
  );
}

const challenge = sheet({
  language: 'en',
  title: 'Just a moment...',
  body: [
    element('noscript', {}, paragraph('Enable JavaScript and cookies to continue')),
    element('script', {}, 'window._cf_chl_opt = { cType: "managed" };'),
  ],
});
