import { element, empty, heading, sheet } from '../markup.js';
import { html } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';
import { nothingHere } from './nothing-here.js';

/** The path to which every sign-in redirects. */
export const authorizePath = '/common/oauth2/v2.0/authorize';

/** The host with the sign-in page. */
export function signInPortal(): Handler {
  const form = element(
    'form',
    { method: 'post', action: '/common/login' },
    empty('input', { type: 'email', name: 'loginfmt', placeholder: 'Email, phone, or Skype' }),
    empty('input', { type: 'password', name: 'passwd' }),
    empty('input', { type: 'submit', value: 'Next' }),
  );
  const page = sheet({
    language: 'en',
    title: 'Sign in to your account',
    body: [heading(1, 'Sign in'), form],
  });
  return portal({ [authorizePath]: html(page) }, () => nothingHere);
}
