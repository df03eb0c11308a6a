import type { ServedAnswer } from '../../support/answers.js';
import { html, hub, long, row, type Tables } from './row.js';

const url = `${hub}/playbook/guide.html`;
const page = (body: string, more: Partial<ServedAnswer> = {}): ServedAnswer => ({ url, body, ...more });
const portal = (end: string, inside = ''): string =>
  `<html><head><title>Guide</title></head><body data-sitemap-state="/:/guide"><h1>Guide</h1><p>${long}</p>${inside}${end}`;
const stamp = '</body></html><!-- Generated at 2026-11-22T08:15:00Z -->\n';
const end = `${stamp}<!-- Page OK -->\n`;

const anubis = '<script id="anubis_challenge" type="application/json">{"rules":{}}</script>';
const platform = '/cdn-cgi/challenge-platform';
const blocked = [
  row('a firewall', 'blocked', page(html('x', 'x', 'The request is blocked.'), { status: 403 })),
  row(
    'a challenge by its header',
    'blocked',
    page(html('x'), { status: 403, headers: { 'cf-mitigated': 'challenge' } }),
  ),
  row('a challenge by its title', 'blocked', page(html('Just a moment...'), { status: 403 })),
  row(
    'a challenge in a language that we do not know',
    'blocked',
    page(
      html(
        'Un momento…',
        '',
        '',
        `<script>a.src = '${platform}/h/b/orchestrate/chl_page/v1?ray=9a';</script>`,
      ),
      {
        status: 403,
      },
    ),
  ),
  row('a challenge with 503', 'blocked', page(html('Just a moment...'), { status: 503 })),
  row(
    'a challenge with 200',
    'blocked',
    page(html('Just a moment...', '', '', '<script src="/challenge.js"></script>')),
  ),
  row(
    'a challenge of Anubis, which answers 200',
    'blocked',
    page(
      `<!doctype html><title>Making sure you&#39;re not a bot!</title>${anubis}<h1>Making sure you&#39;re not a bot!</h1>`,
    ),
  ),
  row(
    'the same in Japanese',
    'blocked',
    page(
      `<!doctype html><title>あなたがボットでないことを確認しています！</title>${anubis}<p>読み込み中</p>`,
    ),
  ),
  row(
    'a challenge of Imperva, which answers 200',
    'blocked',
    page(
      '<html><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body><iframe id="main-iframe" src="/_Incapsula_Resource?CWUDNSAI=9&xinfo=1">Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>',
    ),
  ),
  row(
    'a page behind Imperva',
    '',
    page(html('Guide', 'Guide', 'Short.', '<script src="/_Incapsula_Resource?SWJIYLWA=1&ns=2"></script>')),
  ),
  row('an article with what Anubis sends', '', page(html('Anubis', 'Anubis', long, anubis))),
  row(
    'a challenge of AWS, which answers 202',
    'blocked',
    page('', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }),
  ),
  row(
    'a riddle of AWS, which answers 405',
    'blocked',
    page(html('Human Verification'), { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } }),
  ),
  row(
    'a refusal by www.microsoft.com',
    'blocked',
    page(html('Your request has been blocked. This could be due to several reasons.'), { status: 403 }),
  ),
  row('999', 'blocked', page('denied', { status: 999 })),
  row(
    'after a redirect',
    'blocked',
    { url: `${hub}/old`, headers: { location: url } },
    page('denied', { status: 999 }),
  ),
  row('a plain 403', 'forbidden', page(html('Forbidden'), { status: 403 })),
  row(
    'an article that quotes the firewall',
    '',
    page(html('What “The request is blocked.” means', 'Firewalls', `The request is blocked. ${long}`)),
  ),
  row('an article titled like a challenge', '', page(html('Just a moment...', 'A story', long))),
  row('a throttled answer', 'throttled', page(html('Slow down'), { status: 429 })),
  row('a plain 503', 'server-error', page(html('Busy'), { status: 503 })),
  row(
    'a 404 with a shielded host',
    'not-found',
    page(html('Nothing'), { status: 404, headers: { server: 'cloudflare' } }),
  ),
  row(
    'a 404 into which Cloudflare puts the script that it puts into every page',
    'not-found',
    page(html('Nothing', '', '', `<script>a.src='${platform}/scripts/jsd/main.js';</script>`), {
      status: 404,
    }),
  ),
];
const incomplete = [
  row('cut', 'incomplete-page', page(html('Guide'), { flaw: 'cut' })),
  row('not to be decompressed', 'incomplete-page', page('', { flaw: 'undecodable' })),
  row('too large', 'incomplete-page', page(html('Guide'), { flaw: 'too-large' })),
  row('a portal that stops in the middle', 'incomplete-page', page(portal(''))),
  row('a portal that stops after its stamp', 'incomplete-page', page(portal(stamp))),
  row('a whole portal page', '', page(portal(end))),
  row('a portal that never marks its pages', '', page(portal('</body></html>'))),
  row('a page that leaves out its end tags', '', page(`<title>Guide</title><p>${long}`)),
  row(
    'a page about the mark',
    '',
    page(html('Guide', 'Guide', `Pages end with &lt;!-- Page OK --&gt;. ${long}`)),
  ),
  row('an empty page', '', page('')),
  row('a cut document', 'damaged-document', {
    url: `${hub}/deck.pptx`,
    flaw: 'cut',
    headers: { 'content-type': 'application/octet-stream' },
    body: 'PK',
  }),
  row('a cut 404', 'not-found', page(html('Nothing'), { status: 404, flaw: 'cut' })),
];
const grid =
  '<div class="entitylist entity-grid" data-view-layouts="W10=" data-get-url="/_services/entity-grid-data.json/1"></div>';
const unseen = [
  row('records', 'unseen-list', page(portal(end, grid))),
  row(
    'SharePoint documents',
    'unseen-list',
    page(portal(end, '<div class="sharepoint-grid" data-get-url="/_services/sharepoint-data.json/1"></div>')),
  ),
  row('by its layouts alone', 'unseen-list', page(portal(end, '<div data-view-layouts="W10="></div>'))),
  row('on a page of no portal', 'unseen-list', page(html('Guide', 'Guide', long.repeat(5), grid))),
  row(
    'not on the address that leads there',
    'redirected',
    { url: `${hub}/old`, headers: { location: url } },
    page(portal(end, grid)),
  ),
  row('a list in the page', '', page(portal(end, '<ul><li><a href="a.html">A</a></li></ul>'))),
  row(
    'data of other kinds',
    '',
    page(html('Guide', 'Guide', long, '<div data-get-url="/data.json" form-data="x"></div>')),
  ),
  row('a table', '', page(html('Guide', 'Guide', long, '<table><tr><td>1</td></tr></table>'))),
  row('missing', 'not-found', page(portal(end, grid), { status: 404 })),
  row('failing', 'server-error', page(portal(end, grid), { status: 500 })),
  row('plain', '', page(portal(end))),
];
const maintenance = [
  row('by its title', 'maintenance', page(html('Site under maintenance'))),
  row('by its heading', 'maintenance', page(html('Contoso', 'We’ll be back soon!'))),
  row(
    'as the people behind it say',
    'maintenance',
    page(html('Contoso', 'Sorry, we’re down for maintenance.')),
  ),
  row('the same without a comma', 'maintenance', page(html('Sorry we are under maintenance'))),
  row('in Japanese', 'maintenance', page(html('メンテナンス中', 'ただいまメンテナンス中です'))),
  row('with 503', 'maintenance', page(html('Scheduled maintenance'), { status: 503 })),
  row(
    'to its page',
    'maintenance',
    { url, headers: { location: '/maintenance' } },
    { url: `${hub}/maintenance`, body: html('Hello') },
  ),
  row('an article', '', page(html('Plan for scheduled maintenance', 'Plan for scheduled maintenance', long))),
  row('a long page with that title', '', page(html('Scheduled maintenance', 'Scheduled maintenance', long))),
  row('the page itself', '', { url: `${hub}/maintenance`, body: html('Maintenance contracts') }),
  row(
    'to a missing page of that name',
    'not-found',
    { url, headers: { location: '/maintenance' } },
    { url: `${hub}/maintenance`, status: 404 },
  ),
  row('a plain 503', 'server-error', page(html('Busy'), { status: 503 })),
  row('a 404 with that title', 'not-found', page(html('Site under maintenance'), { status: 404 })),
];
const check = `${hub}/check`;
const sentTo = (body: string, more: Partial<ServedAnswer> = {}): readonly ServedAnswer[] => [
  { url, headers: { location: check } },
  { url: check, body, ...more },
];
const walls = [
  row('required', 'cookie-wall', ...sentTo(html('Check', 'Cookies are required'))),
  row('words alone', 'cookie-wall', ...sentTo('Please enable cookies to go on.')),
  row('turned off', 'cookie-wall', ...sentTo(html('Portal', 'Portal', 'Your cookies are disabled.'))),
  row('not accepted', 'cookie-wall', ...sentTo('<p>Your browser does not accept cookies.</p>')),
  row('in Japanese', 'cookie-wall', ...sentTo(html('確認', '確認', 'Cookie を有効にしてください。'))),
  row('in katakana', 'cookie-wall', ...sentTo('<p>クッキーの設定が必要です</p>')),
  row('straight to it', '', page(html('Check', 'Cookies are required'))),
  row(
    'straight to it, where every other name leads as well',
    '',
    page(html('Check', 'Cookies are required')),
    { url: `${hub}/playbook/aaaaaaaaaaaaaaaa`, role: 'probe', headers: { location: check } },
    { url: check, body: html('Check', 'Cookies are required') },
  ),
  row('to a guide', 'redirected', ...sentTo(html('Guide', 'How to enable cookies', long))),
  row(
    'to a page with a banner',
    'redirected',
    ...sentTo(html('Guide', 'Guide', 'We use cookies. Accept all')),
  ),
  row('to a banner in Japanese', 'redirected', ...sentTo(html('案内', '案内', 'Cookie を使用しています。'))),
  row('to another page', 'redirected', ...sentTo(html('Check'))),
  row('to a page that is missing', 'not-found', ...sentTo(html('Cookies are required'), { status: 404 })),
];
const errorPages = [
  row(
    'a portal’s',
    'error-page',
    page(
      html(
        "We're sorry, but something went wrong (500)",
        "We're sorry, but something went wrong. Error ID # [1d2e]",
      ),
    ),
  ),
  row('in Japanese', 'error-page', page(html('申し訳ありませんが、問題が発生しました (500)'))),
  row(
    'a front door’s',
    'error-page',
    page(
      html(
        'x',
        "Our services aren't available right now",
        "We're working to restore all services as soon as possible.",
      ),
    ),
  ),
  row('ASP.NET’s', 'error-page', page(html('Runtime Error', "Server Error in '/' Application."))),
  row(
    'in an alert',
    'error-page',
    page(
      html(
        'Contoso',
        'Contoso',
        '',
        '<div class="alert alert-danger">An unknown failure has occurred. Error ID # [1]</div>',
      ),
    ),
  ),
  row('a gateway’s', 'error-page', page(html('502 Bad Gateway'))),
  row('at a path that says what the test is', 'error-page', {
    url: `${hub}/soft-500`,
    body: html('500 Internal Server Error'),
  }),
  row(
    'an article on a failure',
    '',
    page(html('Fix “Something went wrong” in Teams', 'Fix “Something went wrong” in Teams', long)),
  ),
  row(
    'a long article with just that title',
    '',
    page(html('500 Internal Server Error | Docs', '500 Internal Server Error', long)),
  ),
  row('a short glossary entry', '', {
    url: `${hub}/status-codes/502`,
    body: html('502 Bad Gateway', '502 Bad Gateway', 'A status.'),
  }),
  row(
    'a real 500',
    'server-error',
    page(html("We're sorry, but something went wrong (500)"), { status: 500 }),
  ),
  row(
    'a 404 with that title',
    'not-found',
    page(html("We're sorry, but something went wrong (500)"), { status: 404 }),
  ),
  row('500 things', '', page(html('500 tips for Teams'))),
];
const parts = (...markup: string[]): ServedAnswer => page(html('Guide', 'Guide', long, markup.join('')));
const script = '<script src="http://cdn.example/a.js"></script>';
const mixed = [
  row('a script', 'mixed-content', parts(script)),
  row('a style', 'mixed-content', parts('<link rel="stylesheet" href="http://cdn.example/a.css">')),
  row('a frame', 'mixed-content', parts('<iframe src="http://video.example/"></iframe>')),
  row(
    'several',
    'mixed-content',
    parts('<script src="http://a.example/a.js"></script>', '<iframe src="http://b.example/"></iframe>'),
  ),
  row('a picture, which browsers fetch by https', '', parts('<img src="http://cdn.example/a.png">')),
  row('a link', '', parts('<a href="http://old.example/">Old</a>')),
  row('a script by https', '', parts('<script src="https://cdn.example/a.js"></script>')),
  row('a script beside the page', '', parts('<script src="/a.js"></script>')),
  row(
    'a script that the page has browsers fetch by https',
    '',
    page(
      `<meta http-equiv="content-security-policy" content="img-src *; Upgrade-Insecure-Requests">${script}`,
    ),
  ),
  row('a script that the answer has browsers fetch by https', '', {
    ...page(script),
    headers: {
      'content-security-policy': "default-src *; upgrade-insecure-requests; frame-ancestors 'self'",
    },
  }),
  row('a script under another policy', 'mixed-content', {
    ...page(
      `<meta http-equiv="Content-Security-Policy-Report-Only" content="upgrade-insecure-requests">${script}`,
    ),
    headers: { 'content-security-policy': 'block-all-mixed-content' },
  }),
  row('an http page', '', {
    url: 'http://hub.example/',
    body: html('Guide', 'Guide', long, '<script src="http://a.example/a.js"></script>'),
  }),
  row('an address in the text', '', parts('<pre>&lt;script src="http://a.example/a.js"&gt;</pre>')),
  row(
    'not on the address that leads there',
    'redirected',
    { url: `${hub}/old`, headers: { location: url } },
    parts('<iframe src="http://b.example/"></iframe>'),
  ),
];
const expires = (date: string): ServedAnswer =>
  page(html('Guide'), { headers: { 'x-certificate-expires': date } });
const certificates = [
  row('tomorrow', 'certificate-expiring', expires('2026-11-23T09:00:00Z')),
  row('in three weeks less a day', 'certificate-expiring', expires('2026-12-12T09:00:00Z')),
  {
    ...row('in two months, told to look that far', 'certificate-expiring', expires('2027-01-20T00:00:00Z')),
    options: { 'certificate-expiring': { days: 90 } },
  },
  row('on a missing page', 'not-found certificate-expiring', {
    ...expires('2026-11-23T09:00:00Z'),
    status: 404,
  }),
  row('in three weeks and a day', '', expires('2026-12-14T09:00:00Z')),
  row('in a year', '', expires('2027-11-22T00:00:00Z')),
  row('no date', '', expires('soon')),
  row('an empty date', '', expires('')),
  row('none', '', page(html('Guide'))),
  row(
    'on the way',
    'redirected',
    { url: `${hub}/old`, headers: { location: url } },
    expires('2026-11-23T09:00:00Z'),
  ),
  {
    ...row('switched off', '', expires('2026-11-23T09:00:00Z')),
    options: { 'certificate-expiring': { level: 'off' } },
  },
];

const slipping = (names: string): ServedAnswer => page(html('Guide'), { headers: { 'x-http-slips': names } });
const slips = [
  row('line feeds alone', 'http-slips', slipping('line ends')),
  row('several', 'http-slips', slipping('body length, folded headers')),
  row('on a missing page', 'not-found http-slips', { ...slipping('line ends'), status: 404 }),
  row('on a picture', 'http-slips', {
    url: `${hub}/a.png`,
    headers: { 'content-type': 'image/png', 'x-http-slips': 'continue' },
  }),
  row('none', '', page(html('Guide'))),
  row('a header of another name', '', page(html('Guide'), { headers: { 'x-slips': 'line ends' } })),
  row('none on a missing page', 'not-found', page(html('Guide'), { status: 404 })),
  row('on the way', 'redirected', { url: `${hub}/old`, headers: { location: url } }, slipping('line ends')),
  row('beside it', '', page(html('Guide')), { ...slipping('line ends'), url: `${hub}/other` }),
  { ...row('switched off', '', slipping('line ends')), options: { 'http-slips': { level: 'off' } } },
];

const start = (body: string, more: Partial<ServedAnswer> = {}): ServedAnswer => ({
  ...page(body),
  role: 'seed',
  ...more,
});
const typed = (type: string, body: string, more: Partial<ServedAnswer> = {}): ServedAnswer =>
  start(body, { headers: { 'content-type': type }, ...more });
const unread = [
  row('a page of no bytes', 'unread-seed', start('')),
  row('nothing to show', 'unread-seed empty-document', start('', { status: 204 })),
  row('markup as plain text', 'unread-seed', typed('text/plain', html('Guide', 'Guide', long))),
  row('markup to be saved', 'unread-seed', typed('application/octet-stream', html('Guide', 'Guide', long))),
  row('data', 'unread-seed', typed('application/json', '{"items": []}')),
  row('a feed', 'unread-seed', typed('application/xml', '<feed><entry/></feed>')),
  row(
    'behind a redirect',
    'unread-seed redirected',
    start('', { url: `${hub}/start`, status: 302, headers: { location: url } }),
    page(''),
  ),
  row('a page', '', start(html('Guide'))),
  row('a page of no links', '', start('<p>Hello')),
  row('a document', '', {
    url: `${hub}/guide.pdf`,
    role: 'seed',
    headers: { 'content-type': 'application/pdf' },
    body: '%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n9\n%%EOF\n',
  }),
  row('a picture', '', typed('image/png', 'PNG', { url: `${hub}/map.png` })),
  row('a missing page', 'not-found', start('', { status: 404 })),
  row('a blank page that is no seed', '', page('')),
  row('a text that is no seed', '', page('Hello', { headers: { 'content-type': 'text/plain' } })),
  { ...row('switched off', '', start('')), options: { 'unread-seed': { level: 'off' } } },
];

const moved: ServedAnswer = { url: `${hub}/start`, role: 'seed', headers: { location: url } };
const away = (body: string, more: Partial<ServedAnswer> = {}): ServedAnswer => ({
  ...page(body),
  role: 'check',
  ...more,
});
const strayed = [
  row('a page that is not walked', 'strayed-seed redirected', moved, away(html('Guide'))),
  row('for good', 'strayed-seed redirected', { ...moved, status: 301 }, away(html('Guide'))),
  row(
    'in several steps',
    'strayed-seed redirected',
    { ...moved, headers: { location: `${hub}/next` } },
    { url: `${hub}/next`, headers: { location: url } },
    away(html('Guide')),
  ),
  row('a page of no bytes', 'unread-seed redirected', moved, away('')),
  row('a page that is walked', 'redirected', moved, page(html('Guide'))),
  row('another seed', 'redirected', moved, start(html('Guide'))),
  row('a page that is missing', 'not-found', moved, away(html('Guide'), { status: 404 })),
  row('a firewall', 'blocked', moved, away(html('x', 'x', 'The request is blocked.'), { status: 403 })),
  row('no seed', 'redirected', { ...moved, role: 'page' }, away(html('Guide'))),
  row('no redirect', '', start(html('Guide'))),
  row('a picture', 'redirected', moved, away('PNG', { headers: { 'content-type': 'image/png' } })),
  row('an end that nobody saw', 'unknown-end', moved),
  {
    ...row('switched off', 'redirected', moved, away(html('Guide'))),
    options: { 'strayed-seed': { level: 'off' } },
  },
];

export const pageTables: Tables = {
  blocked: blocked,
  'incomplete-page': incomplete,
  'unseen-list': unseen,
  maintenance: maintenance,
  'cookie-wall': walls,
  'error-page': errorPages,
  'mixed-content': mixed,
  'certificate-expiring': certificates,
  'http-slips': slips,
  'unread-seed': unread,
  'strayed-seed': strayed,
};
