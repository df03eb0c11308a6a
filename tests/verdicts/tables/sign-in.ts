import type { ServedAnswer } from '../../support/answers.js';
import { html, hub, long, row, type Tables } from './row.js';

const url = `${hub}/playbook/guide.html`;
const to = (location: string, status = 302): ServedAnswer => ({
  url,
  status,
  headers: { location },
  body: '',
});
const form = '<form action="/do"><input name="user"><input type="password" name="p"></form>';
const ok = (address: string, body?: string): ServedAnswer => ({
  url: address,
  ...(body === undefined ? {} : { body }),
});

const samlForm =
  '<form method="post" action="https://idp.example/sso"><input type="hidden" name="SAMLRequest" value="PHNhbWw+"></form><script>document.forms[0].submit()</script>';
const refreshing = (content: string): string =>
  html('One moment', 'One moment', '', `<meta http-equiv="Refresh" content="${content}">`);

const walls = [
  row('401', 'sign-in', { url, status: 401 }),
  row('403 that says so', 'sign-in', { url, status: 403, body: html('Access denied') }),
  row('403 with a form', 'sign-in', { url, status: 403, body: html('Sign in', 'Sign in', '', form) }),
  row('403 with a challenge', 'sign-in', { url, status: 403, headers: { 'www-authenticate': 'Negotiate' } }),
  row('SharePoint that wants a browser', 'sign-in', {
    url,
    status: 403,
    headers: { 'x-msdavext_error': '917656; Access denied.' },
  }),
  row(
    'to Entra, never asked',
    'sign-in',
    to('https://login.microsoftonline.com/common/oauth2/authorize?client_id=1'),
  ),
  row('to Entra, withheld', 'sign-in', to('https://login.microsoftonline.com/common/'), {
    url: 'https://login.microsoftonline.com/common/',
    withheld: { by: 'external', detail: '' },
  }),
  row('to Entra, which finds fault with us', 'sign-in', to('https://login.microsoftonline.com/common/'), {
    url: 'https://login.microsoftonline.com/common/',
    status: 400,
  }),
  row('to B2C', 'sign-in', to('https://partners.b2clogin.com/partners/oauth2/v2.0/authorize')),
  row('to a Microsoft account', 'sign-in', to('https://login.live.com/oauth20_authorize.srf')),
  row(
    'to the portal’s own sign-in',
    'sign-in',
    to('/en-US/SignIn?ReturnUrl=%2Fplaybook'),
    ok(`${hub}/en-US/SignIn?ReturnUrl=%2Fplaybook`, html('Sign In')),
  ),
  row(
    'to the portal’s older sign-in',
    'sign-in',
    to('/Account/Login/ExternalLogin'),
    ok(`${hub}/Account/Login/ExternalLogin`),
  ),
  row('to SharePoint’s forms', 'sign-in', to('/_forms/default.aspx?ReturnUrl=x')),
  row('to SharePoint’s authentication', 'sign-in', to('/_layouts/15/Authenticate.aspx?Source=x')),
  row(
    'to SharePoint’s refusal',
    'sign-in',
    to('/_layouts/15/AccessDenied.aspx?Source=x'),
    ok(`${hub}/_layouts/15/AccessDenied.aspx?Source=x`, html('Access denied')),
  ),
  row('round in circles through a sign-in', 'sign-in', to('/login'), {
    url: `${hub}/login`,
    status: 302,
    headers: { location: url },
  }),
  row('a form in place of the page', 'sign-in', ok(url, html('Contoso', 'Welcome', 'Members only.', form))),
  row('a form titled in Japanese', 'sign-in', ok(url, html('サインイン', 'サインイン', '', form))),
  row(
    'a refusal with 200',
    'sign-in',
    ok(
      url,
      html(
        'Portal',
        'Portal',
        '',
        "<div class='alert alert-danger'>You don't have the appropriate permissions.</div>",
      ),
    ),
  ),
  row('a refusal in Japanese', 'sign-in', ok(url, html('アクセスが拒否されました'))),
  row('a form of SAML’s that submits itself', 'sign-in', ok(url, html('Redirecting', '', '', samlForm))),
  row(
    'a form of SAML’s whose request is long',
    'sign-in',
    ok(
      url,
      html(
        '',
        '',
        '',
        samlForm.replace(
          /name="SAMLRequest" value=".*?"/,
          `value="${'PHNhbWw+'.repeat(99)}" name="SAMLRequest"`,
        ),
      ),
    ),
  ),
  row(
    'a page that moves on to a sign-in at once',
    'sign-in',
    ok(url, refreshing('0; URL=https://login.microsoftonline.com/common/oauth2/authorize')),
  ),
  row('an answer that does so in a header', 'sign-in', {
    ...ok(url, html('One moment')),
    headers: { refresh: '0; URL=https://login.microsoftonline.com/common/oauth2/authorize' },
  }),
  row(
    'a redirect to such a page',
    'sign-in',
    to('/start'),
    ok(`${hub}/start`, refreshing('1;url=/Account/Login')),
  ),
  row(
    'a document that answers with a sign-in',
    'sign-in',
    ok(`${hub}/docs/deck.pptx`, html('Sign in to your account', 'Sign in', '', form)),
  ),
];
const traps = [
  row('the sign-in page itself', '', ok(`${hub}/SignIn`, html('Sign In', 'Sign In', '', form))),
  row(
    'a link to Entra itself',
    '',
    ok('https://login.microsoftonline.com/', html('Sign in', 'Sign in', '', form)),
  ),
  row(
    'a link to the sign-in that leads on to Entra',
    'redirected',
    { url: `${hub}/signin`, status: 302, headers: { location: 'https://login.microsoftonline.com/x' } },
    ok('https://login.microsoftonline.com/x'),
  ),
  row(
    'an article on signing in',
    '',
    ok(`${hub}/kb/how-to-sign-in`, html('How to sign in', 'How to sign in', long)),
  ),
  row(
    'an article on SAML',
    '',
    ok(
      url,
      html(
        'SAML',
        'SAML',
        `&lt;input type="hidden" name="SAMLRequest"&gt; ${long}`,
        '<form action="/search"></form>',
      ),
    ),
  ),
  ...[
    `<!-- ${samlForm} -->`,
    `<textarea>${samlForm}</textarea>`,
    `<script>const sample = \`${samlForm.slice(0, -60)}\`</script>`,
  ].map((sample, at) =>
    row(
      `a sample of SAML ${at}`,
      '',
      ok(url, html('SAML', 'SAML', 'A sample.', `<form action="/search"></form>${sample}`)),
    ),
  ),
  row(
    'a tool that decodes SAML',
    '',
    ok(
      url,
      html(
        'SAML decoder',
        'SAML decoder',
        'Paste it here.',
        '<form method="post" action="/decode"><input name="SAMLRequest"></form>',
      ),
    ),
  ),
  row('an article with a form of SAML’s to try', '', ok(url, html('SAML', 'SAML', long, samlForm))),
  row(
    'a page that moves browsers without scripts on to a sign-in',
    '',
    ok(
      url,
      html('Hub', 'Hub', '', '<noscript><meta http-equiv="refresh" content="0;url=/login"></noscript>'),
    ),
  ),
  row('a page that moves on to another', '', ok(url, refreshing('0; url=/playbook/new.html'))),
  row('a header that moves on once a session is over', '', {
    ...ok(url, html('Hub')),
    headers: { refresh: '1200; url=/Account/Login' },
  }),
  row('a page that moves on once a session is over', '', ok(url, refreshing('1200; url=/Account/Login'))),
  row(
    'a long article with a small form beside it',
    '',
    ok(url, html('Deploy Teams', 'Deploy Teams', long, form)),
  ),
  row(
    'a page on passwords',
    '',
    ok(url, html('Password policies', 'Password policies', 'Use a long password.')),
  ),
  row(
    'the note on every page of Learn',
    '',
    ok(
      url,
      html(
        'Teams overview',
        'Teams overview',
        `Access to this page requires authorization. You can try signing in or changing directories. ${long}`,
      ),
    ),
  ),
  row(
    'through a sign-in and back to the page',
    'redirected',
    to('/login?x=1'),
    { url: `${hub}/login?x=1`, status: 302, headers: { location: '/playbook/seen.html' } },
    ok(`${hub}/playbook/seen.html`),
  ),
  row('to a sign-in that is missing', 'not-found', to('/login'), { url: `${hub}/login`, status: 404 }),
  row('to a sign-in whose host is gone', 'dns', to('https://login.live.com/'), {
    url: 'https://login.live.com/',
    failed: { cause: 'dns', detail: 'ENOTFOUND' },
  }),
  row('a bare 403', 'forbidden', { url, status: 403 }),
  row('a 403 by a firewall', 'blocked', {
    url,
    status: 403,
    body: html('Blocked', 'Blocked', 'The request is blocked.'),
  }),
  row('an address with "login" in a word', 'redirected', to('/blogin-notes'), ok(`${hub}/blogin-notes`)),
  row(
    'an article about access denied',
    '',
    ok(url, html('Fix “Access denied” in SharePoint', 'Fix “Access denied” in SharePoint', long)),
  ),
  row('a page titled Access Denied that is long', '', ok(url, html('Access denied', 'Access denied', long))),
  row('a 404 behind which there may be more', 'not-found', {
    url: `${hub}/_entity/annotation/1`,
    status: 404,
  }),
];

export const signInTables: Tables = { 'sign-in': [...walls, ...traps] };
