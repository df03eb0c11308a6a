import type { Page } from '../model/page.js';
import type { Material } from '../model/reading.js';
import type { Link } from '../model/link.js';
import { readLinkHeader } from './links/link-header.js';
import { isNofollow, kindOfRelation } from './links/rel.js';
import { resolverFor } from './links/resolve.js';

/** Adds what the response headers say of a page: `Link`, `Content-Language`, `X-Robots-Tag`. */
export function addHeaderFacts(page: Page, { url, answer, linkHeader }: Material): Page {
  const robots = answer.headers['x-robots-tag'];
  const language = page.language ?? answer.headers['content-language']?.split(',', 1)[0]?.trim() ?? null;
  const nofollow =
    page.nofollow || (robots !== undefined && /(?:^|[\s,])(?:nofollow|none)(?:$|[\s,])/i.test(robots));
  const links = linkHeader === null ? page.links : [...linksOf(linkHeader, url), ...page.links];
  return { ...page, links, language, nofollow };
}

/** The header's links are relative to the page's URL, whatever its `<base>` says. */
function linksOf(header: string, url: string): readonly Link[] {
  const resolve = resolverFor(url);
  return readLinkHeader(header).flatMap(({ href, rel, as, title }) => {
    const kind = kindOfRelation(rel, as);
    const destination = kind === null ? null : resolve(href);
    if (kind === null || destination === null) return [];
    return [{ ...destination, kind, text: title, headings: [], nofollow: isNofollow(rel) }];
  });
}
