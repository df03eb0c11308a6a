import { html, hub, row, type Tables } from './row.js';

const url = `${hub}/playbook/guide.html`;
const status = (
  when: string,
  says: string,
  code: number,
  headers: Record<string, string> = {},
  body = html('Hm', 'Hm', 'A text.'),
) => row(when, says, { url, status: code, headers, body });
const blob = { 'content-type': 'application/xml' };

/** Answers with every interesting status, each a trap for the rules of the others. */
const statuses = [
  status('200', '', 200),
  status('206 to a range', '', 206),
  status('304 without a condition', 'empty-document', 304),
  status('400', 'client-error', 400),
  status('401', 'sign-in', 401, { 'www-authenticate': 'Basic realm="x"' }),
  status('403', 'forbidden', 403),
  status('404', 'not-found', 404),
  status('404 with no body', 'not-found', 404, {}, ''),
  status(
    '404 whose title says 500',
    'not-found',
    404,
    {},
    html("We're sorry, but something went wrong (500)"),
  ),
  status('404 that says please sign in', 'not-found', 404, {}, html('Sign in')),
  status(
    'Azure blob storage',
    'not-found',
    404,
    blob,
    '<?xml version="1.0"?><Error><Code>BlobNotFound</Code></Error>',
  ),
  status('405', 'client-error', 405),
  status('406', 'client-error', 406),
  status('407', 'proxy', 407),
  status('410', 'gone', 410),
  status('410 whose title says 404', 'gone', 410, {}, html('404 Not Found')),
  status('418', 'client-error', 418),
  status('422', 'client-error', 422),
  status('429', 'throttled', 429),
  status('429 with Retry-After', 'throttled', 429, { 'retry-after': '120' }),
  status('440', 'sign-in', 440),
  status('451', 'client-error', 451),
  status('500', 'server-error', 500),
  status('500 with an empty body', 'server-error', 500, {}, ''),
  status('500 whose title says 404', 'server-error', 500, {}, html('404 Not Found')),
  status('502', 'server-error', 502),
  status('503', 'server-error', 503),
  status('503 with Retry-After', 'throttled', 503, { 'retry-after': '60' }),
  status('504', 'server-error', 504),
  status('511 of a network that wants a sign-in', 'proxy', 511),
  status('522', 'server-error', 522),
  status('561', 'sign-in', 561),
  status('599', 'server-error', 599),
  status('999', 'blocked', 999),
  status('302 without a location', 'lost-redirect', 302),
  status('301 without a location', 'lost-redirect', 301),
  status('308 without a location', 'lost-redirect', 308),
  status('300 with a body', '', 300),
  row('a SharePoint file behind a portal', 'client-error', {
    url: `${hub}/_entity/sharepointdocumentlocation/1d2e/abc?file=a.docx`,
    status: 400,
  }),
  row('an attachment missing or not ours to see', 'not-found', {
    url: `${hub}/_entity/annotation/1d2e`,
    status: 404,
    headers: { 'content-type': 'text/plain' },
    body: 'Not Found',
  }),
];

export const statusTables: Tables = Object.fromEntries(
  [
    'not-found',
    'gone',
    'client-error',
    'server-error',
    'throttled',
    'lost-redirect',
    'proxy',
    'forbidden',
  ].map((rule) => [rule, statuses]),
);
