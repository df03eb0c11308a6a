import { defineRule, tuning } from '../define.js';
import { broken } from '../judgement.js';
import { shortLinks } from '../marks/short-links.js';
import { isLasting } from '../marks/statuses.js';
import { patternList } from '../patterns.js';

const searchHomes = patternList(
  [
    '^https?://(www\\.)?bing\\.com/?([?](?!.*\\bq=).*)?$',
    '^https?://(www\\.)?google\\.[a-z.]{2,6}/?([?](?!.*\\bq=).*)?$',
    '^https?://(www\\.)?(yahoo\\.(com|co\\.jp)|duckduckgo\\.com)/?$',
  ],
  'first pages of search engines, where dead short links end; matched against the whole URL',
);

export const deadShortLink = defineRule({
  id: 'dead-short-link',
  ofServers: true,
  summary: 'A short link that nobody maintains any more: it ends at a search engine.',
  label: { en: 'dead link', ja: '無効' },
  options: tuning.extend({ shortLinks: shortLinks.option, searchHomes: searchHomes.option }),
  judge: ({ hops, destination }, options) => {
    const short = shortLinks.of(options.shortLinks);
    // A short link that is alive answers 301, and may well lead to a search engine.
    const hop = hops.find(({ url, status }) => short.test(url) && !isLasting(status));
    if (hop === undefined || !searchHomes.of(options.searchHomes).test(destination)) return null;
    return broken(
      'The short link no longer exists: it ends at a search engine instead of its target.',
      'この短縮リンクはすでに無効です。本来のリンク先ではなく検索エンジンに移動します。',
      { shortLink: hop.url, destination },
    );
  },
});
