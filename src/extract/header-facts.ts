import type { Page } from '../model/page.js';
import type { Material } from '../model/reading.js';
import type { Link } from '../model/link.js';
import { readLinkHeader } from './links/link-header.js';
import { urlOfRefresh } from './links/refresh.js';
import { kindOfRelation } from './links/rel.js';
import { resolverFor } from './links/resolve.js';

/** Adds what the response headers say about a page: `Link`, `Refresh`, `Content-Language`. */
export function addHeaderFacts(page: Page, { url, answer, linkHeader, refreshHeader }: Material): Page {
  const language = page.language ?? answer.headers['content-language']?.split(',', 1)[0]?.trim() ?? null;
  const named = [
    ...(refreshHeader === null ? [] : refreshOf(refreshHeader, url)),
    ...(linkHeader === null ? [] : linksOf(linkHeader, url)),
  ];
  return { ...page, links: named.length === 0 ? page.links : [...named, ...page.links], language };
}

/** The header's links are relative to the page's URL, whatever its `<base>` says. */
function linksOf(header: string, url: string): readonly Link[] {
  const resolve = resolverFor(url);
  return readLinkHeader(header).flatMap(({ href, rel, as, title }) => {
    const kind = kindOfRelation(rel, as);
    const destination = kind === null ? null : resolve(href);
    if (kind === null || destination === null) return [];
    return [{ ...destination, kind, text: title, headings: [] }];
  });
}

function refreshOf(header: string, url: string): readonly Link[] {
  const href = urlOfRefresh(header);
  const destination = href === null ? null : resolverFor(url)(href);
  return destination === null ? [] : [{ ...destination, kind: 'refresh', text: '', headings: [] }];
}
