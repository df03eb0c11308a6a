import { element, empty, sheet } from '../markup.js';
import { html } from '../wire/reply.js';
import { portal, type Handler } from '../wire/portal.js';
import { nothingHere } from './nothing-here.js';

/** The search engine whose home dead short links end at. */
export function searchHomePortal(): Handler {
  const form = element('form', { action: '/search' }, empty('input', { type: 'search', name: 'q' }));
  return portal({ '/': html(sheet({ language: 'en', title: 'Bing', body: [form] })) }, () => nothingHere);
}
