import { escapeMarkup } from '../../kit/escape/markup.js';

/** Makes a link of markup if a browser would open the address; the site there is not told where the reader came from. */
export function writeLink(markup: string, url: string | null): string {
  if (url === null || !/^https?:\/\//i.test(url)) return markup;
  return `<a href="${escapeMarkup(url)}" rel="noreferrer noopener">${markup}</a>`;
}
