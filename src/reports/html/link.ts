import { escapeMarkup } from '../../kit/escape/markup.js';

/** Markup that leads to an address, if a browser would go there; it tells nobody where the reader came from. */
export function writeLink(markup: string, url: string | null): string {
  if (url === null || !/^https?:\/\//i.test(url)) return markup;
  return `<a href="${escapeMarkup(url)}" rel="noreferrer noopener">${markup}</a>`;
}
