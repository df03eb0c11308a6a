import type { ServedAnswer } from '../../support/answers.js';
import { hub, row, type Tables } from './row.js';

const old = `${hub}/playbook/old.html`;
const to = (location: string, status = 302, url = old): ServedAnswer => ({
  url,
  status,
  headers: { location },
  body: '',
});
const page = (url: string, status = 200): ServedAnswer => ({ url, status });
const target = `${hub}/playbook/new.html`;
const step = (name: number): string => `${hub}/playbook/step-${name}.html`;
const chain = (length: number, status = 301): ServedAnswer[] =>
  Array.from({ length }, (_, at) => to(step(at + 1), status, step(at)));

const rows = [
  row('301 to a page', 'redirected', to(target, 301), page(target)),
  row('308 to a page', 'redirected', to(target, 308), page(target)),
  row('302 to a page', 'redirected', to(target), page(target)),
  row('303 to a page', 'redirected', to(target, 303), page(target)),
  row('307 to a page', 'redirected', to(target, 307), page(target)),
  row('a relative location', 'redirected', to('new.html', 301), page(target)),
  row('a location with a fragment', 'redirected', to('new.html#top', 301), page(target)),
  row('to a page that is missing', 'not-found', to(target), page(target, 404)),
  row('to a page that fails', 'server-error', to(target), page(target, 500)),
  row('the page itself', '', page(target), to(target)),
  row('to itself', 'redirect-loop', to(old)),
  row('there and back', 'redirect-loop', to(target), to(old, 302, target)),
  row(
    'a loop of three behind a step',
    'redirect-loop',
    to(step(0)),
    to(step(1), 301, step(0)),
    to(step(0), 301, step(1)),
  ),
  row('six redirects where five are allowed', 'too-many-redirects', ...chain(6), page(step(6))),
  row('a chain that was given up', 'too-many-redirects', ...chain(5)),
  row('five redirects where five are allowed', 'long-redirect redirected', ...chain(5), page(step(5))),
  row('three redirects', 'long-redirect redirected', ...chain(3), page(step(3))),
  row('two redirects', 'redirected', ...chain(2), page(step(2))),
  row('three redirects to nothing', 'not-found', ...chain(3), page(step(3), 404)),
  row('three redirects to a sign-in', 'sign-in', ...chain(2), to(`${hub}/SignIn?ReturnUrl=x`, 302, step(2))),
  row('where nobody asked', 'unknown-end', to('https://elsewhere.example/')),
  row('to a mail address', 'unknown-end', to('mailto:help@hub.example')),
  row('to an app', 'unknown-end', to('onenote:https://hub.example/notes.one')),
  row('to a file', 'lost-redirect', to('file:///C:/guides/deck.pptx')),
  row('to a script', 'lost-redirect', to('javascript:history.back()')),
  row('to data', 'lost-redirect', to('data:text/html,moved')),
  row('to a file behind a step', 'lost-redirect', to(target), to('file:///guide.html', 301, target)),
  row('to a page withheld', 'external', to('https://elsewhere.example/'), {
    url: 'https://elsewhere.example/',
    withheld: { by: 'external', detail: '' },
  }),
  row('a signed address', 'redirected', to('https://blobs.example/a?sv=1&sig=REDACTED'), {
    url: 'https://blobs.example/a?sv=REDACTED&sig=REDACTED',
  }),
  row('a live short link', 'redirected', to(target, 301, 'https://aka.ms/PlaybookGuide'), page(target)),
];

const plain = 'http://hub.example/guide.html';
const safe = 'https://hub.example/guide.html';
const schemes = [
  row('http that answers at https', 'http-link redirected', to(safe, 301, plain), page(safe)),
  row('http that answers at https for now', 'http-link redirected', to(safe, 307, plain), page(safe)),
  row(
    'http to https, then on',
    'http-link redirected',
    to(safe, 301, plain),
    to(target, 301, safe),
    page(target),
  ),
  row('http to https elsewhere', 'redirected', to(target, 301, plain), page(target)),
  row(
    'http to http',
    'redirected',
    to('http://hub.example/new.html', 301, plain),
    page('http://hub.example/new.html'),
  ),
  row('http with no redirect', '', page(plain)),
  row('http to a missing https', 'not-found', to(safe, 301, plain), page(safe, 404)),
  row('https to http', 'downgrade redirected', to(plain, 302, safe), page(plain)),
  row(
    'https to http and back',
    'downgrade redirected',
    to(plain, 302, safe),
    to(target, 302, plain),
    page(target),
  ),
  row('https to a missing http', 'not-found', to(plain, 302, safe), page(plain, 404)),
  row('https to https', 'redirected', to(target, 302, safe), page(target)),
  row('https with no redirect', '', page(safe)),
];

const asked = 'https://aka.ms/OldDeck';
const bing = 'https://www.bing.com/';
const shortLinks = [
  row('302 to the home of a search engine', 'dead-short-link', to(bing, 302, asked), page(bing)),
  row(
    'with a mark of whence',
    'dead-short-link',
    to('https://www.bing.com/?ref=aka&shorturl=OldDeck', 302, asked),
    page('https://www.bing.com/?ref=aka&shorturl=OldDeck'),
  ),
  row('that nobody asked', 'dead-short-link', to(bing, 302, asked)),
  row('whose search engine keeps us out', 'dead-short-link blocked', to(bing, 302, asked), {
    url: bing,
    status: 403,
    body: 'The request is blocked.',
  }),
  row('behind a page that moved', 'dead-short-link', to(asked, 301), to(bing, 302, asked), page(bing)),
  row(
    'another service',
    'dead-short-link',
    to('https://bing.com', 302, 'https://go.microsoft.com/fwlink/?LinkId=1'),
    page('https://bing.com/'),
  ),
  row('live', 'redirected', to(target, 301, asked), page(target)),
  row('live for now', 'redirected', to(target, 302, asked), page(target)),
  row('made to lead to a search engine', 'redirected', to(bing, 301, asked), page(bing)),
  row(
    'made to lead to a search',
    'redirected',
    to('https://www.bing.com/search?q=teams', 302, asked),
    page('https://www.bing.com/search?q=teams'),
  ),
  row('to a missing page', 'not-found', to(target, 301, asked), page(target, 404)),
  row('to a sign-in', 'sign-in', to('https://login.microsoftonline.com/common/', 302, asked)),
  row('the search engine itself', '', page(bing)),
  row('a portal that sends to a search engine', 'redirected', to(bing), page(bing)),
  row('missing itself', 'not-found', page(asked, 404)),
];

export const redirectTables: Tables = {
  redirected: rows,
  'redirect-loop': rows,
  'too-many-redirects': rows,
  'long-redirect': rows,
  'unknown-end': rows,
  'http-link': schemes,
  downgrade: schemes,
  'dead-short-link': shortLinks,
};
