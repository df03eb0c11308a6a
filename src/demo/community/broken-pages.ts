import { element, heading, paragraph, sheet } from '../markup.js';
import type { DemoWorld } from '../world.js';
import { byTurns, type Routes } from '../wire/portal.js';
import { html, plain, redirect } from '../wire/reply.js';
import { communityPage, home } from './layout.js';

/** Where missing ideas lead: a page that answers 200. */
const pageNotFound = '/page-not-found';

/** Pages that cannot be read, each as Power Pages says it. */
export function brokenPages(world: DemoWorld): Routes {
  const page = { language: 'en-US', above: [home['en-US']] } as const;
  const text = 'The page you are looking for does not exist.';
  return {
    '/en-us/ideas/merged-idea': redirect(302, pageNotFound),
    [pageNotFound]: communityPage(
      { ...page, path: pageNotFound, title: 'Page Not Found', body: [paragraph(text)] },
      world,
    ),
    '/en-us/partner-only/': redirect(302, '/en-us/SignIn?ReturnUrl=%2Fen-us%2Fpartner-only%2F'),
    '/en-us/SignIn': communityPage({ ...page, path: '/SignIn', title: 'Sign In', body: [signInForm] }, world),
    '/en-us/my-claims/': redirect(302, '/Account/Login/Index?returnUrl=%2Fen-us%2Fmy-claims%2F'),
    '/en-us/program-managers/': communityPage(
      {
        ...page,
        path: '/en-us/program-managers/',
        title: 'Access Denied',
        status: 403,
        body: [paragraph(denied)],
      },
      world,
    ),
    '/en-us/partner-dashboard/': html(somethingWentWrong('en-US'), 500),
    '/en-us/entitlements/': html(connectionError, 503),
    '/en-us/sign-in-health/': byTurns(
      plain('Service Unavailable', 503),
      communityPage(
        { ...page, path: '/en-us/sign-in-health/', title: 'Sign-in Health', body: [paragraph('All well.')] },
        world,
      ),
    ),
  };
}

/** What every unknown address gets where the not-found page was never localised: 404, whatever the title says. */
export function somethingWentWrong(language: 'en-US' | 'ja-JP'): string {
  const title =
    language === 'en-US'
      ? "We're sorry, but something went wrong (500)"
      : '申し訳ありませんが、問題が発生しました (500)';
  const body = [heading(1, `${title.replace(' (500)', '.')} Error ID # [${errorId}]`)];
  return sheet({ language, title, body });
}

const errorId = '4f0e9a53-2f6f-4d0f-8122-5a0c5f3e8d7b';
const denied = "You don't have the appropriate permissions.";

const signInForm = element(
  'form',
  { method: 'post', action: '/en-us/SignIn' },
  heading(2, 'Sign in with a local account'),
  '<input name="Username"><input name="PasswordValue" type="password">',
);

const connectionError = sheet({
  language: 'en-US',
  title: 'Connection error',
  body: [
    heading(1, 'Your portal is not able to connect with a Dynamics 365 organization.'),
    paragraph(`For assistance, contact your system administrator. Error ID# ${errorId}`),
  ],
});
