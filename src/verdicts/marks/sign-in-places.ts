import { patternList } from '../patterns.js';

/** Addresses that exist to sign people in. */
export const signInPlaces = patternList(
  [
    '^https?://login\\.(microsoftonline\\.(com|us|de)|partner\\.microsoftonline\\.cn|live\\.com|windows\\.net|microsoft\\.com)([/?:]|$)',
    '^https?://[^/?]+\\.(b2clogin|ciamlogin|okta|auth0|onelogin)\\.com([/?:]|$)',
    '^https?://accounts\\.google\\.com([/?:]|$)',
    '^https?://(sts|adfs|sso|idp)\\.[^/?]+/',
    '^https?://[^/?]+/(_forms/default\\.aspx|_layouts/15/authenticate\\.aspx|_login/default\\.aspx)',
    '^https?://[^/?]+(/[^/?]+)*/(sign-?in|log-?in|logon)(\\.(aspx?|html?|php|jsp|do))?/?([?]|$)',
    '^https?://[^/?]+(/[^/?]+)*/account/login(/|[?]|$)',
    '^https?://[^/?]+/(adfs/(ls|oauth2)|oauth2?/(v2\\.0/)?authorize|saml2?/(login|sso)|auth/realms/)',
  ],
  'addresses that exist to sign people in, matched against the whole URL',
);

/** Addresses that say that access is denied. */
export const deniedPlaces = patternList(
  ['/_layouts/(15/)?accessdenied\\.aspx', '/access-?denied(\\.\\w+)?/?([?]|$)'],
  'addresses that say access is denied, matched against the whole URL',
);
