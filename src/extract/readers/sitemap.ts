import type { Link, LinkKind } from '../../model/link.js';
import { resolverFor } from '../links/resolve.js';
import { pageOf } from '../page-of.js';
import type { BodyReader } from '../body-reader.js';
import { rootOf, walkXml } from '../markup/walk-xml.js';

/** The most a sitemap may hold, https://www.sitemaps.org/protocol.html. */
const entryLimit = 50_000;

/** Sitemaps and their indexes, in XML. */
export const sitemap: BodyReader = {
  accepts: ({ head }) => isSitemap(head),
  read: (body) => {
    const links: Link[] = [];
    let isCut = false;
    const resolve = resolverFor(body.url, body.fileSeeds);
    const add = (href: string, kind: LinkKind, text: string): void => {
      const destination = href === '' ? null : resolve(href);
      if (destination === null) return;
      if (links.length === entryLimit) isCut = true;
      else links.push({ ...destination, kind, text, headings: [] });
    };
    const within: string[] = [];
    walkXml(body.markup, {
      open: (name, attribute) => {
        if (name === 'url' || name === 'sitemap') within[0] = name;
        // `<xhtml:link rel="alternate" hreflang="ja" href="…">`: the page in another language.
        if (name === 'link') add(attribute('href') ?? '', 'sitemap', attribute('hreflang') ?? '');
      },
      close: (name, text) => {
        // Image and video extensions have a `loc` of their own, which comes after the page's.
        if (name === 'loc' && within.length > 0) add(text, 'sitemap', '');
        if (name === 'loc') within.length = 0;
      },
    });
    return pageOf(body, links, isCut);
  },
};

/** By its root element alone: many are written by scripts that declare no type, which makes them "text/html". */
export function isSitemap(head: string): boolean {
  return !beginsAsPage.test(head) && sitemapRoots.has(rootOf(head));
}

/** Nearly every page does, and every page is asked. */
const beginsAsPage = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)\b/;
const sitemapRoots: ReadonlySet<string> = new Set(['urlset', 'sitemapindex']);
