import type { ServedAnswer } from '../../support/answers.js';
import { html, hub, long, row, type Tables } from './row.js';

const url = `${hub}/kb/articles/guide.html`;
const ok = (address: string, body?: string): ServedAnswer => ({
  url: address,
  ...(body === undefined ? {} : { body }),
});
const to = (location: string, address = url, status = 302): ServedAnswer => ({
  url: address,
  status,
  headers: { location },
  body: '',
});
const probe = (body: string, status = 200): ServedAnswer => ({
  url: `${hub}/kb/articles/q7x2-nobody`,
  role: 'probe',
  status,
  body,
});
const nowhere = (name: string): string =>
  html('Contoso Help', 'Oh dear', `Nothing here called ${name}.`, '<a href="/">Home</a>');
const alert = (text: string): string => `<div class="alert alert-danger">${text}</div>`;
const shell = html('App', '', '', '<div id="app"></div>');

const words = [
  row(
    'an article unavailable',
    'soft-404',
    ok(
      url,
      html(
        'Article Unavailable',
        'Article Unavailable',
        '',
        alert('The requested Knowledge article is unavailable. Please contact your Portal Administrator.'),
      ),
    ),
  ),
  row('the same in Japanese', 'soft-404', ok(url, html('記事は使用できません', '記事は使用できません'))),
  row(
    'by its alert alone',
    'soft-404',
    ok(url, html('Contoso', 'Contoso', '', alert('お探しのレコードは見つかりませんでした。'))),
  ),
  row('a title with the site beside it', 'soft-404', ok(url, html('Page not found | Contoso', 'Oops'))),
  row('a heading alone', 'soft-404', ok(url, html('Contoso', '404 - Page Not Found'))),
  row('a Japanese heading', 'soft-404', ok(url, html('コンテソ', 'お探しのページは見つかりませんでした'))),
  row('a path that says what the test is', 'soft-404', ok(`${hub}/soft-404.html`, html('Page not found'))),
  row(
    'a short main part beside a long text',
    'soft-404',
    ok(
      url,
      `<!doctype html><title>Page not found</title><main><h1>Page not found</h1></main><aside>${long}</aside>`,
    ),
  ),
  row('words of their own', 'soft-404', ok(url, html('Lost in space'))),
].map((one) =>
  one.when === 'words of their own'
    ? { ...one, options: { 'soft-404': { headlines: { also: ['^lost in space$'] } } } }
    : one,
);
const places = [
  row(
    'a guide to languages to the home page',
    'soft-404',
    to('/', `${hub}/language-packs/guide`),
    ok(`${hub}/`),
  ),
  row(
    'to the not-found page',
    'soft-404',
    to('/page-not-found'),
    ok(`${hub}/page-not-found`, html('Page Not Found')),
  ),
  row('to a not-found page nobody asked', 'soft-404', to('/404.html')),
  row('to the home page', 'soft-404', to('/'), ok(`${hub}/`)),
  row('to the home page of its language', 'soft-404', to('/en-us/'), ok(`${hub}/en-us/`)),
  row('for good to the home page', 'soft-404', to('/', url, 301), ok(`${hub}/`)),
];
const probes = [
  row(
    'the page of any unknown name',
    'soft-404',
    ok(url, nowhere('guide.html')),
    probe(nowhere('q7x2-nobody')),
  ),
  row(
    'by a probe one folder up',
    'soft-404',
    ok(`${hub}/kb/articles/deep/guide.html`, nowhere('guide.html')),
    probe(nowhere('q7x2-nobody')),
  ),
  row(
    'to where any unknown name leads',
    'soft-404',
    to('/help/start-here'),
    { ...probe(''), status: 302, headers: { location: '/help/start-here' } },
    ok(`${hub}/help/start-here`),
  ),
  row('a shell that a script fills in', 'soft-404', ok(url, shell), probe(shell), ok(`${hub}/`, shell)),
];
const traps = [
  row('the home page', '', ok(`${hub}/`, nowhere('x')), probe(nowhere('x'))),
  row(
    'a page beside a probe that was answered',
    '',
    ok(url, html('Deploy Teams', 'Deploy Teams', long)),
    probe(nowhere('q7x2-nobody')),
  ),
  row(
    'same title and heading, another text',
    '',
    ok(url, html('Contoso Help', 'Oh dear', long, '<a href="/">Home</a><a href="/kb/teams">Teams</a>')),
    probe(nowhere('q7x2-nobody')),
  ),
  row('a probe with an honest 404', '', ok(url, nowhere('guide.html')), probe(nowhere('q7x2-nobody'), 404)),
  row(
    'an article about 404 pages',
    '',
    ok(
      `${hub}/kb/fix-404`,
      html('How to fix "Page not found" errors', 'How to fix "Page not found" errors', 'Do this.'),
    ),
  ),
  row(
    'a long article with just that title',
    '',
    ok(`${hub}/web/reference`, html('404 Not Found - HTTP | Docs', '404 Not Found', long)),
  ),
  row(
    'a short glossary entry',
    '',
    ok(`${hub}/glossary/404-not-found`, html('404 Not Found', '404 Not Found', 'A status code.')),
  ),
  row('the not-found page itself', '', ok(`${hub}/page-not-found`, html('Page Not Found'))),
  row('a room of that number', '', ok(`${hub}/rooms/room-404`, html('Room 404', 'Room 404'))),
  row(
    'an article with an alert box',
    '',
    ok(url, html('Deploy Teams', 'Deploy Teams', long, alert('This article was last updated in 2019.'))),
  ),
  row(
    'an article that quotes the alert',
    '',
    ok(
      url,
      html(
        'Errors of the portal',
        'Errors of the portal',
        long,
        alert('The requested Knowledge article is unavailable.'),
      ),
    ),
  ),
  row(
    'a title in the middle of which it stands',
    '',
    ok(url, html('What “Article Unavailable” means for partners')),
  ),
  row('a real 404 with that title', 'not-found', { url, status: 404, body: html('Page not found') }),
  row(
    'a vanity address to another host’s home',
    'redirected',
    to('https://teams.example/'),
    ok('https://teams.example/'),
  ),
  row('one plain segment to the home page', 'redirected', to('/', `${hub}/start-now`), ok(`${hub}/`)),
  row('the index to the home page', 'redirected', to('/', `${hub}/en-us/index.html`), ok(`${hub}/`)),
  row(
    'a language switch to the home page',
    'redirected',
    to('/', `${hub}/portal/SetLanguage?lang=ja`),
    ok(`${hub}/`),
  ),
  row('a route kept in the fragment', 'redirected', to('/#/kb/articles/guide'), ok(`${hub}/`)),
  row(
    'the root to the language that unknown names lead to as well',
    'redirected',
    to('/en-us/', `${hub}/`),
    { ...probe(''), url: `${hub}/q7x2-nobody`, status: 302, headers: { location: '/en-us/' } },
    ok(`${hub}/en-us/`),
  ),
  row('deep to deep', 'redirected', to('/kb/articles/new.html'), ok(`${hub}/kb/articles/new.html`)),
  row(
    'to a sign-in like any unknown name',
    'sign-in',
    to('/SignIn'),
    { ...probe(''), status: 302, headers: { location: '/SignIn' } },
    ok(`${hub}/SignIn`),
  ),
  row('a search that finds nothing', '', {
    url: `${hub}/search?q=x`,
    role: 'search',
    body: html('Page not found'),
  }),
  { ...row('switched off', '', ok(url, html('Page not found'))), options: { 'soft-404': { level: 'off' } } },
];

export const soft404Tables: Tables = { 'soft-404': [...words, ...places, ...probes, ...traps] };
