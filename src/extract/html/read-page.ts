import type { Link } from '../../model/link.js';
import type { Page } from '../../model/page.js';
import { isFileUrl } from '../../kit/urls/file-url.js';
import { isHttp, parseUrl } from '../../kit/urls/url.js';
import { resolverIn } from '../links/encoded-query.js';
import { resolverFor, type Resolve } from '../links/resolve.js';
import { addressOfPage } from '../links/served.js';
import type { DecodedBody } from '../body-reader.js';
import { createPageSink, linkLimit, type ScannedPage } from './page-sink.js';
import type { FoundLink } from './found-link.js';
import { createOutline, type Outline } from './outline.js';
import { scan } from '../markup/scan.js';

/** Reads an HTML page: its links in document order, resolved, and what it says about itself. */
export function readPage(body: DecodedBody, outline: Outline = createOutline()): Page {
  const sink = createPageSink(body, outline);
  scan(body.markup, sink, { mayHoldNul: body.mayHoldNul, isXml: isXml(body) });
  const scanned = sink.finish();
  const base = baseOf(scanned, body);
  const resolve = resolverIn(body.charset, resolverFor(body.url, body.fileSeeds, base));
  const found =
    scanned.inner.length === 0 ? scanned.links : [...scanned.links, ...foundWithin(scanned, body)];
  return {
    links: resolveAll(found.length > linkLimit ? found.slice(0, linkLimit) : found, resolve),
    title: scanned.title,
    heading: scanned.heading,
    language: scanned.language,
    charset: body.charset,
    breadcrumb: scanned.breadcrumb,
    anchors: scanned.anchors,
    digest: scanned.digest,
    isCut: scanned.isCut || found.length > linkLimit,
    tables: scanned.tables,
    base,
  };
}

/** Whether browsers read it by the rules of XML. */
function isXml({ contentType }: DecodedBody): boolean {
  return /[/+]xml$/.test(contentType);
}

/** The links of pages inside the page, as if they were in their place. Pages inside those are not read. */
function foundWithin({ inner }: ScannedPage, body: DecodedBody): readonly FoundLink[] {
  return inner.flatMap(({ markup, headings }) => {
    const sink = createPageSink({ ...body, markup, bytes: null, checkFragments: false }, createOutline());
    scan(markup, sink);
    return sink.finish().links.map((found) => ({ ...found, headings }));
  });
}

/**
 * The URL that the page's links are relative to: its own, or its first `<base href>` if that is http(s) or, in a file that is not
 * to be served, a file.
 */
function baseOf({ base }: ScannedPage, { url, fileSeeds }: DecodedBody): string {
  if (base === null) return url;
  const address = addressOfPage(url, fileSeeds);
  if (isFileUrl(address)) return resolverFor(url, fileSeeds)(base)?.url ?? url;
  const resolved = parseUrl(base, address);
  return resolved !== null && isHttp(resolved) ? resolved.href : url;
}

/** Turns what was found into links; drops what leads nowhere (`mailto:`, `javascript:`). */
export function resolveAll(found: readonly FoundLink[], resolve: Resolve): readonly Link[] {
  const links: Link[] = [];
  for (const { href, kind, text, headings } of found) {
    const destination = resolve(href);
    if (destination === null) continue;
    const { url, fragment, written } = destination;
    links.push({ url, kind, text, headings, fragment, written });
  }
  return links;
}
