import { urlsOfStyle } from '../links/style-urls.js';
import { resolverFor } from '../links/resolve.js';
import { resolveAll } from '../html/read-page.js';
import { pageOf } from '../page-of.js';
import type { BodyReader } from '../body-reader.js';

const entryLimit = 50_000;

/** Style sheets: `@import` and `url()`. */
export const css: BodyReader = {
  accepts: ({ contentType }) => contentType === 'text/css',
  read: (body) => {
    if (body.checkStyles === false) return pageOf(body, []);
    const urls = urlsOfStyle(body.markup);
    const found = urls.slice(0, entryLimit).map(({ url, imported }) => ({
      href: url,
      kind: imported ? ('style' as const) : ('resource' as const),
      headings: [],
      text: '',
    }));
    return pageOf(body, resolveAll(found, resolverFor(body.url, body.fileSeeds)), urls.length > entryLimit);
  },
};
