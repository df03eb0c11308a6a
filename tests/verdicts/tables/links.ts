import type { ServedAnswer } from '../../support/answers.js';
import type { Attempt } from '../../../src/model/resource.js';
import { html, hub, row, type Tables } from './row.js';

const missing = (path: string, written?: string): ServedAnswer => ({
  url: new URL(path, hub).href,
  status: 404,
  ...(written === undefined ? {} : { written }),
});
const none = (written: string): ServedAnswer => ({
  url: `${hub}/nothing`,
  written,
  withheld: { by: 'malformed', detail: '' },
});
const dns = (url: string, written: string): ServedAnswer => ({
  url,
  written,
  failed: { cause: 'dns', detail: 'ENOTFOUND' },
});

const slips = [
  row('hhttps://', 'malformed-link', none('hhttps://hub.example/a')),
  row('htps://', 'malformed-link', none('htps://hub.example/a')),
  row('https//', 'malformed-link', dns('https://https/hub.example', 'https//hub.example')),
  row(
    'http://https://',
    'malformed-link',
    dns('http://https//hub.example/a', 'http://https://hub.example/a'),
  ),
  row('a lost slash', 'malformed-link', missing('/learn.example/teams', 'https:/learn.example/teams')),
  row('a lost https://aka.ms/', 'malformed-link', missing('/playbook/aka.ms/Deck', 'aka.ms/Deck')),
  row('a bare short name', 'malformed-link', missing('/playbook/FTOPGuide', 'FTOPGuide')),
  row('www. without a scheme', 'malformed-link', missing('/playbook/www.contoso.com', 'www.contoso.com')),
  row('a mail address', 'malformed-link', missing('/playbook/help@contoso.com', 'help@contoso.com')),
  row('an invisible character', 'malformed-link', missing('/a%E2%80%8B.html', '/a\u200b.html')),
  row('a wide space behind', 'malformed-link', missing('/a.html%E3%80%80', '/a.html\u3000')),
  row(
    'a space that does not break before',
    'malformed-link',
    missing('/playbook/%C2%A0https://hub.example/a', '\u00a0https://hub.example/a'),
  ),
  row('a host glued on as a path', 'malformed-link', missing('/en-us/docs.microsoft.com/teams')),
  row('Markdown that was never converted', 'malformed-link', missing('/playbook/guide.md')),
  row('encoded twice', 'malformed-link', missing('/Shared%2520Documents/a.pptx')),
  row('a file of the author’s own', 'malformed-link', none('file:///C:/Users/me/deck.pptx')),
  row('a placeholder', 'malformed-link', missing('/playbook/%7B%7Burl%7D%7D', '{{url}}')),
  row('nothing anybody understands', 'malformed-link', none('https://[')),
  row('a trailing dot that works', 'malformed-link', { url: `${hub}/a`, written: 'https://hub.example./a' }),
  row('an invisible character that works', 'malformed-link', {
    url: `${hub}/a%E2%80%8B`,
    written: 'https://hub.example/a\u200b',
  }),
];
const traps = [
  row('a plain 404', 'not-found', missing('/playbook/guide.html')),
  row('a plain relative 404', 'not-found', missing('/playbook/guide.html', 'guide.html')),
  row('Markdown that opens', '', {
    url: `${hub}/readme.md`,
    headers: { 'content-type': 'text/markdown' },
    body: '# Hi',
  }),
  row('a word between blanks', 'not-found', missing('/contact', ' /contact ')),
  row('a word behind a line break', 'not-found', missing('/playbook/Overview', '\nOverview')),
  row('a word that opens', '', { url: `${hub}/playbook/overview`, written: 'overview' }),
  row('an archive that lacks a page', 'not-found', missing('/web/2020/https://www.contoso.com/a')),
  row('a path about ASP.NET', 'not-found', missing('/blog/asp.net/intro')),
  row('a percent sign', 'not-found', missing('/save-20%25-today')),
  row('a page that says hhttps', '', { url: `${hub}/a`, body: html('hhttps://') }),
  row(
    'a lost slash that browsers mend, and a dead host',
    'dns',
    dns('https://gone.example/', 'https:/gone.example/'),
  ),
  row('a trailing dot that browsers mend, and no page', 'not-found', missing('/a', 'https://hub.example./a')),
  row('a dead host rightly written', 'dns', {
    url: 'https://gone.example/a',
    failed: { cause: 'dns', detail: 'ENOTFOUND' },
  }),
  row('an at sign in a path', 'not-found', missing('/@contoso/profile')),
  row('a failing page with a slip in it', 'server-error', { url: `${hub}/guide.md`, status: 500 }),
];

const url = `${hub}/playbook/guide.html`;
const after = (...earlier: Partial<Attempt>[]): ServedAnswer => ({ url, earlier });
const flaky = [
  row('500, then fine', 'flaky', after({ result: 500 })),
  row('503, then fine', 'flaky', after({ result: 503 })),
  row('a broken connection, then fine', 'flaky', after({ result: 'connection' })),
  row('two time-outs, then fine', 'flaky', after({ result: 'timeout' }, { result: 'timeout' })),
  row('404, then fine', 'flaky', after({ result: 404 })),
  row('404 to HEAD and to GET, then fine', 'flaky', after({ result: 404, method: 'HEAD' }, { result: 404 })),
  row('400, then fine', 'flaky', after({ result: 400 })),
  row('asked to wait, then 502, then fine', 'flaky', after({ result: 429 }, { result: 502 })),
  row('asked to wait, then fine', '', after({ result: 429 })),
  row('asked to wait by 503, then fine', '', after({ result: 503, throttled: true })),
  row('HEAD refused, then fine', '', after({ result: 405, method: 'HEAD' })),
  row('HEAD failed, then fine', '', after({ result: 'connection', method: 'HEAD' })),
  row('404 to HEAD, then fine', '', after({ result: 404, method: 'HEAD' })),
  row('a name that was looked up in vain, then fine', '', after({ result: 'dns' })),
  row('a proxy that failed, then fine', '', after({ result: 'proxy' })),
  row('fine at once', '', after()),
  row('500 all along', 'server-error', { ...after({ result: 500 }, { result: 500 }), status: 500 }),
  row('500, then 404', 'not-found', { ...after({ result: 500 }), status: 404 }),
];

export const linkTables: Tables = {
  'malformed-link': [...slips, ...traps],
  flaky,
};
