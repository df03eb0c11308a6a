import { broken, doubtful, unchecked, type Defect } from './defect.js';

/** What is broken on other people's hosts. */
export const thirdPartyDefects: readonly Defect[] = [
  // It ends at a search engine's home with 200.
  broken('dead-short-link', 'shortLinks', '/FastTrackRetired'),
  // The same, linked from a Japanese page.
  broken('dead-short-link', 'shortLinks', '/FastTrackJapanRetired'),
  // The short link works, its target does not open.
  broken('not-found', 'shortLinks', '/SecurityWorkshop'),
  // The short link leads to a sign-in.
  unchecked('sign-in', 'shortLinks', '/PartnerLibrary'),
  // The CDN was retired: its name does not resolve, with two documents behind it.
  { ...broken('dns', 'vanished', ''), affected: 2 },
  // The certificate expired.
  broken('tls', 'expired', '/archive/exchange-2010.html'),
  // Nobody listens there.
  broken('connection', 'unplugged', '/tools/calculator.html'),
  // The connection is reset.
  broken('connection', 'attic', '/reset/lync-client.html'),
  // No answer ever comes.
  broken('timeout', 'attic', '/silent/lync-archive.html'),
  // Bad gateway.
  broken('server-error', 'attic', '/broken/gateway.html'),
  // It only answers POST.
  broken('client-error', 'attic', '/broken/method.html'),
  // The article is gone; its address leads to the home page.
  broken('soft-404', 'learn', '/en-us/skypeforbusiness/retired'),
  // Every address of the host shows the same page.
  unchecked('maintenance', 'events', '/2026/tokyo/agenda'),
  // The host asks to come back tomorrow.
  unchecked('throttled', 'busy', '/calendar'),
  // All of the host is behind a firewall: a refusal, a challenge for browsers, a status 999.
  { ...unchecked('blocked', 'firewall', ''), affected: 3 },
  // The host is followed by a dot.
  {
    ...doubtful('malformed-link', 'documents', '/guides/Windows-365-Overview.pdf'),
    origin: 'documentsByName',
  },
];
