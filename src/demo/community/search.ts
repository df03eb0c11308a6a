import { element, list, link, paragraph } from '../markup.js';
import type { DemoWorld } from '../world.js';
import type { Handler } from '../wire/portal.js';
import { articlePath, articles } from './articles.js';
import { communityPage, home } from './layout.js';

/** The portal's search: every word must stand in an indexed article's title. */
export function searchPage(world: DemoWorld): Handler {
  const indexed = articles(world).filter(({ isIndexed }) => isIndexed);
  return ({ query }) => {
    const words = (query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    const found = words.length === 0 ? [] : indexed.filter(({ title }) => hasAll(title.toLowerCase(), words));
    const results = list(...found.map((article) => link(articlePath(article), article.title)));
    const body =
      found.length === 0
        ? paragraph('No results found.')
        : element('div', { class: 'search-results' }, results);
    return communityPage(
      { path: '/search', language: 'en-US', title: 'Search', above: [home['en-US']], body: [body] },
      world,
    );
  };
}

function hasAll(title: string, words: readonly string[]): boolean {
  return words.every((word) => title.includes(word));
}
